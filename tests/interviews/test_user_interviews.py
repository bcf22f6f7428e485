"""GET /user-interviews and GET /user-interviews-status-changes: a candidate's own lists."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from rest_framework.test import APIClient

from companies.documents import Company
from interviews.documents import Interview, StatusChange
from tests.factories import make_interview, make_vacancy
from tests.interviews.canned_ai import MATCH, REPORT
from tests.interviews.conftest import Cast
from vacancies.documents import Vacancy

MOMENT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LISTS = ("/user-interviews", "/user-interviews-status-changes")
both = pytest.mark.parametrize("path", LISTS)


def moved(status: str, minutes: int, before: str | None = None) -> StatusChange:
    return StatusChange(
        from_status=before, status=status, updated_at=MOMENT + timedelta(minutes=minutes), reason="Внутреннее"
    )


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return make_interview(
        candidate=cast.candidate_account,
        vacancy=cast.vacancy,
        status="completed",
        resume_analysis=MATCH,
        interview_score=83,
        recommendation="HIRE",
        interview_analysis=REPORT["text"],
        interview_report=REPORT,
        created_at=MOMENT,
        updated_at=MOMENT,
        status_history=[moved("active", 0), moved("completed", 20, "active")],
    )


def company_name(cast: Cast) -> str:
    return str(Company.objects.get(id=cast.company_account.company_id).company_name)


def page(name: str, *rows: dict[str, Any]) -> dict[str, Any]:
    total = len(rows)
    return {"total": total, "page": 1, "per_page": 500, "total_pages": min(total, 1), name: list(rows)}


def test_a_candidate_lists_the_interviews_without_the_companys_side(cast: Cast, interview: Interview) -> None:
    response = cast.candidate.get("/user-interviews")
    row = {
        "_id": str(interview.id),
        "user_id": str(cast.candidate_account.id),
        "vacancy_id": str(cast.vacancy.id),
        "company_id": str(cast.company_account.company_id),
        "status": "completed",
        "attempt": 1,
        "resume_score": 70,
        "appeal": None,
        "created_at": "2026-11-24T06:30:00Z",
        "updated_at": "2026-11-24T06:30:00Z",
        "vacancy_title": "Python-разработчик",
        "company_name": company_name(cast),
        "reasons": MATCH["reasons"],
    }
    assert (response.status_code, response.json()) == (200, page("interviews", row))


def test_interviews_go_from_the_newest_to_the_oldest(cast: Cast, interview: Interview) -> None:
    newer = make_interview(candidate=cast.candidate_account, vacancy=make_vacancy(company=cast.company_account))
    rows = cast.candidate.get("/user-interviews").json()["interviews"]
    assert [row["_id"] for row in rows] == [str(newer.id), str(interview.id)]


def test_status_changes_go_from_the_oldest_to_the_newest_over_all_interviews(cast: Cast, interview: Interview) -> None:
    other = make_interview(
        candidate=cast.candidate_account,
        vacancy=make_vacancy(company=cast.company_account, title="Повар"),
        status_history=[moved("rejected", 10)],
    )
    response = cast.candidate.get("/user-interviews-status-changes")
    first, last = interview.status_history
    [middle] = other.status_history

    def row(change: StatusChange, of: Interview, title: str, minutes: int) -> dict[str, Any]:
        return {
            "_id": str(change.change_id),
            "interview_id": str(of.id),
            "user_id": str(cast.candidate_account.id),
            "vacancy_id": str(of.vacancy_id),
            "company_id": str(of.company_id),
            "vacancy_title": title,
            "company_name": company_name(cast),
            "from_status": change.from_status,
            "status": change.status,
            "updated_at": f"2026-11-24T06:{30 + minutes}:00Z",
        }

    assert (response.status_code, response.json()) == (
        200,
        page(
            "status_changes",
            row(first, interview, "Python-разработчик", 0),
            row(middle, other, "Повар", 10),
            row(last, interview, "Python-разработчик", 20),
        ),
    )


@both
def test_a_deleted_vacancy_keeps_its_title(cast: Cast, interview: Interview, path: str) -> None:
    Vacancy.objects(id=cast.vacancy.id).update_one(set__deleted_at=MOMENT)
    body = cast.candidate.get(path).json()
    rows = body.get("interviews") or body["status_changes"]
    assert {row["vacancy_title"] for row in rows} == {"Python-разработчик"}


@both
def test_only_ones_own(cast: Cast, interview: Interview, path: str, anonymous: APIClient) -> None:
    assert cast.stranger.get(path).json()["total"] == 0
    assert [client.get(path).status_code for client in (cast.company, anonymous)] == [403, 401]


@both
def test_pages_are_500_long_and_no_longer(cast: Cast, interview: Interview, path: str) -> None:
    assert cast.candidate.get(f"{path}?per_page=9999").json()["per_page"] == 500
    assert cast.candidate.get(f"{path}?per_page=1").json()["per_page"] == 1
    assert cast.candidate.get(f"{path}?page=2").json()["total"] in {1, 2}
    assert cast.candidate.get(f"{path}?page=0").status_code == 400


def test_status_changes_are_cut_into_pages_by_change(cast: Cast, interview: Interview) -> None:
    body = cast.candidate.get("/user-interviews-status-changes?per_page=1&page=2").json()
    assert (body["total"], body["total_pages"]) == (2, 2)
    assert [row["status"] for row in body["status_changes"]] == ["completed"]
