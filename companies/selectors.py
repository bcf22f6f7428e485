"""Every read of companies."""

from collections.abc import Iterator

from bson import ObjectId

from accounts.documents import Account
from companies.documents import Avatar, Company
from companies.names import name_key
from hiring_platform.errors import NotFound
from hiring_platform.paging import Page, PageRequest, read_page

_NEWEST_FIRST = {"created_at": -1, "_id": -1}
_SHOWN = ("company_name", "email", "inn", "ogrn", "legal_address", "avatar")
_SHOWN_TO_STAFF = (*_SHOWN, "registered_by", "created_at", "updated_at")


def company_of(account: Account) -> Company:
    """The company whose recruiter `account` is. Raises NotFound."""
    return company_by_id(account.company_id)


def company_by_id(company_id: ObjectId) -> Company:
    """Raises NotFound."""
    found: Company | None = Company.objects(id=company_id).first()
    if found is None:
        raise NotFound
    return found


def companies(*, page: PageRequest) -> Page:
    """A page of all companies, newest first, without their profiles."""
    stages = [{"$project": dict.fromkeys(_SHOWN, 1)}]
    return read_page(Company, match={}, sort=_NEWEST_FIRST, request=page, stages=stages)


def companies_for_staff(*, page: PageRequest, inn: str = "", company_name: str = "") -> Page:
    """A page of the companies with this INN and this name, where they are given; newest first."""
    asked = {"inn": inn, "name_key": name_key(company_name)}
    match = {name: value for name, value in asked.items() if value}
    stages = [{"$project": dict.fromkeys(_SHOWN_TO_STAFF, 1)}]
    return read_page(Company, match=match, sort=_NEWEST_FIRST, request=page, stages=stages)


def avatar_of(*, company_id: ObjectId, sha256: str) -> Avatar:
    """The company's present avatar, if its digest is `sha256`. Raises NotFound."""
    company = Company.objects(id=company_id).only("avatar").first()
    if company is None or company.avatar is None or company.avatar.sha256 != sha256:
        raise NotFound
    avatar: Avatar = company.avatar
    return avatar


def avatar_keys() -> Iterator[str]:
    """Every file of the store that a company refers to."""
    yield from Company.objects(avatar__key__exists=True).scalar("avatar__key").no_cache()
