"""Who is calling: a token for programs, a session for staff in a browser. One read of the database a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.utils.translation import gettext_lazy as _
from rest_framework.authentication import BaseAuthentication, SessionAuthentication
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request

from accounts.documents import Account
from accounts.jwt import Claims, read_access
from accounts.selectors import account_in_session
from accounts.staff_session import staff_account
from accounts.tokens import session_ended
from hiring_platform.errors import Forbidden, PlatformError


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Bearer <token>` (RFC 6750), or the bare token in `x-access-token` as older clients send it.

    Raises NotAuthenticated: `token_expired`, `token_invalid`, `session_ended`. `request.auth` holds the token's claims.
    """

    def authenticate(self, request: Request) -> tuple[Account, Claims] | None:
        token = sent_token(request)
        if token is None:
            return None
        with _nobody_when_refused(request):
            return _bearer_of(token)

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


def _bearer_of(token: str) -> tuple[Account, Claims]:
    claims = read_access(token)
    account = account_in_session(account_id=claims.account_id, session_id=claims.session_id)
    if account is None:
        raise session_ended()
    return account, claims


def sent_token(request: Request) -> str | None:
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return token.strip()
    return request.headers.get("X-Access-Token")


class StaffSessionAuthentication(SessionAuthentication):
    """The session that `/staff/login` opened.

    A cookie comes along uninvited, so every write must bring a CSRF token: Forbidden (`csrf_failed`) without.
    """

    def authenticate(self, request: Request) -> tuple[Any, None] | None:
        account = staff_account(request._request)
        if account is None:
            return None
        with _nobody_when_refused(request):
            self.enforce_csrf(request)
        return account, None

    def enforce_csrf(self, request: Request) -> None:
        try:
            super().enforce_csrf(request)
        except PermissionDenied:
            raise Forbidden(_("The form has expired. Reload the page and send it again."), code="csrf_failed") from None


@contextmanager
def _nobody_when_refused(request: Request) -> Iterator[None]:
    """Whoever renders the refusal asks who is calling, and must not be refused again: after its own exceptions DRF
    sees to that itself, after others it does not."""
    try:
        yield
    except PlatformError:
        request._not_authenticated()  # type: ignore[attr-defined]  # the stubs do not know it
        raise


def caller(request: Request) -> Account:
    """`request.user` by its real type: the stubs believe in Django's own."""
    return cast(Account, request.user)
