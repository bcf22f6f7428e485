"""What level of education a vacancy's own words ask for."""

import re

from ai_hr.evidence.clauses import has_letter
from ai_hr.evidence.levels import ORDER, levels_in
from ai_hr.records import EducationLevel

_PIECE_END = re.compile(r"[\n;]|(?<=[^\W\d_]{3})[.!?](?=\s|$)")
_ASKED = re.compile(
    r"\b(?:образовани\w*|диплом\w*|высше(?:е|го|му|м)|высшим|учёная\s+степень|ученая\s+степень|бакалавр\w*|магистр\w*|degrees?|diploma|education|bachelor\w*|master['’]?s|ph\.?d|b\.?sc|m\.?sc|b\.?eng|high\s+school)\b|(?<!\w)в/о(?!\w)",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"\bне\s+(?:требу\w+|нужн\w+|важн\w+|обязательн\w+|име\w+\s+значени\w+)|\bзначени\w+\s+не\s+име\w+|\bневажн\w+|\bбез\s+(?:высшего\s+)?образовани\w+|\b(?:оплачива|предоставля|компенсиру|платим)\w*"
    r"|\b(?:no|not)\b[^\n]{0,40}\b(?:required|needed|necessary|matter|important|mandatory)\b|\bno\s+degree\b|\b(?:we\s+(?:pay|offer|cover|sponsor)|tuition)\b|\bdoes\s*(?:not|n['’]t)\s+matter\b",
    re.IGNORECASE,
)
_OTHER_EDUCATION = re.compile(
    r"\bдополнительн\w{2,3}\s+образовани\w{1,2}[^,\n]{0,60}|\b(?:отдел|центр|сфер|област)\w{0,2}\s+образовани\w{1,2}",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(r"\b(?:не(?:о|за)конченн|неполн)\w{2,3}\s+высш\w{2,3}|\bincomplete\s+higher", re.IGNORECASE)
_LEVEL_WORDS = re.compile(
    r"\b(?:высше\w*|высшим|средн\w*|специальн\w*|профессиональн\w*|обще\w*|полно\w*|неполно\w*|(?:не)?законченн\w*|образовани\w*|диплом\w*|степен\w*|наличие|не\s+ниже|или|и|о|с|бакалавр\w*|магистр\w*|"
    r"higher|secondary|vocational|general|complete\w*|education|degree|diploma|university|college|bachelor\w*|master\w*|ph\.?d|level|at\s+least|or|and|an?|s)\b",
    re.IGNORECASE,
)


def education_asked(text: str) -> EducationLevel:
    """The least level a vacancy's own words ask for; "none" where they ask for none."""
    asked = [stated(piece) for piece in _PIECE_END.split(text) if _ASKED.search(piece) and not _NOT_ASKED.search(piece)]
    return min((level for level in asked if level != "none"), key=ORDER.index, default="none")


def stated(requirement: str) -> EducationLevel:
    """The least level that meets a requirement: with «высшее или среднее специальное» either does."""
    told = _OTHER_EDUCATION.sub(" ", requirement)
    levels = levels_in(_UNFINISHED.sub(" ", told), about_education=bool(_ASKED.search(told)))
    if _UNFINISHED.search(told):
        levels.append("secondary")
    return min(levels, key=ORDER.index, default="none")


def names_field(requirement: str) -> bool:
    """Whether a requirement of education says in what: «высшее юридическое»."""
    return has_letter(_LEVEL_WORDS.sub(" ", requirement))
