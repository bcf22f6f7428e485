"""What the platform lets people write, AI-HR must understand: nothing that was accepted there may be refused here."""

from typing import Any

import orjson

from ai_hr.quality import MAX_PLACE
from ai_hr.schemas import MAX_RESUME_CHARS, InterviewRequest, ResumeMatchRequest
from ai_hr.settings import read_settings
from hiring_platform import settings
from interviews import serializers as interviews
from storage.extraction.writing import MAX_CHARACTERS
from vacancies import serializers as vacancies
from vacancies.fields import MOST_YEARS

ANSWERS = 11
"""An introduction and ten questions."""


def largest_vacancy() -> dict[str, Any]:
    """Everything as long and as often as the platform's own shape of a vacancy allows; of the questions, the first."""
    remarks = ["я" * vacancies.LONGEST_QUESTION] * vacancies.MOST_REMARKS
    levels = ("expected_answer", "junior_level", "middle_level", "senior_level")
    answers = dict.fromkeys(levels, "я" * vacancies.LONGEST_ANSWER)
    question = {
        "section": "я" * vacancies.LONGEST_LABEL,
        "question": "я" * vacancies.LONGEST_QUESTION,
        "grade": "lead",
        "answers": answers | {"red_flags": remarks, "follow_up_questions": remarks},
    }
    return {
        "title": "я" * vacancies.LONGEST_TITLE,
        "grade": "lead",
        "required_skills": ["я" * vacancies.LONGEST_SKILL] * vacancies.MOST_SKILLS,
        "optional_skills": ["я" * vacancies.LONGEST_SKILL] * vacancies.MOST_SKILLS,
        "min_experience": MOST_YEARS,
        "max_experience": MOST_YEARS,
        "work_field": "я" * vacancies.LONGEST_LABEL,
        "description": "я" * vacancies.LONGEST_DESCRIPTION,
        "questions": [question, *[{"question": "?"}] * (vacancies.MOST_QUESTIONS - 1)],
    }


def test_the_largest_vacancy_the_platform_accepts_is_understood_whole() -> None:
    vacancy = largest_vacancy()
    sent = vacancies.NewVacancySerializer(data=vacancy)
    assert sent.is_valid(), sent.errors
    understood = ResumeMatchRequest.model_validate({"vacancy": vacancy, "resume": {}}).vacancy
    assert understood.model_dump(include=vacancy.keys(), exclude={"questions"}) == {
        name: value for name, value in vacancy.items() if name != "questions"
    }
    assert len(understood.questions) == vacancies.MOST_QUESTIONS
    assert understood.questions[0].model_dump(exclude={"id"}) == vacancy["questions"][0]


def test_the_longest_resume_and_answers_are_understood() -> None:
    assert min(MAX_RESUME_CHARS, MAX_PLACE) >= MAX_CHARACTERS
    answer = {"question": "я" * interviews.LONGEST_QUESTION, "answer_text": "я" * interviews.LONGEST_ANSWER}
    request = {"vacancy": {"title": "x"}, "transcript": [answer] * ANSWERS}
    assert [turn.answer_text for turn in InterviewRequest.model_validate(request).transcript] == [
        answer["answer_text"]
    ] * ANSWERS


def test_the_largest_message_of_the_platform_is_below_the_bound_on_bodies() -> None:
    vacancy = largest_vacancy() | {"questions": []}
    answer = {"question": "я" * interviews.LONGEST_QUESTION, "answer_text": "я" * interviews.LONGEST_ANSWER}
    rest = {"vacancy": vacancy, "transcript": [answer] * ANSWERS, "resume": {"text": "я" * MAX_CHARACTERS}}
    bank = settings.JSON_MAX_BYTES
    assert len(orjson.dumps(rest)) + bank <= read_settings({}).max_body_bytes
