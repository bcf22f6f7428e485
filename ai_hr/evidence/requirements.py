"""What a vacancy asks for, one by one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.evidence.education import Educated, education_asked, names_field, reaches, stated
from ai_hr.evidence.experience import Worked
from ai_hr.evidence.names import general_skills
from ai_hr.evidence.skills import Finding
from ai_hr.evidence.terms import terms
from ai_hr.schemas import Vacancy

_YEARS = re.compile(
    r"^\W*(?:(?:опыт\w*|стаж)\W+(?:работы\W+)?)?(?:от|не\s+менее|более|свыше|at\s+least|over|minimum|min\.?)?\s*(\d{1,2})\s*\+?\s*(?:лет|года?|years?)(?:\W+(?:of\s+)?(?:опыта|experience|работы|стажа))?(?:\W+работы)?\W*$",
    re.IGNORECASE,
)
_EDUCATION_WORDS = 6
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Requirement:
    skill: str
    required: bool


def requirements_of(vacancy: Vacancy) -> list[Requirement]:
    """Each skill once, required ones first; a vacancy that names none asks for its title."""
    required, optional = _once(vacancy.required_skills), _once(vacancy.optional_skills)
    own = {skill.casefold() for skill in required}
    optional = [skill for skill in optional if skill.casefold() not in own]
    if not required and not optional:
        required = [vacancy.title]
    return [Requirement(skill, True) for skill in required] + [Requirement(skill, False) for skill in optional]


def _once(skills: Sequence[str]) -> list[str]:
    """As first written: «Python» and «python» are one skill."""
    return list({skill.casefold(): skill for skill in reversed(skills) if skill}.values())[::-1]


def own_skills(requirements: Sequence[Requirement]) -> list[int]:
    """Places of the required skills that belong to the occupation: not such as "teamwork"."""
    return [
        place
        for place, requirement in enumerate(requirements)
        if requirement.required and not (terms(requirement.skill).skills & general_skills())
    ]


def met_by_rule(skill: str, worked: Worked, educated: Educated) -> Finding | None:
    """Years and degrees are counted, not compared in meaning; None for any other requirement.

    The level of a degree is a rule's matter, its field is not: «высшее юридическое» is not met by any degree.
    """
    years = _YEARS.match(skill)
    if years:
        met = worked.months >= int(years[1]) * 12
        return Finding(met, _SURE, worked.lines if met else ())
    asked = stated(skill) if len(skill.split()) <= _EDUCATION_WORDS else "none"
    if asked == "none" or education_asked(skill) == "none":
        return None
    met = reaches(educated.level, asked)
    if met and names_field(skill):
        return None
    return Finding(met, _SURE, educated.lines if met else ())
