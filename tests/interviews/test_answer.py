"""POST /interviews/answer: beginning an interview, answering in it, and saying it all twice."""

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.choices import Status
from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_interview
from tests.interviews.canned_ai import EVALUATION, REPORT, CannedAi
from tests.interviews.conftest import Cast

ANALYSIS = {
    "tags": ["спокойно"],
    "scores": {"confidence": 0.8, "stress_resistance": 0.5, "communication": 1, "energy": 0},
    "overall_score": 0.7,
}


@pytest.fixture
def interview(cast: Cast) -> Interview:
    return make_interview(candidate=cast.candidate_account, vacancy=cast.vacancy)


def say(client: APIClient, interview: Interview, text: str = "", **body: Any) -> Any:
    values = {"interview_id": str(interview.id), "mlinterview_id": "", "question": "", "answer_text": text}
    return client.post("/interviews/answer", values | body)


def begin(client: APIClient, interview: Interview) -> str:
    session: str = say(client, interview).json()["mlinterview_id"]
    return session


def stored(interview: Interview) -> Interview:
    found: Interview = Interview.objects.get(id=interview.id)
    return found


def entries(interview: Interview) -> list[tuple[str, str, str]]:
    return [(entry.question, entry.answer_text, entry.status) for entry in stored(interview).entries]


