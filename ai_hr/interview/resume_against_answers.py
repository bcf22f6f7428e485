"""Where the resume and the answers do not agree: a skill the resume claims and the candidate says not to know."""

from collections.abc import Sequence

from ai_hr.evidence.clauses import clauses
from ai_hr.evidence.negation import denied
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import find
from ai_hr.evidence.terms import shared, terms
from ai_hr.schemas import Language, Turn, Vacancy
from ai_hr.texts import say

_WHOLE = 0.99


def contradictions(reading: Reading, turns: Sequence[Turn], vacancy: Vacancy, language: Language) -> list[str]:
    """One sentence for each skill, quoting both sides."""
    skills = list(dict.fromkeys(skill for skill in (*vacancy.required_skills, *vacancy.optional_skills) if skill))
    found = []
    for skill, finding in zip(skills, find(skills, reading), strict=True):
        denial = _denial(skill, turns) if finding.met and finding.spans else ""
        if denial:
            quote = " ".join(finding.spans[0].text.split())
            found.append(say(language, "report.contradiction", skill=skill, resume=quote, answer=denial))
    return found


def _denial(skill: str, turns: Sequence[Turn]) -> str:
    for turn in turns:
        parts = clauses(turn.answer_text)
        for part, no in zip(parts, denied(parts, turn.answer_text), strict=True):
            if no and shared(terms(skill), terms(part.text)) >= _WHOLE:
                return " ".join(part.text.split())
    return ""
