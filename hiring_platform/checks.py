"""System checks of the whole house.

Those that talk to a neighbour run in `manage.py check` alone (see its command): another command must not fail for a
database that it does not need, nor `ensure_indexes` for the indexes that it is about to build.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.checks import Warning as CheckWarning
from pymongo.errors import PyMongoError

from hiring_platform import mongo
from hiring_platform.indexes import missing_indexes
from hiring_platform.secret_key import LEAST_KEY_BYTES

Check = Callable[..., Sequence[CheckMessage]]
_neighbour_checks: list[Check] = []


def neighbour_check(check: Check) -> Check:
    """Decorate a check that talks to a server or a store."""
    _neighbour_checks.append(check)
    return check


def register_neighbour_checks() -> None:
    for check in _neighbour_checks:
        register(check, "neighbours")


@register("security")
def secret_is_strong(**_: Any) -> list[CheckWarning]:
    if len(settings.SECRET_KEY.encode()) >= LEAST_KEY_BYTES:
        return []
    return [
        CheckWarning(
            f"SECRET_KEY has fewer than {LEAST_KEY_BYTES} bytes.", hint="Generate a longer one.", id="platform.W001"
        )
    ]


@neighbour_check
def database_answers_and_is_indexed(**_: Any) -> list[Error]:
    try:
        mongo.ping()
        missing = missing_indexes()
    except PyMongoError as error:
        reason = type(error).__name__
        hint = "Start it, or correct MONGO_URI."
        return [Error(f"MongoDB does not answer ({reason}).", hint=hint, id="platform.E001")]
    hint = "Run manage.py ensure_indexes."
    return [Error(f"An index is missing: {name}.", hint=hint, id="platform.E002") for name in missing]