class TestBeginning:
    def test_without_words_asks_the_first_question(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
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
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
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
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        say(cast.candidate, interview, "Я повар", question="Расскажите о себе")
        assert entries(interview)[0] == ("Расскажите о себе", "Я повар", "answered")

    def test_again_returns_to_the_waiting_question_and_keeps_one_introduction(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        first = say(cast.candidate, interview, "Я повар").json()
        again = say(cast.candidate, interview, "Я совсем другой повар").json()
        assert again == first
        assert len(canned_ai.asked) == 1

    def test_null_in_place_of_words_is_no_words(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        body = {"mlinterview_id": None, "question": None, "answer_text": None, "analysis": None}
        assert say(cast.candidate, interview, **body).status_code == 201

    def test_survives_an_ai_that_was_away(
        self, cast: Cast, settings: Any, canned_ai: CannedAi, interview: Interview
    ) -> None:
        settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
        refused = say(cast.candidate, interview, "Я повар")
        assert (refused.status_code, refused.json()["code"], refused["Retry-After"]) == (503, "ai_unavailable", "5")
        assert "kept" in refused.json()["message"]
        settings.AI_HR_SERVICE_URL = canned_ai.url
        assert say(cast.candidate, interview, "").json()["question"] == "Вопрос 1?"
        assert [entry[1] for entry in entries(interview)] == ["Я повар", ""]

    def test_four_at_once_ask_one_question(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
    ) -> None:
        clients = [client_for(cast.candidate_account) for _ in range(4)]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda client: say(client, interview, "Я повар"), clients))
        assert [answer.status_code for answer in answers] == [201] * 4
        assert len({answer.json()["mlinterview_id"] for answer in answers}) == 1
        assert len(entries(interview)) == 2


class TestAnswering:
    def test_stores_the_answer_under_the_question_it_answers(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
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

    def test_the_voice_is_never_sent_to_the_ai(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        session = begin(cast.candidate, interview)
        say(cast.candidate, interview, "Да", mlinterview_id=session, question="Вопрос 1?", analysis=ANALYSIS)
        assert "спокойно" not in str(canned_ai.asked)

    def test_the_last_answer_ends_the_interview(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
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

    def test_every_answer_reaches_the_report_evaluated(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        finish(cast.candidate, interview)
        path, message = canned_ai.asked[-1]
        assert path == "/v1/interview/report"
        assert [(turn["question"], turn["answer_text"], turn["evaluation"]) for turn in message["transcript"]] == [
            ("Вопрос 1?", "Раз", EVALUATION),
            ("Вопрос 2?", "Два", EVALUATION),
        ]

    def test_the_question_may_come_back_rewrapped(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        session = begin(cast.candidate, interview)
        response = say(cast.candidate, interview, "Да", mlinterview_id=session, question="  вопрос\n1? ")
        assert response.json()["question"] == "Вопрос 2?"


def finish(client: APIClient, interview: Interview) -> Any:
    session = begin(client, interview)
    say(client, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    return say(client, interview, "Два", mlinterview_id=session, question="Вопрос 2?")


class TestSayingItTwice:
    def test_the_same_answer_is_stored_once_and_answered_the_same(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        session = begin(cast.candidate, interview)
        first = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
        say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 2?")
        again = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
        assert (again.status_code, again.json()) == (201, first.json())

    def test_the_last_answer_again_is_the_same_ending(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        ending = finish(cast.candidate, interview)
        session = ending.json()["mlinterview_id"]
        again = say(cast.candidate, interview, "Два", mlinterview_id=session, question="Вопрос 2?")
        assert (again.status_code, again.json()) == (201, ending.json())
        assert len(stored(interview).status_history) == 2

    def test_another_answer_to_an_answered_question_is_409(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        session = begin(cast.candidate, interview)
        say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
        other = say(cast.candidate, interview, "Нет, два", mlinterview_id=session, question="Вопрос 1?")
        assert (other.status_code, other.json()["code"]) == (409, "already_answered")
        assert entries(interview)[0][1] == "Раз"

    def test_eight_equal_answers_at_once_are_one(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
    ) -> None:
        session = begin(cast.candidate, interview)
        bodies = race(cast, client_for, interview, session, ["Раз"] * 8)
        assert [status for status, _body in bodies] == [201] * 8
        assert all(body == bodies[0][1] for _status, body in bodies)
        assert len(entries(interview)) == 2

    def test_of_different_answers_at_once_one_wins(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
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


class TestRefusals:
    @pytest.mark.parametrize("missing", ["question", "answer_text"])
    def test_an_answer_needs_its_question_and_its_words(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, missing: str
    ) -> None:
        body = {"mlinterview_id": "any", "question": "Вопрос 1?", "answer_text": "Раз"} | {missing: "  "}
        response = say(cast.candidate, interview, **body)
        assert (response.status_code, response.json()["errors"]) == (
            400,
            [{"field": missing, "message": "An answer needs this.", "code": "required"}],
        )

    def test_another_session_is_409(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        begin(cast.candidate, interview)
        response = say(cast.candidate, interview, "Раз", mlinterview_id="0" * 32, question="Вопрос 1?")
        assert (response.status_code, response.json()["code"]) == (409, "wrong_session")

    def test_a_question_never_asked_is_409(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        session = begin(cast.candidate, interview)
        response = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Сколько вам лет?")
        assert (response.status_code, response.json()["code"]) == (409, "question_not_waiting")

    @pytest.mark.parametrize("status", [status for status in Status if status != Status.ACTIVE])
    def test_an_interview_that_the_company_has_moved_takes_no_answers(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, status: Status
    ) -> None:
        session = begin(cast.candidate, interview)
        cast.company.put(f"/interviews/{interview.id}/status", {"status": status})
        answered = say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
        begun = say(cast.candidate, interview)
        assert (answered.status_code, answered.json()["code"]) == (409, "interview_not_active")
        assert (begun.status_code, begun.json()["code"]) == (409, "interview_not_active")
        assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]

    def test_beginning_a_finished_interview_shows_its_ending(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview
    ) -> None:
        ending = finish(cast.candidate, interview).json()
        again = say(cast.candidate, interview).json()
        assert (again["status"], again["question"], again["report"]) == ("completed", None, ending["report"])

    def test_only_its_candidate_answers(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, anonymous: APIClient
    ) -> None:
        session = begin(cast.candidate, interview)
        body = {"mlinterview_id": session, "question": "Вопрос 1?", "answer_text": "Раз"}
        clients = (cast.stranger, cast.company, anonymous)
        assert [say(client, interview, **body).status_code for client in clients] == [404, 403, 401]
        assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]

    def test_an_unknown_interview_is_404(self, cast: Cast) -> None:
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
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, field: str, value: object
    ) -> None:
        session = begin(cast.candidate, interview)
        body = {"mlinterview_id": session, "question": "Вопрос 1?", "answer_text": "Раз"} | {field: value}
        response = say(cast.candidate, interview, **body)
        assert (response.status_code, response.json()["errors"][0]["field"]) == (400, field)
        assert entries(interview) == [("Вопрос 1?", "", "waiting_for_answer")]


class TestTheAiAway:
    def test_words_are_kept_and_the_same_call_goes_on(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, settings: Any
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

    def test_beginning_again_goes_on_too(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, settings: Any
    ) -> None:
        session = begin(cast.candidate, interview)
        settings.AI_HR_SERVICE_URL = "http://127.0.0.1:9"
        say(cast.candidate, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
        settings.AI_HR_SERVICE_URL = canned_ai.url
        assert say(cast.candidate, interview).json()["question"] == "Вопрос 2?"

    def test_a_report_that_fails_ends_nothing(self, cast: Cast, canned_ai: CannedAi, interview: Interview) -> None:
        canned_ai.answers["/v1/interview/report"] = lambda message: b"<html>"
        assert finish(cast.candidate, interview).status_code == 503
        assert (stored(interview).status, entries(interview)[-1][2]) == ("active", "received")
        canned_ai.answers["/v1/interview/report"] = lambda message: REPORT
        assert say(cast.candidate, interview).json()["status"] == "completed"

    def test_a_deletion_meanwhile_is_not_undone(
        self, cast: Cast, canned_ai: CannedAi, interview: Interview, client_for: ClientFor
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
