"""Every write to companies but their registration."""

from typing import Any, Unpack, cast

import structlog
from bson import ObjectId
from django.core.files.uploadedfile import UploadedFile

from accounts.documents import Account
from companies.claims import claiming
from companies.documents import Avatar, Company
from companies.profile import taken_apart
from companies.requisites import Requisites, as_stored
from hiring_platform.documents import now
from hiring_platform.errors import NotFound, Unavailable
from storage.avatars import store_avatar
from storage.store import delete_file

log = structlog.get_logger(__name__)


def update_company(*, actor: Account, **changes: Unpack[Requisites]) -> Company:
    """Change what is given of the requisites of the actor's company. Returns the company as it is now.

    Raises Invalid (`invalid_inn`, `invalid_ogrn`), Conflict (`company_name_taken`, `inn_taken`) and NotFound.
    """
    company = _write(actor.company_id, as_stored(**changes))
    log.info("company_updated", company_id=str(company.id), actor_id=str(actor.id), fields=sorted(changes))
    return company


def update_profile(*, actor: Account, **profile: Any) -> Company:
    """Merge `profile`, in the wire's groups, into the profile of the actor's company; lists are replaced.

    `basic_info.company_name` renames the company. One write, so that two recruiters keep each other's other fields.
    Raises Conflict (`company_name_taken`) and NotFound.
    """
    renamed, described = taken_apart(profile)
    company = _write(actor.company_id, as_stored(**renamed) | described)
    log.info("company_profile_updated", company_id=str(company.id), actor_id=str(actor.id))
    return company


def _write(company_id: ObjectId, values: dict[str, Any]) -> Company:
    updates = {f"set__{name}": value for name, value in values.items()}
    company: Company | None = claiming(
        lambda: Company.objects(id=company_id).modify(**updates, set__updated_at=now(), new=True),
        company_id=company_id,
        name_key=values.get("name_key"),
        inn=values.get("inn"),
    )
    if company is None:
        raise NotFound
    return company


def replace_avatar(*, actor: Account, avatar: "UploadedFile[bytes]") -> Company:
    """The new picture is stored first, then the company points to it, then the old one goes. Returns the company.

    Raises NotFound and what `storage.avatars.store_avatar` raises; the old avatar then stands.
    """
    stored = store_avatar(company_id=actor.company_id, upload=avatar)
    new = Avatar(key=stored.key, content_type=stored.content_type, size=stored.size, sha256=stored.sha256)
    company = Company.objects(id=actor.company_id).modify(set__avatar=new, set__updated_at=now())
    if company is None:
        raise NotFound
    if company.avatar and company.avatar.key != new.key:
        _discard(company.avatar.key)
    company.avatar = new
    log.info("avatar_replaced", company_id=str(company.id), actor_id=str(actor.id))
    return cast(Company, company)


def _discard(key: str) -> None:
    """A file that would not go is the sweep's affair and no reason to refuse what has been done."""
    try:
        delete_file(key=key)
    except Unavailable:
        log.warning("file_left_behind", key=key)
