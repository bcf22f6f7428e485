"""POST /interviews/answer without a session: an interview begins, or is returned to."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.interviews.canned_ai import CannedAi
from tests.interviews.conftest import Cast
from tests.interviews.talking import ANALYSIS, begin, entries, say, stored


def test_without_words_asks_the_first_question(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    response = say(cast.candidate, interview)
    assert (response.status_code, response.json()) == (
        201,
        {
            "interview_id": str(interview.id),
            "mlinterview_id": stored(interview).mlinterview_id,
            "question": "Вопрос 1?",
            "current_question": "Вопрос 1?",
            "status": "waiting_for_answer",
            "answer_text": "",
            "voice_analysis": None,
            "message": "The interview has begun. Here is the question.",
            "recommendation": None,
            "report": None,
        },
    )
    assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]


def test_keeps_an_introduction_under_the_platforms_own_sentence(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    response = say(cast.candidate, interview, "Пять лет пишу на Python", analysis=ANALYSIS)
    body = response.json()
    assert (body["answer_text"], body["voice_analysis"]) == ("Пять лет пишу на Python", ANALYSIS)
    assert entries(interview) == [
        ("Tell us about yourself and your experience.", "Пять лет пишу на Python", "answered"),
        ("Вопрос 1?", "", "waiting_for_answer"),
    ]
    assert stored(interview).entries[0].evaluation is None
    [(_path, message)] = canned_ai.asked
    assert [(turn["kind"], turn["answer_text"]) for turn in message["transcript"]] == [
        ("introduction", "Пять лет пишу на Python")
    ]


def test_keeps_an_introduction_under_the_clients_own_question(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    say(cast.candidate, interview, "Я повар", question="Расскажите о себе")
    assert entries(interview)[0] == ("Расскажите о себе", "Я повар", "answered")


def test_again_returns_to_the_waiting_question_and_keeps_one_introduction(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    first = say(cast.candidate, interview, "Я повар").json()
    again = say(cast.candidate, interview, "Я совсем другой повар").json()
    assert again == first
    assert len(canned_ai.asked) == 1


def test_null_in_place_of_words_is_no_words(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    body = {"mlinterview_id": None, "question": None, "answer_text": None, "analysis": None}
    assert say(cast.candidate, interview, **body).status_code == 201


def test_survives_an_ai_that_was_away(cast: Cast, settings: Any, canned_ai: CannedAi, interview: Interview) -> None:
    settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
    refused = say(cast.candidate, interview, "Я повар")
    assert (refused.status_code, refused.json()["code"], refused["Retry-After"]) == (503, "ai_unavailable", "5")
    assert "kept" in refused.json()["message"]
    settings.AI_HR_SERVICE_URL = canned_ai.url
    assert say(cast.candidate, interview, "").json()["question"] == "Вопрос 1?"
    assert [entry[1] for entry in entries(interview)] == ["Я повар", ""]


def test_four_at_once_ask_one_question(
    cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
) -> None:
    clients = [client_for(cast.candidate_account) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda client: say(client, interview, "Я повар"), clients))
    assert [answer.status_code for answer in answers] == [201] * 4
    assert len({answer.json()["mlinterview_id"] for answer in answers}) == 1
    assert len(entries(interview)) == 2


def test_an_introduction_may_come_after_an_empty_beginning(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    session = begin(cast.candidate, interview)
    late = say(cast.candidate, interview, "Я повар").json()
    assert (late["mlinterview_id"], late["question"], late["answer_text"]) == (session, "Вопрос 1?", "Я повар")
    say(cast.candidate, interview, "И ещё раз: я повар")
    assert [(text, state) for _, text, state in entries(interview)] == [
        ("Я повар", "answered"),
        ("", "waiting_for_answer"),
    ]


def test_once_a_question_is_answered_it_is_too_late_for_an_introduction(
    cast: Cast, canned_ai: CannedAi, interview: Interview
) -> None:
    session = begin(cast.candidate, interview)
    say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    assert say(cast.candidate, interview, "Я повар").json()["question"] == "Вопрос 2?"
    assert [text for _, text, _ in entries(interview)] == ["Раз", ""]
