"""Whatever ai-hr does, the caller gets an answer in bounded time: 503 with Retry-After, or 502 where trying again does
not help; and nothing is half stored."""

import time
from typing import Any

import pytest
from structlog.testing import capture_logs

from interviews import ai_client
from interviews.documents import Interview
from tests.interviews.canned_ai import MATCH, CannedAi
from tests.interviews.conftest import Cast
from tests.interviews.talking import begin, entries, say

NONSENSE = {
    "not json": b"<html>It works!</html>",
    "empty": b"",
    "null": b"null",
    "a list": b"[]",
    "a bare number": b"74",
    "invalid UTF-8": b'{"verdict": "\xff"}',
    "not a number": b'{"verdict": "scored", "total_score_percent": NaN}',
    "no score": MATCH | {"total_score_percent": None},
    "a score that cannot be": MATCH | {"total_score_percent": 101},
    "a score for what cannot be told": MATCH | {"verdict": "cannot_tell"},
    "an unknown verdict": MATCH | {"verdict": "excellent"},
    "reasons that are not sentences": MATCH | {"reasons": {"a": 1}},
    "flags that are no flags": MATCH | {"flags": ["text_too_long"]},
    "a name that the store keeps for itself": MATCH | {"$where": "1"},
    "a number that the store cannot hold": MATCH | {"duration_ms": 2**63},
    "bottomless nesting": b'{"a":' * 500 + b"1" + b"}" * 500,
    "an error inside": {"error": {"code": 429}},
}


@pytest.mark.parametrize("answer", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_is_503_and_stores_nothing(cast: Cast, canned_ai: CannedAi, answer: Any) -> None:
    canned_ai.answers["/v1/resume-match"] = lambda message: answer
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, response.json()["code"], response["Retry-After"]) == (503, "ai_unavailable", "5")
    assert Interview.objects.count() == 0


@pytest.mark.parametrize("status", [301, 408, 429, 500, 503])
def test_a_trouble_of_ai_hrs_that_passes_is_503(cast: Cast, canned_ai: CannedAi, status: int) -> None:
    canned_ai.status = status
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, response.json()["code"]) == (503, "ai_unavailable")


@pytest.mark.parametrize("status", [400, 404, 413, 422])
def test_a_refusal_of_ai_hr_is_a_fault_of_ours_and_promises_nothing(
    cast: Cast, canned_ai: CannedAi, status: int
) -> None:
    canned_ai.status = status
    with capture_logs() as lines:
        response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, response.json()["code"]) == (502, "ai_refused")
    assert response.json()["message"].endswith("trying again helps only once it is mended.")
    assert "Retry-After" not in response
    assert Interview.objects.count() == 0
    assert {"event": "ai_refused", "log_level": "error", "path": "/v1/resume-match", "status": status} in lines


def test_an_answer_that_ai_hr_refuses_is_kept_and_goes_on_once_it_is_mended(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    session = begin(cast.candidate, interview)
    canned_ai.status = 422
    refused = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert (refused.status_code, refused.json()["code"]) == (502, "ai_refused")
    assert refused.json()["message"].startswith("Your answer is kept")
    assert entries(interview) == [("Вопрос 1?", "Раз", "received")]
    canned_ai.status = 200
    again = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert (again.status_code, again.json()["question"]) == (201, "Вопрос 2?")


def test_a_silent_service_is_given_up_in_time(cast: Cast, canned_ai: CannedAi, settings: Any) -> None:
    settings.AI_HR_TIMEOUT_SECONDS = 1
    canned_ai.answers["/v1/resume-match"] = lambda message: time.sleep(2.5)
    started = time.monotonic()
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, time.monotonic() - started < 2) == (503, True)


def test_a_trickle_is_given_up_in_time(cast: Cast, canned_ai: CannedAi, settings: Any) -> None:
    settings.AI_HR_TIMEOUT_SECONDS = 1
    canned_ai.seconds_between_bytes = 0.05
    started = time.monotonic()
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, time.monotonic() - started < 2) == (503, True)


def test_an_interview_without_a_single_question_is_over(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    canned_ai.questions = 0
    response = cast.candidate.post("/interviews/answer", {"interview_id": str(interview.id)})
    assert (response.status_code, response.json()["status"]) == (201, "completed")


def test_a_dead_service_is_given_up_at_once(cast: Cast, dead_ai: None) -> None:
    started = time.monotonic()
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, time.monotonic() - started < 1) == (503, True)


def test_the_probe_says_whether_it_is_ready(canned_ai: CannedAi) -> None:
    ai_client.probe()
    canned_ai.status = 503
    with pytest.raises(OSError, match="503"):
        ai_client.probe()
