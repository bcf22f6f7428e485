"""POST /interviews/answer said twice: by a client, by racing clients, or after the AI was away."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.interviews.canned_ai import REPORT, CannedAi
from tests.interviews.conftest import Cast
from tests.interviews.talking import begin, entries, finish, say, stored


def test_the_same_answer_is_stored_once_and_answered_the_same(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    session = begin(cast.candidate, interview)
    first = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 2?")
    again = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert (again.status_code, again.json()) == (201, first.json())


def test_the_last_answer_again_is_the_same_ending(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    ending = finish(cast.candidate, interview)
    session = ending.json()["mlinterview_id"]
    again = say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 2?")
    assert (again.status_code, again.json()) == (201, ending.json())
    assert len(stored(interview).status_history) == 2


def test_another_answer_to_an_answered_question_is_409(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    other = say(cast.candidate, interview, "Нет, два", mlinterview_id=session, question="Вопрос 1?")
    assert (other.status_code, other.json()["code"]) == (409, "already_answered")
    assert entries(interview)[0][1] == "Раз"


def test_eight_equal_answers_at_once_are_one(
    cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
) -> None:
    session = begin(cast.candidate, interview)
    bodies = race(cast, client_for, interview, session, ["Раз"] * 8)
    assert [status for status, _body in bodies] == [201] * 8
    assert all(body == bodies[0][1] for _status, body in bodies)
    assert len(entries(interview)) == 2


def test_of_different_answers_at_once_one_wins(
    cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
) -> None:
    session = begin(cast.candidate, interview)
    bodies = race(cast, client_for, interview, session, [f"Ответ {number}" for number in range(8)])
    won = [body for status, body in bodies if status == 201]
    lost = [body["code"] for status, body in bodies if status == 409]
    assert (len(won), lost) == (1, ["already_answered"] * 7)
    assert entries(interview)[0][1] == won[0]["answer_text"]


def race(cast: Cast, client_for: ClientFor, interview: Interview, session: str, texts: list[str]) -> list[Any]:
    clients = [client_for(cast.candidate_account) for _ in texts]

    def answer(client: APIClient, text: str) -> tuple[int, Any]:
        response = say(client, interview, text, mlinterview_id=session, question="Вопрос 1?")
        return response.status_code, response.json()

    with ThreadPoolExecutor(len(texts)) as pool:
        return list(pool.map(answer, clients, texts))


def test_words_are_kept_and_the_same_call_goes_on(
    cast: Cast, canned_ai: CannedAi, interview: Interview, settings: Any
) -> None:
    session = begin(cast.candidate, interview)
    settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
    refused = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    assert "Your answer is kept" in refused.json()["message"]
    assert entries(interview) == [("Вопрос 1?", "Раз", "received")]
    other = say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 1?")
    assert (other.status_code, other.json()["code"]) == (409, "already_answered")
    settings.AI_HR_SERVICE_URL = canned_ai.url
    again = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert (again.status_code, again.json()["question"]) == (201, "Вопрос 2?")
    assert [entry[1] for entry in entries(interview)] == ["Раз", ""]


def test_beginning_again_goes_on_too(cast: Cast, canned_ai: CannedAi, interview: Interview, settings: Any) -> None:
    session = begin(cast.candidate, interview)
    settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
    say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    settings.AI_HR_SERVICE_URL = canned_ai.url
    assert say(cast.candidate, interview).json()["question"] == "Вопрос 2?"


def test_a_report_that_fails_ends_nothing(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    canned_ai.answers["/v1/interview/report"] = lambda message: b"<html>"
    assert finish(cast.candidate, interview).status_code == 503
    assert (stored(interview).status, entries(interview)[-1][2]) == ("active", "received")
    canned_ai.answers["/v1/interview/report"] = lambda message: REPORT
    assert say(cast.candidate, interview).json()["status"] == "completed"


def test_a_deletion_meanwhile_is_not_undone(
    cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
) -> None:
    session = begin(cast.candidate, interview)
    quick = canned_ai.answers["/v1/interview/next"]

    def slow(message: Any) -> Any:
        time.sleep(0.7)
        return quick(message)

    canned_ai.answers["/v1/interview/next"] = slow
    with ThreadPoolExecutor(1) as pool:
        body = {"mlinterview_id": session, "question": "Вопрос 1?", "answer_text": "Раз"}
        answer = pool.submit(lambda: say(cast.candidate, interview, **body))
        time.sleep(0.3)
        deleted = client_for(cast.candidate_account).delete(f"/interviews/{interview.id}")
    assert (deleted.status_code, answer.result().status_code) == (200, 404)
    assert Interview.objects.count() == 0
