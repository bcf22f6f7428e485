"""The engine that asks a language model for evidence. Quotations that are not in the text are dropped."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from ai_hr.engines.provider import Prompt, Provider
from ai_hr.evidence.asked import asked, taken_apart
from ai_hr.evidence.clauses import Clause, Span
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import Finding, nearness
from ai_hr.evidence.terms import terms
from ai_hr.records import Usage
from ai_hr.schemas import AnswerKey, Criteria, Flag, Grade, Turn

MAX_RESUME_CHARS = 20_000
MAX_ANSWER_CHARS = 8_000
MOST_QUOTATIONS = 3
LEAST_NEARNESS = 0.25
"""A quotation that says nothing of the requirement is none, whoever proposed it."""
CONFIDENCE = 0.9
_SHORTEST_QUOTATION = 2
_MOST_PLACES = 5
_LONGEST_BLANK = 2


class _Strict(BaseModel):
    """Providers of strict schemas want every object closed."""

    model_config = ConfigDict(extra="forbid")


class RequirementAnswer(_Strict):
    number: int
    verdict: Literal["met", "not_found"]
    quotations: list[str]


class RequirementsAnswer(_Strict):
    requirements: list[RequirementAnswer]

    @model_validator(mode="after")
    def _speaks_of_each_once(self, info: ValidationInfo) -> Self:
        """What a model leaves out it has not judged: to take that for "not found" would turn people down."""
        asked = [item["number"] for item in (info.context or {}).get("requirements", ())]
        if sorted(item.number for item in self.requirements) != asked:
            raise ValueError("Each requirement is to be judged once.")
        return self


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
    provider: Provider, reading: Reading, skills: Sequence[str], own: Sequence[Finding]
) -> tuple[list[Finding], Usage | None]:
    """Raises ProviderFailed. `own` are the embedded engine's findings, which speak for what the model was not shown."""
    shown, end = _shown_to_model(reading.text)
    data = {
        "requirements": [{"number": number, "skill": skill} for number, skill in enumerate(skills, 1)],
        "resume": shown,
    }
    answer, usage = provider.ask(REQUIREMENTS, data)
    proposed = {item.number: item for item in answer.requirements}
    findings = [_checked(proposed[number], skill, reading) for number, skill in enumerate(skills, 1)]
    return [
        mine if not found.met and any(span.end > end for span in mine.spans) else found
        for found, mine in zip(findings, own, strict=True)
    ], usage


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
    return next(_places(quotation, text), None)


def _places(quotation: str, text: str) -> Iterator[Span]:
    """Whole words only: the "Py" of Python is no quotation."""
    words = quotation[:2000].split()
    if len("".join(words)) < _SHORTEST_QUOTATION:
        return
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    for match in islice(re.finditer(pattern, text), _MOST_PLACES):
        yield Span(match.group(), match.start(), match.end())


def _checked(proposed: RequirementAnswer, skill: str, reading: Reading) -> Finding:
    quotations = proposed.quotations[:MOST_QUOTATIONS] if proposed.verdict == "met" else []
    found = [_evidence(quotation, skill, reading) for quotation in quotations]
    spans = tuple(dict.fromkeys(span for span in found if span))
    return Finding(met=bool(spans), confidence=CONFIDENCE, spans=spans)


def _evidence(quotation: str, skill: str, reading: Reading) -> Span | None:
    """The clauses that the quotation stands in, if they show the requirement: a bare word says what its clause says.

    A denial shows nothing, and neither does a line that has nothing to do with the requirement, nor a word like «на»,
    which stands in any line.
    """
    if not terms(quotation).stems:
        return None
    for place in _places(quotation, reading.text):
        around = [
            (clause, no)
            for clause, no in zip(reading.clauses, reading.denied, strict=True)
            if clause.start < place.end and place.start < clause.end
        ]
        start = min([place.start, *(clause.start for clause, _ in around)])
        end = max([place.end, *(clause.end for clause, _ in around)])
        whole = Span(reading.text[start:end], start, end)
        if not any(no for _, no in around) and _shows(skill, whole, reading):
            return whole
    return None


def _shows(skill: str, span: Span, reading: Reading) -> bool:
    """The embedded engine's rule for products, which only their names show; for all else a nearness in meaning."""
    names = asked(skill, russian=reading.wanted.russian).names
    said = taken_apart(Clause(span.text, span.start, span.end, sentence=0))
    named = not names or any(name.stands_in(said) for name in names)
    return named and nearness(skill, span.text) >= LEAST_NEARNESS


def _shown_to_model(text: str) -> tuple[str, int]:
    """The text with its runs of blanks cut short, up to the bound, and where in the text that ends."""
    pieces: list[str] = []
    room = MAX_RESUME_CHARS
    for word in re.finditer(r"(\S{1,200})(\s*)", text):
        piece = word[1] + word[2][:_LONGEST_BLANK]
        if len(piece) > room:
            return "".join(pieces), word.start()
        pieces.append(piece)
        room -= len(piece)
    return "".join(pieces), len(text)
