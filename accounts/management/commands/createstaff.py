from typing import Any

from django.core.management.base import CommandParser

from accounts.choices import Role
from accounts.management.password_command import PasswordCommand
from accounts.services import create_account


class Command(PasswordCommand):
    help = "Create a member of staff, who signs in at /staff/login."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--name", default="")

    def apply(self, *, email: str, password: str, **options: Any) -> str:
        account = create_account(email=email, password=password, role=Role.STAFF, name=options["name"])
        return f"Created {account.email} ({account.id})."
