"""The vacancy's own questions for one candidate: each once, none answered already, the nearest grade first."""

from collections.abc import Sequence

from ai_hr.evidence.reading import Reading
from ai_hr.interview.already_said import is_answered
from ai_hr.interview.likeness import plain
from ai_hr.schemas import BankQuestion, Grade, Vacancy

GRADES: tuple[Grade, ...] = ("junior", "middle", "senior", "lead")
_FAR = 2


def sections(vacancy: Vacancy, reading: Reading) -> dict[str, list[BankQuestion]]:
    """By the section's name as it is first written; questions without one stand under the vacancy's title."""
    names: dict[str, str] = {}
    found: dict[str, list[BankQuestion]] = {}
    seen: set[str] = set()
    for question in vacancy.questions:
        said = plain(question.question)
        if said in seen or is_answered(question.question, reading):
            continue
        seen.add(said)
        name = question.section or vacancy.title
        found.setdefault(names.setdefault(plain(name), name), []).append(question)
    return {name: _nearest(questions, vacancy.grade) for name, questions in found.items()}


def step(question: BankQuestion, answered: BankQuestion | None) -> int | None:
    """How much harder a question is than the one that was answered; None where a grade is not stated."""
    if answered is None or question.grade is None or answered.grade is None:
        return None
    return GRADES.index(question.grade) - GRADES.index(answered.grade)


def _nearest(questions: Sequence[BankQuestion], wanted: Grade | None) -> list[BankQuestion]:
    """Those of the vacancy's grade first; what is two grades away only where there is nothing else."""
    near = [question for question in questions if _distance(question.grade, wanted) < _FAR]
    return sorted(near or questions, key=lambda question: _distance(question.grade, wanted))


def _distance(grade: Grade | None, wanted: Grade | None) -> int:
    if grade is None or wanted is None:
        return 0
    return abs(GRADES.index(grade) - GRADES.index(wanted))
