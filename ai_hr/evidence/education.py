"""The highest completed level of education a text shows, with the lines that show it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, has_letter, lines
from ai_hr.evidence.completion import Completion, completion, without_state
from ai_hr.evidence.dates import is_date
from ai_hr.evidence.education_asked import education_asked, names_field, stated
from ai_hr.evidence.levels import (
    ORDER,
    begins_with_degree,
    highest,
    levels_in,
    names_course,
    names_degree,
    names_school,
    names_university,
    reaches,
    tells_of_education,
    without_levels,
)
from ai_hr.evidence.sections import Section, Sections, is_heading
from ai_hr.evidence.study import names_title, says_graduated
from ai_hr.records import EducationLevel

__all__ = ["ORDER", "Educated", "educated", "education_asked", "names_field", "reaches", "stated"]

_PIECE_END = re.compile(r"[;]|(?<=[^\W\d_]{2})[.](?=\s+[A-ZА-ЯЁ])")
_FIRST_WORD = re.compile(r"\W*(?:образовани[ея]|education|degree)\b", re.IGNORECASE)
_LABEL_WORDS = re.compile(r"(?<!\w)(?:образовани\w+|education|degree|level|уровень|и|или|of|a)(?!\w)", re.IGNORECASE)
_ADMITTED: dict[EducationLevel, EducationLevel] = {
    "phd": "bachelor",
    "master": "bachelor",
    "bachelor": "secondary",
    "vocational": "secondary",
}
"""What somebody holds who was admitted to study for a level: nobody becomes a doctoral student from school."""
_FROM_SCHOOL = re.compile(r"специал", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Educated:
    level: EducationLevel
    lines: tuple[Span, ...]


def educated(text: str, where: Sections, *, as_of: int | None = None) -> Educated:
    """`as_of` is the month by which study must have ended; without it no year lies in the future."""
    best: EducationLevel = "none"
    shown: list[Span] = []
    for line, level in _levels(lines(text), where, as_of):
        if ORDER.index(level) > ORDER.index(best):
            best, shown = level, [line]
        elif level == best and level != "none":
            shown.append(line)
    return Educated(best, tuple(shown))


def _levels(rows: Sequence[Span], where: Sections, as_of: int | None) -> Iterator[tuple[Span, EducationLevel]]:
    """Each line with its level. A label caps what the bare names of schools below it are worth."""
    has_section = "education" in where.kinds
    label: EducationLevel = "phd"
    for number, row in enumerate(rows):
        section = where.at(row.start)
        if section != "education" or row.start in where.starts:
            label = "phd"
        if not tells_of_education(row.text) or not _may_tell(row.text, section, has_section=has_section):
            continue
        in_section = section == "education"
        level = _level_of(row.text, _dates_by(rows, number) if in_section else row.text, in_section, as_of)
        if level is not None:
            label = level if in_section and _is_label(row.text) else label
            yield row, level
        elif _is_of_a_university(row.text, in_section):
            own = _as_completed("bachelor", row.text, _dates_by(rows, number), as_of)
            yield row, min(own, label, _degree_below(rows, number, as_of), key=ORDER.index)


def _is_of_a_university(line: str, in_section: bool) -> bool:
    return names_university(line) and not names_course(line) and (in_section or says_graduated(line))


def _degree_below(rows: Sequence[Span], number: int, as_of: int | None) -> EducationLevel:
    """What the next line says was got at the school in this one; the highest where it says nothing of it."""
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    if not names_degree(below) or names_school(below):
        return "phd"
    return _level_of(below, _dates_by(rows, number + 1), True, as_of) or "phd"


def _may_tell(line: str, section: Section, *, has_section: bool) -> bool:
    """Work is told of in the same words as education, by whoever teaches, recruits or sells it."""
    if section == "education":
        return True
    if section == "work":
        return not has_section and bool(begins_with_degree(line) or _FIRST_WORD.match(line))
    if section == "courses":
        return names_degree(line) and not names_course(line)
    return names_degree(line) or says_graduated(line) or not names_title(line)


def _level_of(line: str, when: str, in_section: bool, as_of: int | None) -> EducationLevel | None:
    """The highest level that the line says was reached; None where it speaks of none."""
    about_education = in_section or names_university(line)
    found = [
        _as_completed(level, group, group if _has_year(group) else when, as_of)
        for piece in _PIECE_END.split(line)
        for group, level in _groups(piece, about_education)
    ]
    return highest(found) if found else None


def _groups(piece: str, about_education: bool) -> list[tuple[str, EducationLevel]]:
    """The piece cut at commas into parts of one level each, with the words that go with it."""
    groups: list[tuple[str, EducationLevel]] = []
    loose = ""
    for number, part in enumerate(piece.split(",")):
        # "MA, History" begins with a degree; the second part of "Boston, MA" is a place.
        level = highest(levels_in(part.strip() if number else f"{part.strip()},", about_education=about_education))
        if level != "none" and not (groups and groups[-1][1] == level):
            groups.append((f"{loose}{part}", level))
            loose = ""
        elif groups:
            groups[-1] = (f"{groups[-1][0]},{part}", groups[-1][1])
        else:
            loose = f"{loose}{part},"
    return groups


def _as_completed(level: EducationLevel, words: str, when: str, as_of: int | None) -> EducationLevel:
    how: Completion = completion(words, when, as_of=as_of)
    if how == "completed":
        return level
    if how != "unfinished":
        return "none"
    return "secondary" if _FROM_SCHOOL.search(words) else _ADMITTED.get(level, "none")


def _dates_by(rows: Sequence[Span], number: int) -> str:
    """The line, if it has a year in it; else the nearest line of dates alone: one of two above, or the one below."""
    if _has_year(rows[number].text):
        return rows[number].text
    above = [row.text for row in reversed(rows[max(0, number - 2) : number]) if not is_heading(row.text)]
    dates = next((text for text in above if is_date(text) and _has_year(text)), "")
    below = rows[number + 1].text if number + 1 < len(rows) else ""
    return dates or (below if is_date(below) else "")


def _has_year(text: str) -> bool:
    return bool(re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text))


def _is_label(line: str) -> bool:
    """Whether the line says a level and nothing else, so that it speaks of the school below it."""
    return not has_letter(_LABEL_WORDS.sub("", without_levels(without_state(line))))
