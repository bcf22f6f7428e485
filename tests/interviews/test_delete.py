"""DELETE /interviews/{id}: nothing of it remains but the number of the attempt."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from interviews.documents import ApplicationAttempts, Entry, Interview
from tests.factories import make_interview
from tests.interviews.canned_ai import CannedAi
from tests.interviews.conftest import Cast


@pytest.fixture
def interview(cast: Cast) -> Interview:
    entries = [Entry(question="Раз?", answer_text="Раз", status="answered"), Entry(question="Два?")]
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, entries=entries)


def delete(client: APIClient, interview: Interview) -> Any:
    return client.delete(f"/interviews/{interview.id}")


def test_the_candidate_takes_it_back(cast: Cast, interview: Interview) -> None:
    response = delete(cast.candidate, interview)
    assert (response.status_code, response.json()) == (
        200,
        {
            "message": "The interview is deleted.",
            "deleted_interview_id": str(interview.id),
            "deleted_answers": 1,
            "deleted_status_history": 1,
        },
    )
    assert Interview.objects.count() == 0
    assert cast.candidate.get(f"/interviews/{interview.id}/qna").status_code == 404
    assert cast.company.get(f"/interviews/{interview.id}/qna").status_code == 404
    assert cast.candidate.get("/user-interviews").json()["total"] == 0
    assert cast.candidate.get("/user-interviews-status-changes").json()["total"] == 0


def test_deleting_again_is_404(cast: Cast, interview: Interview) -> None:
    delete(cast.candidate, interview)
    assert delete(cast.candidate, interview).status_code == 404
    assert ApplicationAttempts.objects.get().count == 1


def test_applying_again_is_the_next_attempt_and_the_company_sees_it(
    cast: Cast, interview: Interview, canned_ai: CannedAi
) -> None:
    body = {"vacancy_id": str(cast.vacancy.id)}
    delete(cast.candidate, interview)
    second = cast.candidate.post("/check-resume", body).json()["interview_id"]
    cast.candidate.delete(f"/interviews/{second}")
    third = cast.candidate.post("/check-resume", body).json()["interview_id"]
    rows = cast.company.get(f"/vacancies/{cast.vacancy.id}/candidates").json()["candidates"]
    assert [(row["_id"], row["attempt"]) for row in rows] == [(third, 3)]


def test_only_its_candidate_deletes(cast: Cast, interview: Interview, anonymous: APIClient) -> None:
    clients = (cast.stranger, cast.company, anonymous)
    assert [delete(client, interview).status_code for client in clients] == [404, 403, 401]
    assert Interview.objects.count() == 1


@pytest.mark.parametrize("status", ["rejected", "completed", "offer"])
def test_a_decided_interview_can_be_deleted_too(cast: Cast, interview: Interview, status: str) -> None:
    cast.company.put(f"/interviews/{interview.id}/status", {"status": status})
    assert delete(cast.candidate, interview).json()["deleted_status_history"] == 2
