"""Where the resume and the answers do not agree: a skill the resume claims and the candidate says not to know."""

from collections.abc import Sequence

from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import find
from ai_hr.interview.admissions import admission
from ai_hr.schemas import Language, Turn, Vacancy
from ai_hr.texts import say


def contradictions(reading: Reading, turns: Sequence[Turn], vacancy: Vacancy, language: Language) -> list[str]:
    """One sentence for each skill, quoting both sides."""
    skills = list(dict.fromkeys(skill for skill in (*vacancy.required_skills, *vacancy.optional_skills) if skill))
    found = []
    for skill, finding in zip(skills, find(skills, reading), strict=True):
        admitted = (admission(skill, turn) for turn in turns) if finding.met and finding.spans else ()
        answer = next(filter(None, admitted), "")
        if answer:
            quote = " ".join(finding.spans[0].text.split())
            found.append(say(language, "report.contradiction", skill=skill, resume=quote, answer=answer))
    return found
