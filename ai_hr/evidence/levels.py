"""Levels of education and the names of schools: the one place that knows how either is written."""

import re
from functools import cache
from typing import Literal

from ai_hr import data
from ai_hr.evidence.phrases import alternatives, any_of
from ai_hr.records import EducationLevel

ORDER: tuple[EducationLevel, ...] = ("none", "secondary", "vocational", "bachelor", "master", "phd")

_Kind = Literal["words", "schools", "labels"]
# "Associate degree in" before "degree in", «среднее специальное» before «среднее».
_SPECIFIC_FIRST: tuple[EducationLevel, ...] = ("vocational", "phd", "master", "bachelor", "secondary")
_LETTERS: dict[EducationLevel, str] = {"bachelor": "B", "master": "M"}
# "BEd" by its capitals: a "bed" is none.
_DOTTED = r"(?<![\w.]){0}(?:\.\s?[AS]\.|\.?\s?Ed\.?)(?!\w)"
# «BA» is a degree only before what it is in: "MA" is a place, too, and "MS Office" a product.
_SUBJECT = r"(?:,|\s+in\b|\s+\(|\s+(?!Office|Excel|Word|Access|Project|SQL|Windows)[A-Z][a-z]{{2}})"
_BARE = rf"(?:^|(?<=[.;:–—(-]\s)|(?<=\d\s)|(?<=\()){{0}}[AS](?={_SUBJECT})"
_OF_NO_NAME = re.compile(r"\bgraduated?\s+(?:from|of)\b[^\n]{0,80}\buniversity|\bdegree\s+in\b", re.IGNORECASE)


def reaches(level: EducationLevel, asked: EducationLevel) -> bool:
    return ORDER.index(level) >= ORDER.index(asked)


def highest(levels: list[EducationLevel]) -> EducationLevel:
    return max(levels, key=ORDER.index, default="none")


def levels_in(text: str, *, about_education: bool) -> list[EducationLevel]:
    """Every level the text shows; where education is spoken of, also by words that elsewhere mean something else.

    What is read is taken out: the longer «среднее специальное» must not say «среднее» as well.
    """
    kinds: tuple[_Kind, ...] = ("words", "schools", "labels") if about_education else ("words", "schools")
    if not _anything().search(text):
        return []
    told, found = _words_of("none").sub(" ", text), set[EducationLevel]()
    for kind in kinds:
        for level in _SPECIFIC_FIRST:
            left = _pattern(level, kind).sub(" ", told)
            if left != told:
                found.add(level)
                told = left
    found.update(level for level in _LETTERS if _has_letters(level, told, bare=about_education))
    if not found and _OF_NO_NAME.search(told):
        found.add("bachelor")
    return [level for level in ORDER if level in found]


def tells_of_education(text: str) -> bool:
    """Whether there is any word of a level or of a school in it."""
    return bool(_anything().search(text)) or names_university(text)


def names_degree(text: str) -> bool:
    """Whether a level is said outright, and not only by the name of a school."""
    if not _anything().search(text):
        return False
    told = _words_of("none").sub(" ", text)
    return any(_pattern(level, "words").search(told) or _has_letters(level, told) for level in ORDER[1:])


def without_levels(text: str) -> str:
    kinds: tuple[_Kind, ...] = ("words", "labels")
    for kind in kinds:
        for level in _SPECIFIC_FIRST:
            text = _pattern(level, kind).sub(" ", text)
    return text


def begins_with_degree(text: str) -> bool:
    told = _words_of("none").sub(" ", text)
    return any(_pattern(level, "words").match(told) for level in ORDER[1:])


def names_university(text: str) -> bool:
    return bool(_words_of("universities").search(text) or _acronyms().search(text))


def names_school(text: str) -> bool:
    known = any(_pattern(level, "schools").search(text) for level in ORDER[1:])
    return known or names_university(text) or bool(_words_of("schools").search(text))


def names_course(text: str) -> bool:
    return bool(_words_of("courses").search(text))


def _has_letters(level: EducationLevel, text: str, *, bare: bool = False) -> bool:
    if level not in _LETTERS:
        return False
    dotted, alone = _two_letters(_LETTERS[level])
    return bool(dotted.search(text) or (bare and alone.search(text)))


@cache
def _two_letters(letter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_DOTTED.format(letter)), re.compile(_BARE.format(letter))


@cache
def _pattern(level: EducationLevel, kind: _Kind) -> re.Pattern[str]:
    return any_of(_read()[level].get(kind, []))


@cache
def _words_of(kind: Literal["none", "schools", "universities", "courses"]) -> re.Pattern[str]:
    return any_of(_read()[kind]["words"])


@cache
def _anything() -> re.Pattern[str]:
    """Most of what is read tells of no level at all, and is done with by one look."""
    phrases = [phrase for level in ORDER[1:] for found in _read()[level].values() for phrase in found]
    return re.compile(rf"{any_of(phrases).pattern}|\b[BM]\.?\s?(?:[AS]|Ed)\b|\b(?:graduate|degree)", re.IGNORECASE)


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
