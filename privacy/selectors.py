"""What a candidate may read of himself, and who has read his resume."""

from collections.abc import Iterator

from accounts.documents import Account, ResumeAccess
from hiring_platform.errors import NotFound
from hiring_platform.paging import Page, PageRequest, Row, Stage, read_page
from interviews.documents import Interview

_COMPANY: Stage = {"$lookup": {"from": "companies", "localField": "company_id", "foreignField": "_id", "as": "company"}}
_VACANCY: Stage = {"$lookup": {"from": "vacancies", "localField": "vacancy_id", "foreignField": "_id", "as": "vacancy"}}


def accesses_to_resume_of(*, candidate: Account, request: PageRequest) -> Page:
    """Newest first, with the names of the companies; who of a company it was is the company's affair."""
    shown = {"read_at": 1, "reader_role": 1, "company_id": 1, "company.company_name": 1}
    return read_page(
        ResumeAccess,
        match={"candidate_id": candidate.id},
        sort={"read_at": -1, "_id": -1},
        request=request,
        stages=[_COMPANY, {"$project": shown}],
    )


def every_access_to_resume_of(candidate: Account) -> Iterator[Row]:
    yield from _rows(ResumeAccess, [{"$match": {"candidate_id": candidate.id}}, {"$sort": {"read_at": 1}}, _COMPANY])


def every_interview_of(candidate: Account) -> Iterator[Row]:
    """Whole, with the names of vacancy and company."""
    mine: list[Stage] = [{"$match": {"user_id": candidate.id}}, {"$sort": {"created_at": 1}}]
    yield from _rows(Interview, [*mine, _VACANCY, _COMPANY])


def account_without_secrets(candidate: Account) -> Account:
    """With the resume's text. Raises NotFound."""
    secrets = ("password_hash", "sessions", "known_addresses")
    found: Account | None = Account.objects(id=candidate.id).exclude(*secrets).first()
    if found is None:
        raise NotFound
    return found


def _rows(document: type[Interview | ResumeAccess], pipeline: list[Stage]) -> Iterator[Row]:
    for row in document._get_collection().aggregate(pipeline):
        row["company_name"] = next((one["company_name"] for one in row["company"]), None)
        row["vacancy_title"] = next((one["title"] for one in row.get("vacancy", [])), None)
        yield row
