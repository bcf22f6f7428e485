import sys
from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from hiring_platform.errors import Unavailable
from storage import sweep


class Command(BaseCommand):
    help = (
        "Finds stored files that nothing refers to, and references to files that are missing. Removes nothing unless "
        "told to. Exits with 1 when a reference is dangling: such a file has been lost and needs a person."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--delete", action="store_true", help="remove the orphans")
        parser.add_argument(
            "--older-than", type=float, default=24, metavar="HOURS", help="leave younger files alone (default: 24)"
        )

    def handle(self, *, delete: bool, older_than: float, **_: Any) -> None:
        try:
            findings = sweep.find(grace=timedelta(hours=older_than))
            if delete:
                sweep.remove(findings.orphans)
        except Unavailable as error:
            raise CommandError("The file store does not answer. Nothing more was done.") from error
        self._report(findings, removed=delete)
        if findings.dangling:
            sys.exit(1)

    def _report(self, findings: sweep.Findings, *, removed: bool) -> None:
        for orphan in findings.orphans:
            self.stdout.write(f"{'removed' if removed else 'orphan'}  {orphan.key}  {orphan.size} bytes")
        for reference in findings.dangling:
            self.stdout.write(f"dangling  {reference.key}  referred to by {reference.source}")
        self.stdout.write(f"{len(findings.orphans)} orphans, {len(findings.dangling)} dangling references.")
        if findings.orphans and not removed:
            self.stdout.write("Nothing was removed; run again with --delete.")
