"""An application from the resume's check to the offer, with the real AI service: killed on the way, and never
indiscreet."""

from collections.abc import Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from interviews.documents import Interview
from tests.conftest import ClientFor
from tests.factories import make_candidate, make_vacancy
from tests.interviews.conftest import Cast
from tests.interviews.real_ai import AiHr
from vacancies.documents import AnswerKey, Question, Vacancy

KEY = "Глобальная блокировка пускает к байткоду один поток"
RED_FLAG = "В Python нет потоков"
ANSWERS = (
    "Глобальная блокировка интерпретатора: в один момент байткод исполняет один поток. У нас на проекте для вычислений "
    "мы брали процессы, а для ввода-вывода asyncio, и это сократило время ответа втрое.",
    "Не знаю.",
    "Я пять лет пишу на Django: модели, миграции, оптимизация запросов через select_related, профилирование.",
)
# What the AI thinks, and what the company knows: never for a candidate.
FORBIDDEN_KEYS = {
    "score_percent", "evaluation", "criteria", "interview_score", "interview_report", "interview_analysis",
    "resume_analysis", "expected_answer", "junior_level", "middle_level", "senior_level", "red_flags",
    "follow_up_questions", "answers", "requirements", "parts", "flags", "quotations", "scored_vacancy", "needs_review",
    "actor_id", "reason",
}  # fmt: skip


@pytest.fixture
def vacancy(cast: Cast) -> Vacancy:
    key = AnswerKey(expected_answer=KEY, senior_level=f"{KEY} senior", red_flags=[RED_FLAG])
    bank = [
        Question(section="Python", question="Что такое GIL?", grade="middle", answers=key),
        Question(section="Django", question="Как ускорить запросы в Django ORM?"),
    ]
    return make_vacancy(company=cast.company_account, questions=bank)


class Seen:
    """A client that keeps every body it is sent."""

    def __init__(self, client: APIClient) -> None:
        self.client = client
        self.bodies: list[Any] = []

    def call(self, method: str, path: str, body: Any = None) -> Any:
        response = getattr(self.client, method)(path, body)
        assert response.status_code in {200, 201}, response.content
        self.bodies.append(response.json())
        return self.bodies[-1]

    def apply(self, vacancy: Vacancy) -> str:
        body = {"vacancy_id": str(vacancy.id)}
        checked = self.call("post", "/check-resume", body)
        ready = self.call("post", "/convert-resume", body)
        assert checked["interview_id"] == ready["interview_id"]
        return str(checked["interview_id"])

    def begin(self, interview_id: str) -> Any:
        return self.call("post", "/interviews/answer", {"interview_id": interview_id, "mlinterview_id": ""})

    def answer(self, turn: Any, text: str) -> Any:
        body = {name: turn[name] for name in ("interview_id", "mlinterview_id", "question")}
        return self.call("post", "/interviews/answer", body | {"answer_text": text})


def conducted(seen: Seen, turn: Any) -> list[Any]:
    """The turns from `turn` to the end."""
    turns = [turn]
    while turns[-1]["status"] == "waiting_for_answer":
        assert len(turns) <= 10
        turns.append(seen.answer(turns[-1], ANSWERS[len(turns) % len(ANSWERS)]))
    return turns


def test_from_the_check_to_the_offer(cast: Cast, ai_hr: AiHr, vacancy: Vacancy) -> None:
    seen = Seen(cast.candidate)
    interview_id = seen.apply(vacancy)
    turns = conducted(seen, seen.begin(interview_id))
    questions = [turn["question"] for turn in turns[:-1]]
    assert len(questions) == len(set(questions)) <= 10
    assert "Что такое GIL?" in questions
    assert (turns[-1]["status"], turns[-1]["question"], turns[-1]["recommendation"]) == ("completed", None, None)
    assert turns[-1]["report"]

    [row] = cast.company.get(f"/vacancies/{vacancy.id}/candidates").json()["candidates"]
    assert (row["status"], row["recommendation"] in {"HIRE", "MAYBE", "REJECT"}) == ("completed", True)
    assert 0 <= row["interview_score"] <= 100
    assert row["interview_analysis"] == row["interview_report"]["text"]
    qna = cast.company.get(f"/interviews/{interview_id}/qna").json()["qna"]
    assert [entry["question"] for entry in qna] == questions
    assert all(0 <= entry["evaluation"]["score_percent"] <= 100 for entry in qna)

    cast.company.put(f"/interviews/{interview_id}/status", {"status": "offer"})
    changes = cast.candidate.get("/user-interviews-status-changes").json()["status_changes"]
    assert [change["status"] for change in changes] == ["active", "completed", "offer"]


