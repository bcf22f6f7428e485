"""How often somebody may try: counted in the database, so that every process counts the same.

An attempt is counted before anything is checked. Guesses sent at the same moment therefore get different numbers, and
none slips through between a look and a count.
"""

from dataclasses import dataclass
from datetime import timedelta
from math import ceil

import structlog
from django.conf import settings
from django.utils.crypto import salted_hmac
from mongoengine import NotUniqueError

from accounts.documents import Attempts
from hiring_platform.documents import now
from hiring_platform.errors import TooMany

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Limit:
    """At most `most` attempts in a window that opens with the first of them."""

    name: str
    most: int
    window: timedelta


_QUARTER_HOUR = timedelta(minutes=15)
SAME_ACCOUNT_AND_ADDRESS = Limit("login_pair", 5, _QUARTER_HOUR)
SAME_ADDRESS = Limit("login_address", 50, _QUARTER_HOUR)
# Short, because strangers can fill it: they may keep the owner of an account out for a minute, not for an evening, and
# not at all from where the owner has signed in before.
SAME_ACCOUNT = Limit("login_account", 30, timedelta(minutes=1))


def count_login(*, email: str, address: str, is_known: bool) -> None:
    """Count an attempt to sign in that may fail. Raises TooMany with the seconds to wait.

    `is_known` tells that the account has signed in from `address` before.
    """
    count(SAME_ACCOUNT_AND_ADDRESS, email, address)
    count(SAME_ADDRESS, address)
    if not is_known:
        count(SAME_ACCOUNT, email)


def forgive_login(*, email: str, address: str, is_known: bool) -> None:
    """The attempt was no failure after all, and the failures before it were slips of the same person."""
    forget(SAME_ACCOUNT_AND_ADDRESS, email, address)
    _uncount(SAME_ADDRESS, address)
    if not is_known:
        _uncount(SAME_ACCOUNT, email)


def forget(limit: Limit, *subject: str) -> None:
    Attempts.objects(id=_id(limit, *subject)).delete()


def _uncount(limit: Limit, *subject: str) -> None:
    Attempts.objects(id=_id(limit, *subject)).update_one(dec__count=1)


def count_registration(*, address: str) -> None:
    """Raises TooMany beyond `REGISTRATIONS_PER_HOUR` from one address: reading a resume is the dearest thing a
    stranger can ask for."""
    count(Limit("registration", settings.REGISTRATIONS_PER_HOUR, timedelta(hours=1)), address)


def count(limit: Limit, *subject: str) -> None:
    """Raises TooMany."""
    attempts = _counted(_id(limit, *subject), limit.window)
    if attempts.count > limit.most:
        log.warning("too_many_attempts", limit=limit.name)
        raise TooMany(retry_after_seconds=max(1, ceil((attempts.expires_at - now()).total_seconds())))


def _counted(attempts_id: str, window: timedelta) -> Attempts:
    """One more in the window that is open, or the first in a new one. Whoever opens it at the same moment as
    somebody else finds it open at the second try."""
    moment = now()
    attempts = Attempts.objects(id=attempts_id, expires_at__gt=moment).modify(inc__count=1, new=True)
    if attempts:
        return attempts
    try:
        return Attempts.objects(id=attempts_id, expires_at__lte=moment).modify(
            set__count=1, set__expires_at=moment + window, upsert=True, new=True
        )
    except NotUniqueError:
        return _counted(attempts_id, window)


def _id(limit: Limit, *subject: str) -> str:
    return digest(limit.name, *subject)


def digest(*parts: str) -> str:
    """A keyed digest: e-mails and addresses are personal data and are not kept for counting."""
    return salted_hmac("accounts.throttling", "\0".join(parts), algorithm="sha256").hexdigest()
