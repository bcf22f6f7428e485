"""Every write to accounts that is not a sign-in: they come to be, change, and are closed."""

from typing import Any

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from mongoengine import NotUniqueError

from accounts.choices import Role
from accounts.documents import Account, Consent, Resume
from accounts.emails import normalised_email
from accounts.passwords import check_new_password, hash_password
from accounts.selectors import is_email_taken
from hiring_platform.documents import now
from hiring_platform.errors import Conflict, Invalid, NotFound

log = structlog.get_logger(__name__)


def create_account(
    *,
    email: str,
    password: str,
    role: Role,
    account_id: ObjectId | None = None,
    company_id: ObjectId | None = None,
    name: str = "",
    surname: str = "",
    telegram_id: str = "",
    resume: Resume | None = None,
    consent_version: str = "",
) -> Account:
    """Raises Invalid (`weak_password`) and Conflict (`email_taken`), which the unique index decides."""
    check_new_password(password)
    account = Account(
        id=account_id or ObjectId(),
        email=normalised_email(email),
        password_hash=hash_password(password),
        role=role,
        company_id=company_id,
        name=name,
        surname=surname,
        telegram_id=telegram_id,
        resume=resume,
        consent=Consent(version=consent_version) if consent_version else None,
    )
    try:
        account.save(force_insert=True)
    except NotUniqueError:
        raise _email_taken() from None
    log.info("account_created", account_id=str(account.id), role=role.value)
    return account


def check_email_is_free(*, email: str) -> None:
    """Raises Conflict (`email_taken`) early, before dear work is done; `create_account` has the last word."""
    if is_email_taken(email=normalised_email(email)):
        raise _email_taken()


def _email_taken() -> Conflict:
    return Conflict(_("There is an account with this e-mail already. Sign in."), code="email_taken", field="email")


def update_profile(*, actor: Account, **changes: Any) -> Account:
    """Change `name`, `surname`, `telegram_id`, whichever are given. Returns the account as it is now."""
    values = {f"set__{name}": value for name, value in changes.items()}
    account = Account.objects(id=actor.id).exclude("resume.text").modify(**values, set__updated_at=now(), new=True)
    if account is None:
        raise NotFound()
    return account


def deactivate(*, actor: Account, account_id: ObjectId, reason: str) -> Account:
    """Close an account and end its sessions, in one write.

    Raises NotFound, Invalid (`own_account`) and Conflict (`already_deactivated`).
    """
    if account_id == actor.id:
        raise Invalid(_("You cannot deactivate the account you are signed in with."), code="own_account")
    account = Account.objects(id=account_id, is_active=True).modify(
        set__is_active=False,
        set__deactivated_at=now(),
        set__deactivated_by=actor.id,
        set__deactivation_reason=reason,
        set__sessions=[],
        new=True,
    )
    if account is None:
        raise _missing_or(account_id, Conflict(_("This account is deactivated already."), code="already_deactivated"))
    log.info("account_deactivated", account_id=str(account_id), actor_id=str(actor.id))
    return account


def activate(*, actor: Account, account_id: ObjectId) -> Account:
    """Open a deactivated account again. Raises NotFound and Conflict (`already_active`)."""
    account = Account.objects(id=account_id, is_active=False).modify(
        set__is_active=True, unset__deactivated_at=1, unset__deactivated_by=1, unset__deactivation_reason=1, new=True
    )
    if account is None:
        raise _missing_or(account_id, Conflict(_("This account is active already."), code="already_active"))
    log.info("account_activated", account_id=str(account_id), actor_id=str(actor.id))
    return account


def _missing_or(account_id: ObjectId, conflict: Conflict) -> Conflict | NotFound:
    return conflict if Account.objects(id=account_id).only("id").first() else NotFound()


def set_password(*, email: str, password: str) -> Account:
    """Give an account a new password and end its sessions: for whoever runs the server. Raises NotFound, Invalid."""
    check_new_password(password)
    account = Account.objects(email=normalised_email(email)).modify(
        set__password_hash=hash_password(password), set__sessions=[], set__updated_at=now(), new=True
    )
    if account is None:
        raise NotFound(_("There is no account with this e-mail."))
    log.info("password_set", account_id=str(account.id))
    return account
