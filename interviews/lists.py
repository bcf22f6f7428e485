"""Lists of interviews: one call to the database each, names included. What was said in an interview is not loaded."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from accounts.documents import Account
from hiring_platform.paging import Page, PageRequest, Row, Stage, read_page
from interviews.choices import Order
from interviews.documents import Interview
from interviews.selectors import interviews_visible_to
from interviews.staleness import scored_part
from vacancies.documents import Vacancy

_NEWEST_FIRST = {"created_at": -1, "_id": -1}
_ORDERS = {
    Order.NEWEST: {"appeal_open": -1} | _NEWEST_FIRST,
    Order.BEST: {"appeal_open": -1, "resume_score": -1, "resume_closeness": -1, "_id": -1},
}
_STATE = (
    "user_id", "vacancy_id", "company_id", "status", "attempt", "resume_score", "appeal", "created_at", "updated_at",
)  # fmt: skip
_FOR_THE_COMPANY = (*_STATE, "interview_score", "recommendation", "needs_review", "appeal_open", "stale")
_COMPARED = (*_FOR_THE_COMPANY, "scored_vacancy")
_JUDGEMENTS = ("resume_analysis", "interview_analysis", "interview_report")


def _only(*fields: str) -> Stage:
    return {"$project": dict.fromkeys(fields, 1)}


def _joined(collection: str, key: str, name: str) -> Sequence[Stage]:
    """Put the document that `key` points to under `name`; the row stays when there is none."""
    return (
        {"$lookup": {"from": collection, "localField": key, "foreignField": "_id", "as": name}},
        {"$unwind": {"path": f"${name}", "preserveNullAndEmptyArrays": True}},
    )


_CANDIDATE = _joined("accounts", "user_id", "user")
_CANDIDATE_NAMES = ("user.name", "user.surname", "user.email")
# A deleted vacancy keeps its row, so that its title still shows in a candidate's history.
_EMPLOYER = (*_joined("vacancies", "vacancy_id", "vacancy"), *_joined("companies", "company_id", "company"))
_EMPLOYER_NAMES = ("vacancy.title", "company.company_name")


def candidates_of(*, vacancy: Vacancy, order: Order, page: PageRequest) -> Page:
    """The candidates of a vacancy with what the AI made of them: appeals first, then the newest or the best.

    By the best, those whom the AI could not score stand last: they are no worse, but nothing is known of them.
    """
    fields = (*_COMPARED, *_JUDGEMENTS)
    stages = [_only(*fields), *_CANDIDATE, _only(*fields, *_CANDIDATE_NAMES)]
    return _of_vacancy(vacancy, sort=_ORDERS[order], page=page, stages=stages)


def interviews_of(*, vacancy: Vacancy, page: PageRequest) -> Page:
    """The interviews of a vacancy in short, newest first."""
    stages = [_only(*_COMPARED), *_CANDIDATE, _only(*_COMPARED, *_CANDIDATE_NAMES)]
    return _of_vacancy(vacancy, sort=_NEWEST_FIRST, page=page, stages=stages)


def _of_vacancy(vacancy: Vacancy, *, sort: Mapping[str, int], page: PageRequest, stages: Sequence[Stage]) -> Page:
    found = read_page(Interview, match={"vacancy_id": vacancy.id}, sort=sort, request=page, stages=stages)
    current = scored_part(vacancy)
    rows = [row | {"stale": row.get("stale") or row.get("scored_vacancy") != current} for row in found.rows]
    return replace(found, rows=rows)


def applications_of(*, candidate: Account, page: PageRequest) -> Page:
    """A candidate's own interviews, newest first, with nothing in them that is the company's."""
    fields = (*_STATE, "resume_analysis.reasons", "resume_analysis.reasons_by_language")
    stages = [_only(*fields), *_EMPLOYER, _only(*fields, *_EMPLOYER_NAMES)]
    return read_page(Interview, match=interviews_visible_to(candidate), sort=_NEWEST_FIRST, request=page, stages=stages)


def status_changes_of(*, candidate: Account, page: PageRequest) -> Page:
    """Every change of status in a candidate's interviews, oldest first."""
    pointers: Row = dict.fromkeys(("user_id", "vacancy_id", "company_id"), 1)
    change = {
        "_id": "$status_history.change_id",
        "interview_id": "$_id",
        "status": "$status_history.status",
        "from_status": "$status_history.from_status",
        "updated_at": "$status_history.updated_at",
    }
    return read_page(
        Interview,
        match=interviews_visible_to(candidate),
        unwound=[{"$project": pointers | {"status_history": 1}}, {"$unwind": "$status_history"}],
        sort={"status_history.updated_at": 1, "status_history.change_id": 1},
        request=page,
        stages=[
            {"$project": pointers | change},
            *_EMPLOYER,
            _only(*pointers, *change, *_EMPLOYER_NAMES),
        ],
    )


def interviews_for_staff(*, filters: Row, page: PageRequest) -> Page:
    """Interviews of all companies that have the values of `filters`, newest first."""
    names = (*_CANDIDATE_NAMES, *_EMPLOYER_NAMES)
    stages = [_only(*_FOR_THE_COMPANY), *_CANDIDATE, *_EMPLOYER, _only(*_FOR_THE_COMPANY, *names)]
    return read_page(Interview, match=filters, sort=_NEWEST_FIRST, request=page, stages=stages)
