"""POST /interviews/answer with a session: an answer, and what is refused."""

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.choices import Status
from interviews.documents import Interview
from tests.interviews.canned_ai import EVALUATION, REPORT, CannedAi
from tests.interviews.conftest import Cast
from tests.interviews.talking import ANALYSIS, begin, entries, finish, say, stored


def test_stores_the_answer_under_the_question_it_answers(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    response = say(
        cast.candidate, interview, "Ленивый список", mlinterview_id=session, question="Вопрос 1?", analysis=ANALYSIS
    )
    assert (response.status_code, response.json()) == (
        201,
        {
            "interview_id": str(interview.id),
            "mlinterview_id": session,
            "question": "Вопрос 2?",
            "current_question": "Вопрос 2?",
            "status": "waiting_for_answer",
            "answer_text": "Ленивый список",
            "voice_analysis": ANALYSIS,
            "message": "Your answer is kept. Here is the next question.",
            "recommendation": None,
            "report": None,
        },
    )
    assert entries(interview) == [
        ("Вопрос 1?", "Ленивый список", "answered"),
        ("Вопрос 2?", "", "waiting_for_answer"),
    ]
    assert stored(interview).entries[0].evaluation == EVALUATION


def test_the_voice_is_never_sent_to_the_ai(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    say(cast.candidate, interview, "Да", mlinterview_id=session, question="Вопрос 1?", analysis=ANALYSIS)
    assert "спокойно" not in str(canned_ai.asked)


def test_the_last_answer_ends_the_interview(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    body = say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 2?").json()
    assert body == {
        "interview_id": str(interview.id),
        "mlinterview_id": session,
        "question": None,
        "current_question": None,
        "status": "completed",
        "answer_text": "Два",
        "voice_analysis": None,
        "message": "That was the last question. Thank you for the interview!",
        "recommendation": None,
        "report": REPORT["candidate_feedback"],
    }
    ended = stored(interview)
    assert (ended.status, ended.interview_score, ended.recommendation, ended.interview_analysis) == (
        "completed",
        83,
        "HIRE",
        REPORT["text"],
    )
    assert [(row.from_status, row.status) for row in ended.status_history] == [
        (None, "active"),
        ("active", "completed"),
    ]


def test_every_answer_reaches_the_report_evaluated(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    finish(cast.candidate, interview)
    path, message = canned_ai.asked[-1]
    assert path == "/v1/interview/report"
    assert [(turn["question"], turn["answer_text"], turn["evaluation"]) for turn in message["transcript"]] == [
        ("Вопрос 1?", "Раз", EVALUATION),
        ("Вопрос 2?", "Два", EVALUATION),
    ]


def test_the_question_may_come_back_rewrapped(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    response = say(cast.candidate, interview, "Да", mlinterview_id=session, question="  вопрос\n1? ")
    assert response.json()["question"] == "Вопрос 2?"


@pytest.mark.parametrize("missing", ["question", "answer_text"])
def test_an_answer_needs_its_question_and_its_words(
    cast: Cast, canned_ai: CannedAi, interview: Interview, missing: str
) -> None:
    body = {"mlinterview_id": "any", "question": "Вопрос 1?", "answer_text": "Раз"} | {missing: "  "}
    response = say(cast.candidate, interview, **body)
    assert (response.status_code, response.json()["errors"]) == (
        400,
        [{"field": missing, "message": "An answer needs this.", "code": "required"}],
    )


def test_another_session_is_409(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    begin(cast.candidate, interview)
    response = say(cast.candidate, interview, "Раз", mlinterview_id="0" * 32, question="Вопрос 1?")
    assert (response.status_code, response.json()["code"]) == (409, "wrong_session")


def test_a_question_never_asked_is_409(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    session = begin(cast.candidate, interview)
    response = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Сколько вам лет?")
    assert (response.status_code, response.json()["code"]) == (409, "question_not_waiting")


@pytest.mark.parametrize("status", [status for status in Status if status != Status.ACTIVE])
def test_an_interview_that_the_company_has_moved_takes_no_answers(
    cast: Cast, canned_ai: CannedAi, interview: Interview, status: Status
) -> None:
    session = begin(cast.candidate, interview)
    cast.company.put(f"/interviews/{interview.id}/status", {"status": status})
    answered = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    begun = say(cast.candidate, interview)
    assert (answered.status_code, answered.json()["code"]) == (409, "interview_not_active")
    assert (begun.status_code, begun.json()["code"]) == (409, "interview_not_active")
    assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]


def test_beginning_a_finished_interview_shows_its_ending(cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
    ending = finish(cast.candidate, interview).json()
    again = say(cast.candidate, interview).json()
    assert (again["status"], again["question"], again["report"]) == ("completed", None, ending["report"])


def test_only_its_candidate_answers(
    cast: Cast, canned_ai: CannedAi, interview: Interview, anonymous: APIClient
) -> None:
    session = begin(cast.candidate, interview)
    body = {"mlinterview_id": session, "question": "Вопрос 1?", "answer_text": "Раз"}
    clients = (cast.stranger, cast.company, anonymous)
    assert [say(client, interview, **body).status_code for client in clients] == [404, 403, 401]
    assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]


def test_an_unknown_interview_is_404(cast: Cast) -> None:
    unknown = Interview(id=ObjectId())
    assert say(cast.candidate, unknown).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("interview_id", "nonsense"),
        ("interview_id", {"$gt": ""}),
        ("mlinterview_id", 7),
        ("question", ["Вопрос 1?"]),
        ("answer_text", {"$ne": ""}),
        ("answer_text", "a" * 20_001),
        ("answer_text", "null\0byte"),
        ("analysis", "calm"),
        ("analysis", [1]),
        ("analysis", {"$set": 1}),
        ("analysis", {"a.b": 1}),
        ("analysis", {"a": 2**63}),
        ("analysis", {"a": {"b": {"c": {"d": {"e": {}}}}}}),
        ("analysis", {"a": "b" * 9000}),
    ],
)
def test_a_malformed_value_is_400_and_stores_nothing(
    cast: Cast, canned_ai: CannedAi, interview: Interview, field: str, value: object
) -> None:
    session = begin(cast.candidate, interview)
    body = {"mlinterview_id": session, "question": "Вопрос 1?", "answer_text": "Раз"} | {field: value}
    response = say(cast.candidate, interview, **body)
    assert (response.status_code, response.json()["errors"][0]["field"]) == (400, field)
    assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]
