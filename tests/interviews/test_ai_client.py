"""Whatever ai-hr does, the caller gets an answer in bounded time: 503 with Retry-After, and nothing half stored."""

import time
from typing import Any

import pytest

from interviews import ai_client
from interviews.documents import Interview
from tests.interviews.canned_ai import MATCH, CannedAi
from tests.interviews.conftest import Cast

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


@pytest.mark.parametrize("status", [301, 400, 404, 413, 422, 500, 503])
def test_a_refusal_of_ai_hr_is_503(cast: Cast, canned_ai: CannedAi, status: int) -> None:
    canned_ai.status = status
    response = cast.candidate.post("/check-resume", {"vacancy_id": str(cast.vacancy.id)})
    assert (response.status_code, response.json()["code"]) == (503, "ai_unavailable")


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
