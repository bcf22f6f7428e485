"""GET /vacancies/{id}/candidates and GET /vacancies/{id}/interviews: what the company's lists show."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.documents import Entry, Interview
from interviews.staleness import scored_part
from tests.factories import make_candidate, make_interview, make_vacancy
from tests.interviews.canned_ai import MATCH, REPORT
from tests.interviews.conftest import Cast
from vacancies.documents import Vacancy

MOMENT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
LISTS = ("candidates", "interviews")
both = pytest.mark.parametrize("name", LISTS)


def listed(client: APIClient, vacancy: Vacancy, name: str, query: str = "") -> Any:
    return client.get(f"/vacancies/{vacancy.id}/{name}{query}")


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return make_interview(
        candidate=cast.candidate_account,
        vacancy=cast.vacancy,
        status="completed",
        scored_vacancy=scored_part(cast.vacancy),
        resume_score=74,
        resume_analysis=MATCH,
        interview_score=83,
        recommendation="HIRE",
        interview_analysis=REPORT["text"],
        interview_report=REPORT,
        candidate_feedback="Спасибо",
        entries=[Entry(question="Секретный вопрос", answer_text="Секретный ответ")],
        created_at=MOMENT,
        updated_at=MOMENT,
    )


def short_row(cast: Cast, interview: Interview) -> dict[str, Any]:
    return {
        "_id": str(interview.id),
        "user_id": str(cast.candidate_account.id),
        "vacancy_id": str(cast.vacancy.id),
        "company_id": str(cast.company_account.company_id),
        "status": "completed",
        "attempt": 1,
        "resume_score": 74,
        "appeal": None,
        "created_at": "2026-11-24T06:30:00Z",
        "updated_at": "2026-11-24T06:30:00Z",
        "user_name": "Анна Петрова",
        "user_email": cast.candidate_account.email,
        "interview_score": 83,
        "recommendation": "HIRE",
        "needs_review": False,
        "appeal_open": False,
        "stale": False,
    }


@pytest.mark.parametrize("reader", ["company", "colleague"])
def test_candidates_come_with_what_the_ai_made_of_them(cast: Cast, interview: Interview, reader: str) -> None:
    response = listed(getattr(cast, reader), cast.vacancy, "candidates")
    judged = {"resume_analysis": MATCH, "interview_analysis": REPORT["text"], "interview_report": REPORT}
    assert (response.status_code, response.json()) == (
        200,
        {
            "total": 1,
            "page": 1,
            "per_page": 20,
            "total_pages": 1,
            "vacancy_title": "Python-разработчик",
            "candidates": [short_row(cast, interview) | judged],
        },
    )


def test_interviews_come_in_short(cast: Cast, interview: Interview) -> None:
    assert listed(cast.company, cast.vacancy, "interviews").json() == {
        "total": 1,
        "page": 1,
        "per_page": 20,
        "total_pages": 1,
        "interviews": [short_row(cast, interview)],
    }


def test_a_candidate_before_the_interview_has_no_judgement_yet(cast: Cast) -> None:
    make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, resume_score=None)
    [row] = listed(cast.company, cast.vacancy, "candidates").json()["candidates"]
    empty = ("resume_score", "interview_score", "recommendation", "interview_analysis", "interview_report")
    assert [row[name] for name in empty] == [None] * 5


@both
def test_pages_go_from_the_newest_to_the_oldest(cast: Cast, name: str) -> None:
    made = [
        make_interview(candidate=make_candidate(), vacancy=cast.vacancy, created_at=MOMENT + timedelta(minutes=number))
        for number in range(5)
    ]
    pages = [listed(cast.company, cast.vacancy, name, f"?per_page=2&page={page}").json() for page in (1, 2, 3, 4)]
    ids = [[row["_id"] for row in page[name]] for page in pages]
    newest_first = [str(interview.id) for interview in reversed(made)]
    assert ids == [newest_first[:2], newest_first[2:4], newest_first[4:], []]
    assert {(page["total"], page["total_pages"]) for page in pages} == {(5, 3)}


def test_the_best_come_first_when_asked_for(cast: Cast) -> None:
    """Appeals still stand before them; equal scores go by closeness; whom the AI could not score stands last."""
    scores: list[dict[str, Any]] = [
        {"resume_score": 40, "resume_closeness": 0.1},
        {"resume_score": None},
        {"resume_score": 90},
        {"resume_score": 40, "resume_closeness": 0.6},
        {"resume_score": 5, "appeal_open": True},
    ]
    made = [make_interview(candidate=make_candidate(), vacancy=cast.vacancy, **fields) for fields in scores]
    pages = [
        listed(cast.company, cast.vacancy, "candidates", f"?sort=best&per_page=3&page={page}").json() for page in (1, 2)
    ]
    ids = [row["_id"] for page in pages for row in page["candidates"]]
    assert ids == [str(made[place].id) for place in (4, 2, 3, 0, 1)]


def test_a_sorting_there_is_none_of_is_400(cast: Cast) -> None:
    answer = listed(cast.company, cast.vacancy, "candidates", "?sort=worst")
    assert answer.status_code == 400
    assert "newest, best" in answer.content.decode()


@both
def test_per_page_is_capped_at_a_hundred(cast: Cast, name: str) -> None:
    assert listed(cast.company, cast.vacancy, name, "?per_page=100000").json()["per_page"] == 100


@both
@pytest.mark.parametrize("query", ["?page=0", "?page=-1", "?page=x", "?per_page=abc", "?per_page=0"])
def test_a_malformed_page_is_400(cast: Cast, name: str, query: str) -> None:
    assert listed(cast.company, cast.vacancy, name, query).status_code == 400


@both
def test_only_the_vacancys_company_looks(cast: Cast, interview: Interview, name: str, anonymous: APIClient) -> None:
    clients = (cast.rival, cast.candidate, anonymous)
    assert [listed(client, cast.vacancy, name).status_code for client in clients] == [404, 403, 401]
    assert listed(cast.company, Vacancy(id=ObjectId()), name).status_code == 404
    assert cast.company.get(f"/vacancies/nonsense/{name}").status_code == 404


@both
def test_other_vacancies_candidates_are_not_in_it(cast: Cast, interview: Interview, name: str) -> None:
    other = make_vacancy(company=cast.company_account)
    assert listed(cast.company, other, name).json()["total"] == 0


@both
def test_a_score_is_stale_once_the_vacancy_asks_for_something_else(cast: Cast, interview: Interview, name: str) -> None:
    Vacancy.objects(id=cast.vacancy.id).update_one(set__required_skills=["Go"])
    [row] = listed(cast.company, cast.vacancy, name).json()[name]
    assert row["stale"] is True
