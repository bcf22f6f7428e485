from typing import Any

from django.core.management.commands.check import Command as DjangoCheck

from hiring_platform.checks import register_neighbour_checks


class Command(DjangoCheck):
    help = "Checks the project, the signing key, the database and its indexes, and the file store."

    def handle(self, *app_labels: Any, **options: Any) -> None:
        register_neighbour_checks()
        super().handle(*app_labels, **options)
