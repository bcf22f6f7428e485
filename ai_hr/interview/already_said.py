"""Questions of fact that the resume has answered already: nobody should be asked them again."""

import re

from ai_hr.evidence.dates import month_number, periods
from ai_hr.evidence.education import educated
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.terms import terms

_FACT = re.compile(
    r"^\W*(?:сколько\s+(?:лет|времени)|какой\s+у\s+вас\s+(?:опыт|стаж)|есть\s+ли\s+у\s+вас\s+(?:опыт|образование)|(?:приходилось\s+ли\s+вам|доводилось\s+ли\s+вам)\s+работать|работали\s+ли\s+вы"
    r"|какое\s+у\s+вас\s+образование|how\s+(?:many\s+years|long)|do\s+you\s+have\s+(?:any\s+)?(?:experience|a\s+degree)|have\s+you\s+(?:ever\s+)?(?:worked|used)|what\s+is\s+your\s+education)\b",
    re.IGNORECASE,
)
_EDUCATION = re.compile(r"образовани|education|degree", re.IGNORECASE)
_ANY_TIME = month_number(2100, 1)


def is_answered(question: str, reading: Reading) -> bool:
    """Only for questions that ask for a fact; one that asks how or why is never answered by a resume."""
    if not _FACT.match(question):
        return False
    if _EDUCATION.search(question):
        return educated(reading.text, reading.sections).level != "none"
    named = terms(question).skills
    if named:
        return named <= terms("\n".join(clause.text for clause in reading.affirmed)).skills
    return bool(periods(reading.text, as_of=_ANY_TIME))
