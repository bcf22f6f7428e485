"""A name and an INN belong to one company. The unique indexes decide; here is what their refusal means."""

from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from mongoengine import NotUniqueError

from accounts.documents import Account
from companies.documents import Company
from hiring_platform.documents import now
from hiring_platform.errors import Conflict

# A registration lives for seconds. One this old that has no account has died half-way.
_ABANDONED_AFTER = timedelta(minutes=1)
_TRIES = 2

Written = TypeVar("Written")
log = structlog.get_logger(__name__)


def claiming(
    write: Callable[[], Written], *, company_id: ObjectId, name_key: str | None = None, inn: str | None = None
) -> Written:
    """Do `write`, which gives the company this name, this INN or both, and return what it returns.

    A registration that died half-way does not hold either for ever: it is removed and the write tried again. Raises
    Conflict (`company_name_taken`, `inn_taken`).
    """
    for _attempt in range(_TRIES):
        try:
            return write()
        except NotUniqueError:
            if name_key:
                _free(_holder(company_id, name_key=name_key), _name_taken())
            if inn:
                _free(_holder(company_id, inn=inn), _inn_taken())
    raise Conflict


def _holder(company_id: ObjectId, **claim: str) -> Company | None:
    found: Company | None = Company.objects(id__ne=company_id, **claim).only("created_at").first()
    return found


def _free(holder: Company | None, conflict: Conflict) -> None:
    if holder is None:
        return
    if not _is_abandoned(holder):
        raise conflict
    Company.objects(id=holder.id).delete()
    log.info("abandoned_registration_removed", company_id=str(holder.id))


def _is_abandoned(company: Company) -> bool:
    """Nobody belongs to it, and nobody is about to."""
    is_old = company.created_at < now() - _ABANDONED_AFTER
    return is_old and Account.objects(company_id=company.id).only("id").first() is None


def _name_taken() -> Conflict:
    return Conflict(
        _("A company with this name is registered already."), code="company_name_taken", field="company_name"
    )


def _inn_taken() -> Conflict:
    return Conflict(_("A company with this INN is registered already."), code="inn_taken", field="inn")
