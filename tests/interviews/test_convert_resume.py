"""POST /convert-resume: whether the interview can begin."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from interviews.choices import Status
from tests.factories import make_interview
from tests.interviews.conftest import Cast


def convert(client: APIClient, cast: Cast) -> Any:
    return client.post("/convert-resume", {"vacancy_id": str(cast.vacancy.id)})


def test_an_open_interview_is_ready(cast: Cast) -> None:
    interview = make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy)
    response = convert(cast.candidate, cast)
    assert (response.status_code, response.json()) == (
        200,
        {"interview_id": str(interview.id), "message": "The interview is ready. You can begin."},
    )


def test_before_the_check_it_is_400(cast: Cast) -> None:
    make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy)
    response = convert(cast.stranger, cast)
    assert (response.status_code, response.json()["code"]) == (400, "resume_not_checked")


def test_a_rejected_candidate_gets_403(cast: Cast) -> None:
    make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status="rejected")
    response = convert(cast.candidate, cast)
    assert (response.status_code, response.json()["code"]) == (403, "resume_rejected")


@pytest.mark.parametrize("status", [Status.COMPLETED, Status.TEST_TASK, Status.FINALIST, Status.OFFER])
def test_a_finished_interview_only_says_so(cast: Cast, status: Status) -> None:
    make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy, status=status)
    response = convert(cast.candidate, cast)
    assert (response.status_code, response.json()) == (200, {"message": "This interview is over."})


def test_companies_and_strangers_to_the_platform_are_refused(cast: Cast, anonymous: APIClient) -> None:
    assert [convert(client, cast).status_code for client in (cast.company, anonymous)] == [403, 401]


def test_a_malformed_id_is_400(cast: Cast) -> None:
    response = cast.candidate.post("/convert-resume", {"vacancy_id": {"$ne": ""}})
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, "vacancy_id")
