"""What the commands share that take a password: never as an argument, which `ps` and the shell's history show."""

import getpass
import sys
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from accounts.emails import normalised_email
from hiring_platform.errors import PlatformError


class PasswordCommand(BaseCommand):
    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument(
            "--password-stdin", action="store_true", help="Read the password from standard input instead of asking."
        )

    def handle(self, *args: Any, **options: Any) -> str:
        email = _checked_email(options.pop("email"))
        password = _password(from_stdin=options["password_stdin"])
        try:
            return self.apply(email=email, password=password, **options)
        except PlatformError as refusal:
            raise CommandError(str(refusal.message)) from None

    def apply(self, *, email: str, password: str, **options: Any) -> str:
        """Do it; the sentence to print."""
        raise NotImplementedError


def _checked_email(text: str) -> str:
    email = normalised_email(text)
    try:
        validate_email(email)
    except ValidationError:
        raise CommandError(f"{text!r} is not an e-mail address.") from None
    return email


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if password != getpass.getpass("Password, again: "):
        raise CommandError("The two passwords differ.")
    return password
