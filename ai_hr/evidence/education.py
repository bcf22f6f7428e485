# ruff: noqa: E501 (a pattern reads best in one piece)
"""The highest completed level of education a text shows, with the lines that show it."""

import re
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, has_letter, lines
from ai_hr.evidence.sections import Sections
from ai_hr.records import EducationLevel

ORDER: tuple[EducationLevel, ...] = ("none", "secondary", "vocational", "bachelor", "master", "phd")

_LEVELS: tuple[tuple[EducationLevel, re.Pattern[str]], ...] = (
    ("phd", re.compile(r"\b(?:кандидат|доктор)\w*\s+(?:[\w-]+\s+)?наук|\bк\.\s?[а-я]{1,3}\.\s?н\.|\bph\.?\s?d\b|\bdoctorate\b|\bdoctor\s+of\b", re.IGNORECASE)),
    ("master", re.compile(r"\bмагистр(?:а|ант\w*|атур\w*)?\b|\bспециалитет\w*|\bдиплом\s+специалиста|\bквалификация\W+(?:инженер|экономист|юрист|врач)|\baспирант\w*|\bаспирантур\w*"
                          r"|\bmaster(?:['’]?s)?\s+(?:degree|of|in)|\bmaster['’]s\b|\bm\.?sc\b|\bmba\b|\bm\.a\.", re.IGNORECASE)),
    ("bachelor", re.compile(r"\bбакалавр\w*|\bвысшее\b|\bбакалавриат\w*|\bbachelor\w*|\bb\.?sc\b|\bb\.a\.|\bhigher\s+education\b|\buniversity\s+degree\b|\bgraduated\s+from\b[^\n]{0,80}\buniversity", re.IGNORECASE)),
    ("vocational", re.compile(r"\bколледж\w*|\bтехникум\w*|\bучилищ\w*|\bсредн\w+[\s-]+(?:профессиональн|специальн)\w*|\bпту\b|\bcollege\b|\bvocational\b|\bculinary\s+school\b|\btechnical\s+school\b", re.IGNORECASE)),
    ("secondary", re.compile(r"\bсредн\w+\s+(?:общее|полное|образование)|\bполное\s+среднее|\bшкола\s+№|\b(?:high|secondary)\s+school\b|\b\d{1,2}\s+классов", re.IGNORECASE)),
)  # fmt: skip
_UNIVERSITY = re.compile(r"универс\w*|\bинститут\w*|\bакадеми[яию]\b|\b[А-Я]{0,3}ГУ\b|\bМГТУ\b|\buniversity\b|\binstitute\b", re.IGNORECASE)  # fmt: skip
_UNFINISHED = re.compile(
    r"\bнеоконченн\w*|\bнезаконченн\w*|\bстудент\w*|\b\d\s*[-–]?\s*(?:й\s+)?курс\b|\bunfinished\b|\bincomplete\b|\bundergraduate\b|\bstudent\b|\b(?:first|second|third|fourth)[\s-]year\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:образовани\w*|диплом\w*|degree|education|bachelor\w*|master['’]?s|ph\.?d)\b", re.IGNORECASE)


_LEVEL_WORDS = re.compile(
    r"\b(?:высше\w*|средн\w*|специальн\w*|профессиональн\w*|обще\w*|полно\w*|неполно\w*|(?:не)?законченн\w*|образовани\w*|диплом\w*|степен\w*|не\s+ниже|или|и|бакалавр\w*|магистр\w*|"
    r"higher|secondary|vocational|general|complete\w*|education|degree|diploma|university|college|bachelor\w*|master\w*|ph\.?d|level|at\s+least|or|and|an?|s)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Educated:
    level: EducationLevel
    lines: tuple[Span, ...]


def educated(text: str, where: Sections) -> Educated:
    best: EducationLevel = "none"
    shown: list[Span] = []
    for line in lines(text):
        level = _level_of(line.text, in_section=where.at(line.start) == "education")
        if level == "none" or (where.at(line.start) == "work" and not _ASKED.search(line.text)):
            continue
        if ORDER.index(level) > ORDER.index(best):
            best, shown = level, [line]
        elif level == best:
            shown.append(line)
    return Educated(best, tuple(shown))


def education_asked(text: str) -> EducationLevel:
    """The least level a vacancy's own words ask for; "none" where they ask for none."""
    asked = [stated(line.text) for line in lines(text) if _ASKED.search(line.text)]
    return min((level for level in asked if level != "none"), key=ORDER.index, default="none")


def stated(line: str) -> EducationLevel:
    return next((level for level, pattern in _LEVELS if pattern.search(line)), "none")


def names_field(requirement: str) -> bool:
    """Whether a requirement of education says in what: «высшее юридическое»."""
    return has_letter(_LEVEL_WORDS.sub(" ", requirement))


def reaches(level: EducationLevel, asked: EducationLevel) -> bool:
    return ORDER.index(level) >= ORDER.index(asked)


def _level_of(line: str, *, in_section: bool) -> EducationLevel:
    level = stated(line)
    if level == "none" and in_section and _UNIVERSITY.search(line):
        level = "bachelor"
    if level in {"bachelor", "master"} and _UNFINISHED.search(line):
        return "secondary"
    return level
