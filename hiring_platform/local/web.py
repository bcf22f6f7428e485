"""The `web` line of the Procfile: wait for the neighbours, build the indexes, become gunicorn."""

import os
import sys
from pathlib import Path

from hiring_platform import env
from hiring_platform.local import addresses
from hiring_platform.local.waiting import wait_for


def main() -> None:
    if not env.text("MONGO_URI"):
        wait_for("the database", lambda: bool(addresses.find(env.data_dir(), addresses.DATABASE)))
    python = sys.executable
    code = os.spawnv(os.P_WAIT, python, [python, str(env.BASE_DIR / "manage.py"), "ensure_indexes"])  # noqa: S606
    if code:
        sys.exit(code)
    gunicorn = str(Path(python).with_name("gunicorn"))
    os.execv(gunicorn, [gunicorn, "--config", "python:hiring_platform.gunicorn", "hiring_platform.wsgi"])  # noqa: S606


if __name__ == "__main__":
    main()
