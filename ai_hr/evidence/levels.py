"""Levels of education and the names of schools: the one place that knows how either is written."""

import re
from functools import cache
from typing import Literal

from ai_hr import data
from ai_hr.evidence.phrases import alternatives, any_of
from ai_hr.records import EducationLevel

ORDER: tuple[EducationLevel, ...] = ("none", "secondary", "vocational", "bachelor", "master", "phd")

_LETTERS: tuple[tuple[EducationLevel, str], ...] = (("bachelor", "B"), ("master", "M"))
_DOTTED = r"(?<![\w.]){0}\.\s?[AS]\.(?!\w)"
# «BA» is a degree only before what it is in: "MA" is a place, too, and "MS Office" a product.
_SUBJECT = r"(?:,|\s+in\b|\s+\(|\s+(?!Office|Excel|Word|Access|Project|SQL|Windows)[A-Z][a-z]{{2}})"
_BARE = rf"(?:^|(?<=[.;:–—(-]\s)|(?<=\d\s)|(?<=\()){{0}}[AS](?={_SUBJECT})"
_GRADUATE = re.compile(r"\bgraduate[d]?\s+(?:from|of)\b[^\n]{0,80}\buniversity", re.IGNORECASE)


def reaches(level: EducationLevel, asked: EducationLevel) -> bool:
    return ORDER.index(level) >= ORDER.index(asked)


def highest(levels: list[EducationLevel]) -> EducationLevel:
    return max(levels, key=ORDER.index, default="none")


def levels_in(text: str, *, about_education: bool) -> list[EducationLevel]:
    """Every level the text shows; where education is spoken of, also by words that elsewhere mean something else."""
    told = _words_of("none").sub(" ", text)
    return [level for level in ORDER[1:] if _says(told, level, about_education=about_education)]


def names_degree(text: str) -> bool:
    """Whether a level is said outright, and not only by the name of a school."""
    told = _words_of("none").sub(" ", text)
    return any(_pattern(level, "words").search(told) or _letters(level, told) for level in ORDER[1:])


def names_university(text: str) -> bool:
    return bool(_words_of("universities").search(text) or _acronyms().search(text))


def names_school(text: str) -> bool:
    known = any(_pattern(level, "schools").search(text) for level in ORDER[1:])
    return known or names_university(text) or bool(_words_of("schools").search(text))


def names_course(text: str) -> bool:
    return bool(_words_of("courses").search(text))


def _says(text: str, level: EducationLevel, *, about_education: bool) -> bool:
    kinds: list[Literal["words", "schools", "labels"]] = ["words", "schools"]
    if about_education:
        kinds.append("labels")
    if any(_pattern(level, kind).search(text) for kind in kinds):
        return True
    return bool(_letters(level, text, bare=about_education)) or (level == "bachelor" and bool(_GRADUATE.search(text)))


def _letters(level: EducationLevel, text: str, *, bare: bool = False) -> bool:
    letter = dict(_LETTERS).get(level)
    if not letter:
        return False
    dotted, alone = _two_letters(letter)
    return bool(dotted.search(text) or (bare and alone.search(text)))


@cache
def _two_letters(letter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_DOTTED.format(letter)), re.compile(_BARE.format(letter))


@cache
def _pattern(level: EducationLevel, kind: Literal["words", "schools", "labels"]) -> re.Pattern[str]:
    return any_of(_read()[level].get(kind, []))


@cache
def _words_of(kind: Literal["none", "schools", "universities", "courses"]) -> re.Pattern[str]:
    return any_of(_read()[kind]["words"])


@cache
def _acronyms() -> re.Pattern[str]:
    known = _read()["universities"]
    ending = (
        rf"(?!(?:{alternatives(known['no_acronyms'])})(?!\w))[А-ЯЁ][А-Яа-яё]{{0,5}}(?:{'|'.join(known['endings'])})"
    )
    return re.compile(rf"(?<!\w)(?:{alternatives(known['acronyms'])}|{ending})(?!\w)")


@cache
def _read() -> dict[str, dict[str, list[str]]]:
    return data.read("levels")
