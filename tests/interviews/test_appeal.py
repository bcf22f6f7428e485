"""POST /interviews/{id}/appeal: a candidate asks for a person."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_interview
from tests.interviews.canned_ai import CannedAi
from tests.interviews.conftest import Cast


@pytest.fixture
def rejected(cast: Cast) -> Interview:
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status="rejected")


def appeal(client: APIClient, interview: Interview, text: Any = "Docker указан в проектах") -> Any:
    return client.post(f"/interviews/{interview.id}/appeal", {"text": text})


def candidates(cast: Cast) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates").json()["candidates"]
    return rows


def test_the_candidate_asks_once(cast: Cast, rejected: Interview) -> None:
    response = appeal(cast.candidate, rejected)
    assert (response.status_code, response.json()["message"]) == (201, "A person of the company will look at it.")
    assert response.json()["appeal"]["text"] == "Docker указан в проектах"
    assert appeal(cast.candidate, rejected).json() == response.json()
    other = appeal(cast.candidate, rejected, "И ещё Kubernetes")
    assert (other.status_code, other.json()["code"]) == (409, "already_appealed")
    [row] = cast.candidate.get("/user-interviews").json()["interviews"]
    assert row["appeal"] == response.json()["appeal"]


def test_of_different_appeals_at_once_one_is_kept(cast: Cast, rejected: Interview, client_for: ClientFor) -> None:
    clients = [client_for(cast.candidate_account) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        texts = [f"Текст {number}" for number in range(4)]
        statuses = [answer.status_code for answer in pool.map(lambda c, t: appeal(c, rejected, t), clients, texts)]
    assert sorted(statuses) == [201, 409, 409, 409]


def test_the_company_sees_appeals_first_until_it_decides(cast: Cast, rejected: Interview) -> None:
    newer = make_interview(candidate=make_candidate(), vacancy=cast.vacancy)
    assert [row["_id"] for row in candidates(cast)] == [str(newer.id), str(rejected.id)]
    appeal(cast.candidate, rejected)
    first = candidates(cast)[0]
    assert (first["_id"], first["appeal_open"]) == (str(rejected.id), True)
    assert first["appeal"]["text"] == "Docker указан в проектах"
    cast.company.put(f"/interviews/{rejected.id}/status", {"status": "rejected"})
    assert [(row["_id"], row["appeal_open"]) for row in candidates(cast)] == [
        (str(newer.id), False),
        (str(rejected.id), False),
    ]
    assert len(Interview.objects.get(id=rejected.id).status_history) == 1


def test_a_candidate_who_was_heard_is_let_into_the_interview(
    cast: Cast, rejected: Interview, canned_ai: CannedAi
) -> None:
    appeal(cast.candidate, rejected)
    response = cast.company.put(f"/interviews/{rejected.id}/status", {"status": "active"})
    assert (response.status_code, response.json()["status"]) == (200, "active")
    begun = cast.candidate.post("/interviews/answer", {"interview_id": str(rejected.id)})
    assert (begun.status_code, begun.json()["question"]) == (201, "Вопрос 1?")
    changes = cast.candidate.get("/user-interviews-status-changes").json()["status_changes"]
    assert [change["status"] for change in changes] == ["rejected", "active"]


@pytest.mark.parametrize("score", [7, None])
def test_whoever_waits_for_a_review_may_appeal(cast: Cast, score: int | None) -> None:
    waiting = make_interview(
        candidate=cast.candidate_account, vacancy=cast.vacancy, resume_score=score, needs_review=True
    )
    assert appeal(cast.candidate, waiting).status_code == 201


@pytest.mark.parametrize("status", ["active", "completed", "finalist"])
def test_whoever_is_in_good_standing_has_nothing_to_appeal(cast: Cast, status: str) -> None:
    passed = make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status=status, resume_score=83)
    response = appeal(cast.candidate, passed, "Поставьте меня первым")
    assert (response.status_code, response.json()["code"]) == (409, "nothing_to_appeal")
    [row] = candidates(cast)
    assert (row["appeal"], row["appeal_open"]) == (None, False)


def test_an_appeal_that_was_granted_can_still_be_repeated(cast: Cast, rejected: Interview) -> None:
    first = appeal(cast.candidate, rejected)
    cast.company.put(f"/interviews/{rejected.id}/status", {"status": "active"})
    again = appeal(cast.candidate, rejected)
    assert (again.status_code, again.json()) == (201, first.json())
    assert candidates(cast)[0]["appeal_open"] is False


def test_without_an_appeal_nobody_is_let_back(cast: Cast, rejected: Interview) -> None:
    response = cast.company.put(f"/interviews/{rejected.id}/status", {"status": "active"})
    assert (response.status_code, "active" in response.json()["allowed_statuses"]) == (400, False)


def test_only_its_candidate_appeals(cast: Cast, rejected: Interview, anonymous: APIClient) -> None:
    clients = (cast.stranger, cast.company, anonymous)
    assert [appeal(client, rejected).status_code for client in clients] == [404, 403, 401]


@pytest.mark.parametrize("text", ["", "  ", None, 5, {"$ne": ""}, "a" * 2001, "null\0byte"])
def test_a_malformed_text_is_400(cast: Cast, rejected: Interview, text: Any) -> None:
    response = appeal(cast.candidate, rejected, text)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "text")
    assert Interview.objects.get().appeal is None
