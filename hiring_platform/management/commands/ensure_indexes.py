from typing import Any

from django.core.management.base import BaseCommand

from hiring_platform.indexes import ensure_indexes


class Command(BaseCommand):
    help = "Builds every index that the documents declare. Safe to run again, and while the server runs."

    def handle(self, *args: Any, **options: Any) -> None:
        for collection in ensure_indexes():
            self.stdout.write(f"{collection}: indexes in place")
