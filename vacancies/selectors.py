"""Every read of vacancies, and who may see which."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack, cast

from bson import ObjectId

from accounts.documents import Account
from hiring_platform.errors import NotFound
from hiring_platform.paging import BEFORE_EVERYTHING, Page, PageRequest, Row, Stage, read_page
from vacancies.choices import Grade, Order
from vacancies.documents import Vacancy
from vacancies.search import phrase_key, query_words

_SHOWN = (
    "company_id", "title", "grade", "work_field", "required_skills", "optional_skills", "min_experience",
    "max_experience", "description", "work_address", "screening", "created_at", "updated_at", "deleted_at",
)  # fmt: skip
_AS_ROWS: Sequence[Stage] = (
    {"$project": dict.fromkeys(_SHOWN, 1)},
    {"$lookup": {"from": "companies", "localField": "company_id", "foreignField": "_id", "as": "company"}},
    {"$unwind": {"path": "$company", "preserveNullAndEmptyArrays": True}},
    {"$project": dict.fromkeys((*_SHOWN, "company.company_name"), 1)},
)
_SEARCH_KEYS = ("search_words", "skill_keys", "field_key")
_SORTS = {
    Order.NEWEST: {"created_at": -1, "_id": -1},
    Order.OLDEST: {"created_at": 1, "_id": 1},
}


class VacancyFilters(TypedDict, total=False):
    """Which vacancies are asked for; all that are given must hold.

    `experience` is in years and finds the vacancies whose bounds hold it; `q` the vacancies with all of its words in
    title, description or skills. A `q` without words in it asks for nothing in particular.
    """

    company_id: ObjectId
    grade: Grade
    work_field: str
    skill: str
    experience: float
    q: str


def vacancies_visible_to(account: Account) -> Row:
    """Every open vacancy is public to whoever has signed in, of any role and company."""
    return {"deleted_at": None}


def vacancies_for(*, account: Account, order: Order, page: PageRequest, **filters: Unpack[VacancyFilters]) -> Page:
    """A page of the vacancies that `account` may see. A company that names no company is shown its own."""
    own: VacancyFilters = {"company_id": account.company_id} if account.company_id else {}
    found = _page(vacancies_visible_to(account), own | filters, order, page)
    return replace(found, rows=[_as_seen_by(account, row) for row in found.rows])


def vacancies_for_staff(*, deleted: bool, page: PageRequest, **filters: Unpack[VacancyFilters]) -> Page:
    """A page of all companies' open vacancies, or of the deleted ones; newest first."""
    state: Row = {"deleted_at": {"$gt": BEFORE_EVERYTHING}} if deleted else {"deleted_at": None}
    return _page(state, filters, Order.NEWEST, page)


def vacancy_row(*, account: Account, vacancy_id: ObjectId) -> Row:
    """One vacancy as it stands in a list. Raises NotFound."""
    match = vacancies_visible_to(account) | {"_id": vacancy_id}
    for row in Vacancy._get_collection().aggregate([{"$match": match}, *_AS_ROWS]):
        return _as_seen_by(account, row)
    raise NotFound


def _page(state: Row, filters: VacancyFilters, order: Order, page: PageRequest) -> Page:
    # A server that plans well takes the matches together and picks the best index. One that does not uses the index
    # of the first, which is why that one leaves the fewest rows.
    conditions = list(_conditions(filters))
    match = state | conditions.pop(0) if conditions else state
    narrowing = [{"$match": condition} for condition in conditions]
    return read_page(Vacancy, match=match, sort=_SORTS[order], request=page, stages=_AS_ROWS, unwound=narrowing)


def _conditions(filters: VacancyFilters) -> Iterator[Row]:
    """What `filters` ask of a vacancy, one field each, beginning with what usually leaves the fewest."""
    asked: Row = dict(filters)
    for word in sorted(query_words(asked.get("q", "")), key=len, reverse=True):
        yield {"search_words": word}
    if asked.get("skill"):
        yield {"skill_keys": phrase_key(asked["skill"])}
    if "company_id" in asked:
        yield {"company_id": asked["company_id"]}
    if asked.get("work_field"):
        yield {"field_key": phrase_key(asked["work_field"])}
    if "grade" in asked:
        yield {"grade": asked["grade"]}
    if "experience" in asked:
        yield {"min_experience": {"$lte": asked["experience"]}}
        yield {"max_experience": {"$gte": asked["experience"]}}


def _as_seen_by(account: Account, row: Row) -> Row:
    """A company's screening rule is its own business."""
    if row["company_id"] != account.company_id:
        row.pop("screening", None)
    return row


def owns(account: Account, vacancy: Vacancy) -> bool:
    """Whether `account` belongs to the company that posted the vacancy."""
    return bool(account.company_id == vacancy.company_id)


def vacancy_owned_by(*, account: Account, vacancy_id: ObjectId) -> Vacancy:
    """An open vacancy of the account's own company, without its question bank.

    Raises NotFound for another company's, as for one that does not exist: a stranger must not learn the difference.
    """
    return _one(_owned_by(account, vacancy_id), without=(*_SEARCH_KEYS, "questions"))


def bank_owned_by(*, account: Account, vacancy_id: ObjectId) -> Vacancy:
    """`vacancy_owned_by` with the question bank and its answer keys."""
    return _one(_owned_by(account, vacancy_id))


def visible_bank(*, account: Account, vacancy_id: ObjectId) -> Vacancy:
    """A vacancy with its question bank, for whoever may see the vacancy: the keys are for the owner only, see `owns`.
    Raises NotFound."""
    return _one({"_id": vacancy_id, **vacancies_visible_to(account)})


def open_vacancy(vacancy_id: ObjectId) -> Vacancy:
    """A vacancy that candidates can apply to, with its question bank. Raises NotFound."""
    return _one({"_id": vacancy_id, "deleted_at": None})


def vacancy_for_interview(vacancy_id: ObjectId) -> Vacancy:
    """A vacancy with its question bank, even a deleted one: its interviews go on. Raises NotFound."""
    return _one({"_id": vacancy_id})


def _owned_by(account: Account, vacancy_id: ObjectId) -> Row:
    return {"_id": vacancy_id, "company_id": account.company_id, "deleted_at": None}


def _one(match: Row, *, without: Sequence[str] = _SEARCH_KEYS) -> Vacancy:
    found = Vacancy.objects(__raw__=match).exclude(*without).first()
    if found is None:
        raise NotFound
    return cast(Vacancy, found)