def test_a_candidate_never_sees_a_key_a_score_or_a_judgement(cast: Cast, ai_hr: AiHr, vacancy: Vacancy) -> None:
    seen = Seen(cast.candidate)
    interview_id = seen.apply(vacancy)
    conducted(seen, seen.begin(interview_id))
    cast.company.put(f"/interviews/{interview_id}/status", {"status": "finalist", "reason": "Между нами"})
    for path in ("/user-interviews", "/user-interviews-status-changes", f"/interviews/{interview_id}/qna"):
        seen.call("get", path)
    seen.call("get", f"/vacancies/{vacancy.id}/questions")
    seen.call("post", "/check-resume", {"vacancy_id": str(vacancy.id)})
    seen.call("delete", f"/interviews/{interview_id}")
    names = {name for body in seen.bodies for name, _value in walked(body)}
    values = [value for body in seen.bodies for _name, value in walked(body) if isinstance(value, str)]
    assert names & FORBIDDEN_KEYS == set()
    assert not [value for value in values if KEY in value or RED_FLAG in value or "Между нами" in value]
    assert {value for body in seen.bodies for name, value in walked(body) if name == "recommendation"} == {None}
    assert not [value for value in values if value in {"HIRE", "MAYBE", "REJECT"}]


def walked(value: Any) -> Iterator[tuple[str, Any]]:
    """Every named value of a JSON tree, and every item of its lists."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name, inner
            yield from walked(inner)
    elif isinstance(value, list):
        for inner in value:
            yield "", inner
            yield from walked(inner)


def test_ai_hr_killed_in_the_middle_costs_nothing(cast: Cast, ai_hr: AiHr, vacancy: Vacancy) -> None:
    seen = Seen(cast.candidate)
    first = seen.begin(seen.apply(vacancy))
    body = {name: first[name] for name in ("interview_id", "mlinterview_id", "question")}
    ai_hr.kill()
    refused = cast.candidate.post("/interviews/answer", body | {"answer_text": ANSWERS[0]})
    assert (refused.status_code, refused.json()["code"]) == (503, "ai_unavailable")
    assert Interview.objects.get().entries[0].answer_text == ANSWERS[0]
    ai_hr.start()
    turns = conducted(seen, seen.answer(first, ANSWERS[0]))
    assert turns[-1]["status"] == "completed"


def test_a_cook_is_turned_down_for_python_with_reasons_and_taken_for_a_kitchen(
    cast: Cast, ai_hr: AiHr, vacancy: Vacancy, client_for: ClientFor
) -> None:
    resume = (
        "Повар горячего цеха. Опыт работы: ресторан «Прага», повар, 03.2018 – 10.2024. Приготовление горячих блюд, "
        "заготовки, работа с мясом и рыбой, соблюдение санитарных норм, составление меню. Кулинарный колледж, 2017."
    )
    cook = Seen(client_for(make_candidate(resume_text=resume)))
    turned_down = cook.call("post", "/check-resume", {"vacancy_id": str(vacancy.id)})
    assert (turned_down["can_proceed"], turned_down["status"]) == (False, "rejected")
    assert turned_down["reasons"]
    kitchen = make_vacancy(
        company=cast.company_account,
        title="Повар",
        work_field="Общественное питание",
        required_skills=["приготовление горячих блюд", "соблюдение санитарных норм"],
        optional_skills=["составление меню"],
        description="Повар в ресторан",
    )
    assert cook.call("post", "/check-resume", {"vacancy_id": str(kitchen.id)})["can_proceed"] is True


def test_a_resume_that_says_nothing_is_not_turned_down(
    cast: Cast, ai_hr: AiHr, vacancy: Vacancy, client_for: ClientFor
) -> None:
    unreadable = Seen(client_for(make_candidate(resume_text="Ïðî÷èå @@@ ### 1 2 3")))
    checked = unreadable.call("post", "/check-resume", {"vacancy_id": str(vacancy.id)})
    assert (checked["resume_score"], checked["can_proceed"]) == (None, True)
