"""What a token says, and whether it is one of ours: SimpleJWT (RFC 7519) without its ORM users."""

from dataclasses import dataclass

from bson import ObjectId
from bson.errors import BSONError
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken, Token

from accounts.choices import Role
from hiring_platform.errors import NotAuthenticated


@dataclass(frozen=True)
class TokenPair:
    """`token` opens the API for `expires_in` seconds; `refresh` buys the next pair, once."""

    token: str
    refresh: str
    expires_in: int


@dataclass(frozen=True)
class Claims:
    """Whose token it is, of which session, and (`token_id`) which of that session's tokens."""

    account_id: ObjectId
    role: Role
    session_id: ObjectId
    token_id: str


def issue_pair(claims: Claims) -> TokenPair:
    """A new access token, and the refresh token with the id of `claims`."""
    access, refresh = AccessToken(), RefreshToken()
    for token in (access, refresh):
        token["account_id"] = str(claims.account_id)
        token["session_id"] = str(claims.session_id)
        token["role"] = claims.role.value
    refresh["jti"] = claims.token_id
    seconds = int(settings.ACCESS_TOKEN_LIFETIME.total_seconds())
    return TokenPair(token=str(access), refresh=str(refresh), expires_in=seconds)


def read_access(token: str) -> Claims:
    """Raises NotAuthenticated: `token_expired` or `token_invalid`."""
    return _claims(_verified(AccessToken, token))


def read_refresh(token: str) -> Claims:
    """Raises NotAuthenticated: `token_expired` or `token_invalid`."""
    return _claims(_verified(RefreshToken, token))


def _verified(kind: type[Token], token: str) -> Token:
    try:
        return kind(token)  # type: ignore[arg-type]  # the library wants the encoded text here and says otherwise
    except ExpiredTokenError:
        raise NotAuthenticated(_("Your sign-in has expired. Sign in again."), code="token_expired") from None
    except TokenError:
        raise _invalid() from None


def _claims(token: Token) -> Claims:
    try:
        return Claims(
            account_id=ObjectId(str(token["account_id"])),
            role=Role(token["role"]),
            session_id=ObjectId(str(token["session_id"])),
            token_id=token["jti"],
        )
    except (KeyError, ValueError, TypeError, BSONError):
        raise _invalid() from None


def _invalid() -> NotAuthenticated:
    return NotAuthenticated(_("This token is not one of ours. Sign in again."), code="token_invalid")
