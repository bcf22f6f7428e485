#!/usr/bin/env python
"""The staff's door: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hiring_platform.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
