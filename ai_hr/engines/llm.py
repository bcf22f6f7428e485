"""The engine that asks a language model for evidence. Quotations that are not in the text are dropped."""

import re
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ai_hr.engines.provider import Prompt, Provider
from ai_hr.evidence.clauses import Span
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import Finding, nearness
from ai_hr.records import Usage
from ai_hr.schemas import AnswerKey, Criteria, Flag, Grade, Turn

MAX_RESUME_CHARS = 20_000
MAX_ANSWER_CHARS = 8_000
MOST_QUOTATIONS = 3
LEAST_NEARNESS = 0.25
"""A quotation that says nothing of the requirement is none, whoever proposed it."""
CONFIDENCE = 0.9
_SHORTEST_QUOTATION = 2


class _Strict(BaseModel):
    """Providers of strict schemas want every object closed."""

    model_config = ConfigDict(extra="forbid")


class RequirementAnswer(_Strict):
    number: int
    verdict: Literal["met", "not_found"]
    quotations: list[str]


class RequirementsAnswer(_Strict):
    requirements: list[RequirementAnswer]


class FlagAnswer(_Strict):
    code: Literal["off_topic", "contradicts_key", "red_flag"]
    detail: str


class CriteriaAnswer(_Strict):
    technical_accuracy: int = Field(ge=0, le=10)
    depth_of_knowledge: int = Field(ge=0, le=10)
    practical_experience: int = Field(ge=0, le=10)
    communication_clarity: int = Field(ge=0, le=10)
    problem_solving_approach: int = Field(ge=0, le=10)
    examples_and_use_cases: int = Field(ge=0, le=10)


class EvaluationAnswer(_Strict):
    criteria: CriteriaAnswer
    quotations: list[str]
    flags: list[FlagAnswer]


REQUIREMENTS = Prompt("requirements", RequirementsAnswer)
ANSWER = Prompt("answer", EvaluationAnswer)


def find_requirements(
    provider: Provider, reading: Reading, skills: Sequence[str]
) -> tuple[list[Finding], Usage | None]:
    """Raises ProviderFailed."""
    data = {
        "requirements": [{"number": number, "skill": skill} for number, skill in enumerate(skills, 1)],
        "resume": reading.text[:MAX_RESUME_CHARS],
    }
    answer, usage = provider.ask(REQUIREMENTS, data)
    proposed = {item.number: item for item in reversed(answer.requirements)}
    return [_checked(proposed.get(number), skill, reading) for number, skill in enumerate(skills, 1)], usage


def evaluate(
    provider: Provider, turn: Turn, key: AnswerKey | None, grade: Grade | None
) -> tuple[Criteria, list[Span], list[Flag], Usage | None]:
    """Raises ProviderFailed."""
    data = {
        "question": turn.question,
        "topic": turn.topic,
        "grade": grade,
        "key": key.model_dump(exclude={"follow_up_questions"}) if key else None,
        "answer": turn.answer_text[:MAX_ANSWER_CHARS],
    }
    answer, usage = provider.ask(ANSWER, data)
    spans = [
        span for quotation in answer.quotations[:MOST_QUOTATIONS] if (span := located(quotation, turn.answer_text))
    ]
    flags = [
        Flag(code=flag.code, detail=flag.detail) for flag in answer.flags if located(flag.detail, turn.answer_text)
    ]
    return Criteria(**answer.criteria.model_dump()), spans, flags, usage


def located(quotation: str, text: str) -> Span | None:
    """Where the words of a quotation stand in the text, whatever spaces are between them; None if nowhere."""
    words = quotation[:2000].split()
    if len("".join(words)) < _SHORTEST_QUOTATION:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), text)
    return Span(match.group(), match.start(), match.end()) if match else None


def _checked(proposed: RequirementAnswer | None, skill: str, reading: Reading) -> Finding:
    if proposed is None or proposed.verdict != "met":
        return Finding(met=False, confidence=CONFIDENCE, spans=())
    found = [located(quotation, reading.text) for quotation in proposed.quotations[:MOST_QUOTATIONS]]
    spans = tuple(span for span in found if span and _counts(span, skill, reading))
    return Finding(met=bool(spans), confidence=CONFIDENCE, spans=spans)


def _counts(span: Span, skill: str, reading: Reading) -> bool:
    """A denial shows nothing, and neither does a line that has nothing to do with the requirement."""
    denied = any(
        no and clause.start < span.end and span.start < clause.end
        for clause, no in zip(reading.clauses, reading.denied, strict=True)
    )
    return not denied and nearness(skill, span.text) >= LEAST_NEARNESS
