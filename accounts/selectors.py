"""Every read of accounts. What a call does not need is not loaded: the password hash, the text of the resume."""

from collections.abc import Iterator

from bson import ObjectId

from accounts.choices import Role
from accounts.documents import Account
from accounts.emails import normalised_email
from hiring_platform.documents import now
from hiring_platform.paging import Page, PageRequest, read_page

_HEAVY_OR_SECRET = ("password_hash", "resume.text", "sessions", "known_addresses")


def account_in_session(*, account_id: ObjectId, session_id: ObjectId) -> Account | None:
    """The active account whose session stands, in one read; None when either has ended."""
    standing = {"session_id": session_id, "expires_at__gt": now()}
    found: Account | None = (
        Account.objects(id=account_id, is_active=True, sessions__match=standing).exclude(*_HEAVY_OR_SECRET).first()
    )
    return found


def account_by_email(*, email: str) -> Account | None:
    """For a check of the password: with its hash and the addresses known, without the rest of the weight."""
    found: Account | None = Account.objects(email=email).exclude("resume.text", "sessions").first()
    return found


def is_email_taken(*, email: str) -> bool:
    """By whichever role. A friendly early answer only; what decides is the unique index."""
    return Account.objects(email=email).only("id").first() is not None


def resume_keys() -> Iterator[str]:
    """Every file of the store that an account refers to."""
    yield from Account.objects(resume__key__exists=True).scalar("resume__key")


def list_accounts(
    *, request: PageRequest, role: Role | None = None, is_active: bool | None = None, email: str | None = None
) -> Page:
    """For staff, newest first; `email` is one whole address."""
    asked = {"role": role, "is_active": is_active, "email": email and normalised_email(email)}
    match = {name: value for name, value in asked.items() if value is not None}
    without = {"$project": dict.fromkeys(("password_hash", "sessions", "known_addresses", "resume"), 0)}
    return read_page(Account, match=match, sort={"created_at": -1}, request=request, stages=[without])
