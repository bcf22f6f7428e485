"""Signing in by e-mail and password, and changing the password."""

import structlog
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts import passwords
from accounts.documents import Account
from accounts.jwt import TokenPair
from accounts.selectors import account_by_email
from accounts.throttling import SAME_ACCOUNT_AND_ADDRESS, count, count_login, digest, forget, forgive_login
from accounts.tokens import new_session, open_session, pair_for
from hiring_platform.documents import now
from hiring_platform.errors import Conflict, Forbidden, Invalid, NotAuthenticated

MOST_KNOWN_ADDRESSES = 10
log = structlog.get_logger(__name__)


def sign_in(*, email: str, password: str, address: str) -> tuple[Account, TokenPair]:
    """Raises as `account_with_password` does."""
    account = account_with_password(email=email, password=password, address=address)
    return account, open_session(account=account)


def account_with_password(*, email: str, password: str, address: str) -> Account:
    """The account that `email` and `password` open, read with its password hash.

    Raises NotAuthenticated (`wrong_credentials`): the same, and as slowly, for an unknown e-mail; Forbidden
    (`account_deactivated`), which only who knows the password gets to see; TooMany.
    """
    account = account_by_email(email=email)
    is_known = _is_known(account, address)
    count_login(email=email, address=address, is_known=is_known)
    if account is None:
        passwords.spend_the_time_of_a_check(password)
        raise wrong_credentials()
    if not passwords.is_right(password, account.password_hash):
        raise wrong_credentials()
    forgive_login(email=email, address=address, is_known=is_known)
    if not account.is_active:
        raise Forbidden(_("This account has been deactivated. Write to support."), code="account_deactivated")
    _remember_address(account, address)
    return _with_new_hash(account, password)


def change_password(*, actor: Account, current_password: str, new_password: str, address: str) -> TokenPair:
    """Set a new password and end every session; the pair is of a new one, for whoever changed it.

    Raises as `confirmed` does; Invalid (`weak_password`); Conflict when the account changed at the same moment.
    """
    account = confirmed(actor=actor, password=current_password, address=address, field="current_password")
    passwords.check_new_password(new_password, field="new_password")
    session = new_session(lifetime=settings.REFRESH_TOKEN_LIFETIME)
    if not Account.objects(id=account.id, is_active=True, password_hash=account.password_hash).update_one(
        set__password_hash=passwords.hash_password(new_password), set__sessions=[session], set__updated_at=now()
    ):
        raise Conflict()
    log.info("password_changed", account_id=str(account.id))
    return pair_for(account=account, session=session)


def confirmed(*, actor: Account, password: str, address: str, field: str) -> Account:
    """The caller, who has shown by the password to be more than a stolen token; read with the password hash.

    Raises Invalid (`wrong_password`) and TooMany: neither must a stolen token serve to guess the password.
    """
    count(SAME_ACCOUNT_AND_ADDRESS, actor.email, address)
    account = account_by_email(email=actor.email)
    if account is None or not passwords.is_right(password, account.password_hash):
        raise Invalid(_("The password is wrong."), code="wrong_password", field=field)
    forget(SAME_ACCOUNT_AND_ADDRESS, actor.email, address)
    return account


def _is_known(account: Account | None, address: str) -> bool:
    return account is not None and digest(address) in account.known_addresses


def _remember_address(account: Account, address: str) -> None:
    if not _is_known(account, address):
        push = {"$push": {"known_addresses": {"$each": [digest(address)], "$slice": -MOST_KNOWN_ADDRESSES}}}
        Account.objects(id=account.id).update_one(__raw__=push)


def _with_new_hash(account: Account, password: str) -> Account:
    """Replace an outdated hash, now that the password is known."""
    if not passwords.is_outdated(account.password_hash):
        return account
    fresh = passwords.hash_password(password)
    # The old platform may have stored what `bcrypt.hashpw` gave it as it came: bytes.
    same = {"_id": account.id, "password_hash": {"$in": [account.password_hash, account.password_hash.encode()]}}
    replaced = Account.objects(__raw__=same).update_one(set__password_hash=fresh)
    if not replaced:  # by another sign-in at the same moment, or by a change of the password
        return _with_current_hash(account, password)
    log.info("password_hash_upgraded", account_id=str(account.id))
    account.password_hash = fresh
    return account


def _with_current_hash(account: Account, password: str) -> Account:
    current = account_by_email(email=account.email)
    if current is None or not passwords.is_right(password, current.password_hash):
        raise wrong_credentials()
    return current


def wrong_credentials() -> NotAuthenticated:
    return NotAuthenticated(_("The e-mail or the password is wrong."), code="wrong_credentials")
