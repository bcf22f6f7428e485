"""The browser session of staff: a signed cookie that names an account and one of the sessions standing in it."""

from datetime import timedelta

from bson import ObjectId
from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from accounts.choices import Role
from accounts.documents import Account
from accounts.jwt import Claims
from accounts.selectors import account_in_session
from accounts.tokens import end_session, start_session

_ACCOUNT, _SESSION = "account_id", "session_id"


def sign_in(request: HttpRequest, account: Account) -> None:
    """Django's own `login()` wants an ORM user. As there, the CSRF token changes with the person."""
    session = start_session(account=account, lifetime=timedelta(seconds=settings.SESSION_COOKIE_AGE))
    request.session.flush()
    request.session[_ACCOUNT] = str(account.id)
    request.session[_SESSION] = str(session.session_id)
    rotate_token(request)


def sign_out(request: HttpRequest) -> None:
    claims = _claims(request)
    if claims:
        end_session(claims=claims)
    request.session.flush()


def staff_account(request: HttpRequest) -> Account | None:
    """The member of staff whose session this is, as long as it stands."""
    claims = _claims(request)
    if claims is None:
        return None
    account = account_in_session(account_id=claims.account_id, session_id=claims.session_id)
    return account if account and account.role == Role.STAFF else None


def _claims(request: HttpRequest) -> Claims | None:
    account_id, session_id = request.session.get(_ACCOUNT), request.session.get(_SESSION)
    if not (account_id and session_id):
        return None
    return Claims(account_id=ObjectId(account_id), role=Role.STAFF, session_id=ObjectId(session_id), token_id="")
