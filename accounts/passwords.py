"""Passwords: what is acceptable, how they are kept, whether one is right."""

from collections.abc import Iterator

import bcrypt
from django.contrib.auth import hashers
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hiring_platform.errors import FieldError, Invalid

LONGEST_PASSWORD = 256
# The platform this one follows stored what `bcrypt.hashpw` gave it, which hashes the first 72 bytes of a password.
_BARE_BCRYPT = ("$2a$", "$2b$", "$2y$")
_BCRYPT_BYTES = 72


def check_new_password(password: str, *, field: str = "password") -> None:
    """Raises Invalid (`weak_password`) with every reason why `password` will not do."""
    if len(password) > LONGEST_PASSWORD:
        raise Invalid(
            _("A password has at most %(most)d characters.") % {"most": LONGEST_PASSWORD},
            code="weak_password",
            field=field,
        )
    try:
        validate_password(password)
    except ValidationError as refused:
        raise _weak(list(_reasons(refused, field))) from None


def _reasons(refused: ValidationError, field: str) -> Iterator[FieldError]:
    for reason in refused.error_list:
        yield {"field": field, "message": " ".join(reason.messages), "code": reason.code or "weak_password"}


def _weak(reasons: list[FieldError]) -> Invalid:
    return Invalid(reasons[0]["message"], code="weak_password", errors=reasons)


def hash_password(password: str) -> str:
    return hashers.make_password(password)


def is_right(password: str, stored_hash: str) -> bool:
    try:
        if _is_bare_bcrypt(stored_hash):
            return bcrypt.checkpw(password.encode()[:_BCRYPT_BYTES], stored_hash.encode())
        return hashers.check_password(password, stored_hash)
    except ValueError:  # what is stored is no whole hash
        return False


def is_outdated(stored_hash: str) -> bool:
    """Made by the platform this one follows, or with less work than we ask for now: to be replaced at sign-in."""
    if _is_bare_bcrypt(stored_hash):
        return True
    preferred = hashers.get_hasher()
    made_by = hashers.identify_hasher(stored_hash)
    return made_by.algorithm != preferred.algorithm or preferred.must_update(stored_hash)


def _is_bare_bcrypt(stored_hash: str) -> bool:
    return stored_hash.startswith(_BARE_BCRYPT)


def spend_the_time_of_a_check(password: str) -> None:
    """Where there is no account: its absence must not show in how long the answer takes."""
    hashers.make_password(password)
