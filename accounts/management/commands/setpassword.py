from typing import Any

from accounts.management.password_command import PasswordCommand
from accounts.services import set_password


class Command(PasswordCommand):
    help = "Give an account a new password and end its sessions."

    def apply(self, *, email: str, password: str, **options: Any) -> str:
        account = set_password(email=email, password=password)
        return f"{account.email} has a new password."
