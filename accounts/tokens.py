"""Sessions: opened at sign-in, carried on by refresh tokens, ended for good.

A session stands in its account. Its tokens are good only while it does, so ending one takes effect at the next
request, in every process.
"""

import uuid
from dataclasses import replace
from datetime import timedelta

import structlog
from bson import ObjectId
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.documents import Account, Session
from accounts.jwt import Claims, TokenPair, issue_pair, read_access, read_refresh
from hiring_platform.documents import now
from hiring_platform.errors import NotAuthenticated

MOST_SESSIONS = 20
log = structlog.get_logger(__name__)


def open_session(*, account: Account) -> TokenPair:
    """Sign an account in. Raises NotAuthenticated (`session_ended`) as `start_session` does."""
    return pair_for(account=account, session=start_session(account=account, lifetime=settings.REFRESH_TOKEN_LIFETIME))


def start_session(*, account: Account, lifetime: timedelta) -> Session:
    """Add a session to `account`, which must have been read with its password hash; beyond 20 the oldest goes.

    Raises NotAuthenticated (`session_ended`) when the account was deactivated or its password changed since then: a
    sign-in that was under way must not outlive either.
    """
    session = new_session(lifetime=lifetime)
    push = {"$push": {"sessions": {"$each": [session.to_mongo()], "$slice": -MOST_SESSIONS}}}
    unchanged = Account.objects(id=account.id, is_active=True, password_hash=account.password_hash)
    if not unchanged.update_one(__raw__=push):
        raise session_ended()
    return session


def new_session(*, lifetime: timedelta) -> Session:
    return Session(session_id=ObjectId(), refresh_id=uuid.uuid4().hex, expires_at=now() + lifetime)


def pair_for(*, account: Account, session: Session) -> TokenPair:
    return issue_pair(
        Claims(account_id=account.id, role=account.role, session_id=session.session_id, token_id=session.refresh_id)
    )


def refresh_session(*, refresh: str) -> TokenPair:
    """Trade a refresh token for the next pair.

    Raises NotAuthenticated: `token_expired`, `token_invalid`, `session_ended`, or `refresh_reused`. A token used a
    second time is in two hands, one of them a thief's; which one cannot be told, so the session ends for both
    (RFC 9700, section 4.14.2).
    """
    claims = read_refresh(refresh)
    renewed = replace(claims, token_id=uuid.uuid4().hex)
    session = {"session_id": claims.session_id, "refresh_id": claims.token_id}
    if not Account.objects(id=claims.account_id, is_active=True, sessions__match=session).update_one(
        set__sessions__S__refresh_id=renewed.token_id,
        set__sessions__S__expires_at=now() + settings.REFRESH_TOKEN_LIFETIME,
    ):
        raise _reused(claims) if end_session(claims=claims) else session_ended()
    return issue_pair(renewed)


def sign_out(*, refresh: str | None = None, token: str | None = None) -> None:
    """End the session of either token. Raises NotAuthenticated when neither is given or is one of ours."""
    if not (refresh or token):
        raise NotAuthenticated()
    end_session(claims=read_refresh(refresh) if refresh else read_access(token or ""))


def end_session(*, claims: Claims) -> bool:
    """Sign out; whether the session still stood."""
    return bool(
        Account.objects(id=claims.account_id, sessions__session_id=claims.session_id).update_one(
            pull__sessions__session_id=claims.session_id
        )
    )


def _reused(claims: Claims) -> NotAuthenticated:
    log.warning("refresh_reused", account_id=str(claims.account_id), session_id=str(claims.session_id))
    return NotAuthenticated(
        _("This sign-in was used twice, so it was ended for safety. Sign in again."), code="refresh_reused"
    )


def session_ended() -> NotAuthenticated:
    return NotAuthenticated(_("This sign-in has ended. Sign in again."), code="session_ended")
