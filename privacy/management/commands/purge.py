from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from privacy.erasure import erase_account, finish_erasures
from privacy.retention import candidates_past_retention


class Command(BaseCommand):
    help = (
        "Finishes erasures that were cut short, and erases candidates who were not hired and have been silent for "
        "--older-than days. Tells what it would do; does it with --erase."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--older-than", type=int, required=True, metavar="DAYS")
        parser.add_argument("--erase", action="store_true", help="do it")

    def handle(self, *args: Any, older_than: int, erase: bool, **options: Any) -> None:
        if not erase:
            silent = sum(1 for _ in candidates_past_retention(days=older_than))
            self.stdout.write(f"{silent} candidates would be erased; run again with --erase")
            return
        self.stdout.write(f"{finish_erasures()} erasures finished")
        erased = [erase_account(account_id=one) for one in list(candidates_past_retention(days=older_than))]
        self.stdout.write(f"{len(erased)} candidates erased")
