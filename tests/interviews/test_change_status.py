"""PUT /interviews/{id}/status and PUT /interviews/change-status: two addresses of one decision."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_interview
from tests.interviews.canned_ai import CannedAi
from tests.interviews.conftest import Cast

ALLOWED = ["rejected", "completed", "test_task", "finalist", "offer"]
Decide = Callable[..., Any]


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy)


def by_path(client: APIClient, interview: Interview, **body: Any) -> Any:
    return client.put(f"/interviews/{interview.id}/status", body)


def by_body(client: APIClient, interview: Interview, **body: Any) -> Any:
    return client.put("/interviews/change-status", {"interview_id": str(interview.id)} | body)


both = pytest.mark.parametrize("decide", [by_path, by_body])


def history(interview: Interview) -> list[tuple[Any, ...]]:
    rows = Interview.objects.get(id=interview.id).status_history
    return [(row.from_status, row.status, row.actor_id, row.actor_role, row.reason) for row in rows]


@both
@pytest.mark.parametrize("status", ALLOWED)
def test_the_company_moves_the_interview_and_the_history_says_so(
    cast: Cast, interview: Interview, decide: Decide, status: str
) -> None:
    response = decide(cast.company, interview, status=status, reason="Так решили")
    assert (response.status_code, response.json()) == (
        200,
        {
            "message": "The status of the interview is kept.",
            "status": status,
            "actions": [other for other in ALLOWED if other != status],
        },
    )
    assert history(interview) == [
        (None, "active", cast.candidate_account.id, "user", ""),
        ("active", status, cast.company_account.id, "company", "Так решили"),
    ]


@both
@pytest.mark.parametrize("status", ["active", "test_task"])
def test_a_decision_ends_the_review(cast: Cast, interview: Interview, decide: Decide, status: str) -> None:
    interview.modify(needs_review=True)
    assert decide(cast.company, interview, status=status).json()["status"] == status
    [row] = cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates").json()["candidates"]
    assert (row["status"], row["needs_review"]) == (status, False)


@both
def test_a_candidate_left_in_the_interview_has_no_new_status(cast: Cast, interview: Interview, decide: Decide) -> None:
    interview.modify(needs_review=True)
    answers = [decide(cast.company, interview, status="active") for _ in range(2)]
    assert [(answer.status_code, answer.json()["actions"]) for answer in answers] == [(200, ALLOWED)] * 2
    assert len(history(interview)) == 1


@both
def test_the_same_status_again_writes_nothing(cast: Cast, interview: Interview, decide: Decide) -> None:
    decide(cast.company, interview, status="offer")
    before = Interview.objects.get().to_mongo()
    assert decide(cast.colleague, interview, status="offer").status_code == 200
    assert Interview.objects.get().to_mongo() == before


@both
@pytest.mark.parametrize("status", ["active", "hired", "", "OFFER", "{'$ne': 1}"])
def test_an_unknown_status_is_400_with_the_allowed_ones(
    cast: Cast, interview: Interview, decide: Decide, status: str
) -> None:
    response = decide(cast.company, interview, status=status)
    body = response.json()
    assert (response.status_code, body["allowed_statuses"], body["errors"][0]["field"]) == (400, ALLOWED, "status")
    assert len(history(interview)) == 1


@both
@pytest.mark.parametrize("body", [{}, {"status": 5}, {"status": None}, {"status": ["offer"]}, {"status": {"$ne": 1}}])
def test_a_malformed_status_is_400_with_the_allowed_ones(
    cast: Cast, interview: Interview, decide: Decide, body: dict[str, Any]
) -> None:
    response = decide(cast.company, interview, **body)
    assert (response.status_code, response.json()["allowed_statuses"]) == (400, ALLOWED)
    assert len(history(interview)) == 1


@both
def test_a_reason_has_a_bound(cast: Cast, interview: Interview, decide: Decide) -> None:
    response = decide(cast.company, interview, status="offer", reason="a" * 2001)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "reason")


@both
def test_nobody_but_its_company_decides(cast: Cast, interview: Interview, decide: Decide, anonymous: APIClient) -> None:
    clients = (cast.rival, cast.candidate, cast.stranger, anonymous)
    assert [decide(client, interview, status="offer").status_code for client in clients] == [404, 403, 403, 401]
    assert len(history(interview)) == 1


@both
def test_an_unknown_interview_is_404(cast: Cast, decide: Decide) -> None:
    assert decide(cast.company, Interview(id=ObjectId()), status="offer").status_code == 404


def test_a_malformed_id_is_400_in_the_body_and_404_in_the_path(cast: Cast) -> None:
    body = {"interview_id": {"$gt": ""}, "status": "offer"}
    assert cast.company.put("/interviews/change-status", body).status_code == 400
    assert cast.company.put("/interviews/nonsense/status", {"status": "offer"}).status_code == 404


def test_two_decisions_at_once_are_both_in_the_history(cast: Cast, interview: Interview, client_for: ClientFor) -> None:
    clients = [client_for(cast.company_account) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        responses = list(pool.map(lambda c, s: by_path(c, interview, status=s), clients, ALLOWED[:4]))
    assert [response.status_code for response in responses] == [200] * 4
    rows = history(interview)
    assert sorted(row[1] for row in rows[1:]) == sorted(ALLOWED[:4])
    assert [row[0] for row in rows[1:]] == [row[1] for row in rows[:-1]]


def test_a_decision_in_the_middle_of_an_answer_stands(cast: Cast, interview: Interview, canned_ai: CannedAi) -> None:
    """The AI is still thinking about an answer when the company decides."""
    thinking, decided = threading.Event(), threading.Event()
    quick = canned_ai.answers["/v1/interview/next"]

    def slow(message: Any) -> Any:
        thinking.set()
        decided.wait(5)
        return quick(message)

    begun = cast.candidate.post("/interviews/answer", {"interview_id": str(interview.id)}).json()
    canned_ai.answers["/v1/interview/next"] = slow
    body = {name: begun[name] for name in ("interview_id", "mlinterview_id", "question")} | {"answer_text": "Раз"}
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(lambda: cast.candidate.post("/interviews/answer", body))
        thinking.wait(5)
        assert by_path(cast.company, interview, status="finalist").status_code == 200
        decided.set()
    assert (answer.result().status_code, answer.result().json()["code"]) == (409, "interview_not_active")
    kept = Interview.objects.get()
    assert (kept.status, kept.entries[0].answer_text) == ("finalist", "Раз")
