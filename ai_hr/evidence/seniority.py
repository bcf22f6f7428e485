"""The grade a resume's own titles and years speak of."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from ai_hr import data
from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.experience import Worked
from ai_hr.evidence.phrases import any_of
from ai_hr.evidence.sections import Sections, is_bulleted
from ai_hr.schemas import Grade

ORDER: tuple[Grade, ...] = ("junior", "middle", "senior", "lead")
_LONGEST_TITLE = 80
_HEADLINES = 4
_ABOVE, _BELOW = 2, 4
"""How far from a job's dates its title may stand: job sites put the length, the firm and the town between."""
_LEAST_MONTHS: dict[Grade, int] = {"junior": 0, "middle": 18, "senior": 48}
_NEVER = {"education", "courses", "skills", "aside", "other"}
# What was done is told by a verb: «Курировала младших», "Helped the senior nurse".
_DEED = re.compile(
    r"(?:[^\W\d_]+(?:л|ла|лся|лась|ю|юсь|ed)|led|kept|ran|built|wrote|made|held|cut|grew|sold|taught)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Seniority:
    level: Grade | None
    lines: tuple[Span, ...]


def seniority(text: str, where: Sections, *, worked: Worked) -> Seniority:
    """By the highest title held; where titles are silent or were outgrown, by the years worked."""
    jobs = _jobs(text, where, worked)
    grades = {line: grade for job in jobs for line in job if (grade := _grade(line.text))}
    if not grades:
        return Seniority(_by_years(worked.months), ())
    best = max(grades.values(), key=ORDER.index)
    shown = tuple(line for line, grade in grades.items() if grade == best)
    if best == "junior" and not all(any(line in grades for line in job) for job in jobs[1:]):
        return Seniority(_by_years(worked.months), shown)
    return Seniority(best, tuple(sorted(shown, key=lambda line: line.start)))


def reaches(level: Grade, asked: Grade) -> bool:
    return ORDER.index(level) >= ORDER.index(asked)


def _by_years(months: int) -> Grade | None:
    reached = [grade for grade, least in _LEAST_MONTHS.items() if months >= least]
    return max(reached, key=ORDER.index) if months else None


def _jobs(text: str, where: Sections, worked: Worked) -> list[list[Span]]:
    """Lines that may be titles: first the headlines, then those by the dates of each job."""
    rows = lines(text)
    titles = {row.start for row in rows if _may_be_title(row, text, where)}
    starts = [row.start for row in rows]
    dated = [bisect_right(starts, line.start) - 1 for line in worked.lines] if worked.dated else []
    if not dated:
        return [[row for row in rows if row.start in titles]]
    headlines = [row for row in rows[:_HEADLINES] if row.start in titles and not where.at(row.start)]
    found = [headlines]
    for place, number in enumerate(dated):
        last = dated[place + 1] - 1 if place + 1 < len(dated) else len(rows)
        first = max(dated[place - 1] + 1 if place else 0, number - _ABOVE)
        near = rows[first : min(last, number + _BELOW) + 1]
        found.append([row for row in near if row is rows[number] or row.start in titles])
    return found


def _may_be_title(row: Span, text: str, where: Sections) -> bool:
    return (
        len(row.text) <= _LONGEST_TITLE
        and where.at(row.start) not in _NEVER
        and not is_bulleted(text, row)
        and not _DEED.match(row.text)
    )


def _grade(line: str) -> Grade | None:
    if _pattern("of_others").search(line):
        return None
    told = _pattern("none").sub(" ", line)
    return next((grade for grade in reversed(ORDER) if _pattern(grade).search(told)), None)


@cache
def _pattern(of: str) -> re.Pattern[str]:
    return any_of(data.read("titles")[of])
