"""Every read of accounts. What a call does not need is not loaded: the password hash, the text of the resume."""

from bson import ObjectId

from accounts.documents import Account
from hiring_platform.documents import now

_HEAVY_OR_SECRET = ("password_hash", "resume.text", "sessions", "known_addresses")


def account_in_session(*, account_id: ObjectId, session_id: ObjectId) -> Account | None:
    """The active account whose session stands, in one read; None when either has ended."""
    standing = {"session_id": session_id, "expires_at__gt": now()}
    found: Account | None = (
        Account.objects(id=account_id, is_active=True, sessions__match=standing).exclude(*_HEAVY_OR_SECRET).first()
    )
    return found
