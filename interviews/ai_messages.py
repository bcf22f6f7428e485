"""What ai-hr is told: of a vacancy, a resume, an interview. Never a name, an e-mail or a voice analysis."""

from collections.abc import Iterable
from typing import Any

from accounts.documents import Resume
from interviews.choices import EntryStatus
from interviews.documents import Entry, Interview
from interviews.json_values import JsonObject
from vacancies.choices import Grade
from vacancies.documents import Question, Vacancy

_KEY = ("expected_answer", "junior_level", "middle_level", "senior_level", "red_flags", "follow_up_questions")


def matching_message(*, vacancy: Vacancy, resume: Resume, language: str) -> JsonObject:
    return {**requirements(vacancy), "resume": _resume(resume), "language": language}


def requirements(vacancy: Vacancy) -> JsonObject:
    """All of a vacancy that a resume's score depends on."""
    weights = vacancy.screening.weights
    return {"vacancy": _vacancy(vacancy), "screening": {"weights": _said(weights) if weights else None}}


def interview_message(*, interview: Interview, vacancy: Vacancy, resume: Resume | None) -> JsonObject:
    return {
        "vacancy": _vacancy(vacancy) | {"questions": [_bank_question(question) for question in vacancy.questions]},
        "resume": _resume(resume),
        "language": interview.language,
        "transcript": transcript(interview.entries),
    }


def transcript(entries: Iterable[Entry]) -> list[JsonObject]:
    """The answered part of an interview; the last answer may still lack its evaluation."""
    return [_turn(entry) for entry in entries if entry.status != EntryStatus.WAITING]


def _vacancy(vacancy: Vacancy) -> JsonObject:
    return {
        "title": vacancy.title,
        "description": vacancy.description,
        "grade": vacancy.grade,
        "work_field": vacancy.work_field,
        "required_skills": list(vacancy.required_skills),
        "optional_skills": list(vacancy.optional_skills),
        "min_experience": vacancy.min_experience,
        "max_experience": vacancy.max_experience,
    }


def _bank_question(question: Question) -> JsonObject:
    key = question.answers
    return {
        "id": str(question.question_id),
        "section": question.section,
        "question": question.question,
        "grade": question.grade if question.grade in set(Grade) else None,
        "answers": {name: _plain(key[name]) for name in _KEY} if key else None,
    }


def _resume(resume: Resume | None) -> JsonObject:
    return {"text": (resume and resume.text) or "", "quality": (resume and dict(resume.quality)) or {}}


def _turn(entry: Entry) -> JsonObject:
    return {
        "id": str(entry.entry_id),
        "kind": entry.kind,
        "question": entry.question,
        "question_id": entry.question_id,
        "topic": entry.topic,
        "level": entry.level,
        "answer_text": entry.answer_text,
        "evaluation": entry.evaluation or None,
    }


def _said(weights: Any) -> JsonObject:
    names = ("required", "optional", "experience", "education")
    return {name: weights[name] for name in names if weights[name] is not None}


def _plain(value: Any) -> Any:
    """Text as it is; MongoEngine's list as a list."""
    return value if isinstance(value, str) else list(value or [])
