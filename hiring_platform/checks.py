"""System checks of the whole house: `manage.py check` (and `--tag database`, which talks to the server)."""

from typing import Any

from django.conf import settings
from django.core.checks import Error, register
from django.core.checks import Warning as CheckWarning
from pymongo.errors import PyMongoError

from hiring_platform import mongo
from hiring_platform.indexes import missing_indexes
from hiring_platform.secret_key import LEAST_KEY_BYTES


@register("security")
def secret_is_strong(**_: Any) -> list[CheckWarning]:
    if len(settings.SECRET_KEY.encode()) >= LEAST_KEY_BYTES:
        return []
    return [
        CheckWarning(
            f"SECRET_KEY has fewer than {LEAST_KEY_BYTES} bytes.", hint="Generate a longer one.", id="platform.W001"
        )
    ]


@register("database")
def database_answers_and_is_indexed(**_: Any) -> list[Error]:
    try:
        mongo.ping()
        missing = missing_indexes()
    except PyMongoError as error:
        return [
            Error(
                f"MongoDB does not answer ({type(error).__name__}).",
                hint="Start it, or correct MONGO_URI.",
                id="platform.E001",
            )
        ]
    return [
        Error(f"Indexes are missing: {name}.", hint="Run manage.py ensure_indexes.", id="platform.E002")
        for name in missing
    ]
