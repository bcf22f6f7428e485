"""Periods of time as resumes write them, in Russian and English, to the month."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ai_hr.evidence.clauses import Span, has_letter
from ai_hr.evidence.moments import MONTH, PRESENT, Moment, moments, month_number

__all__ = ["Period", "is_date", "merged_months", "month_number", "periods"]

_LONGEST_GAP = 60
_LINE = r"(?:[-‐‑‒–—―−~→÷]|>){1,3}|…|\.{2,3}"
_UP_TO = r"по|до|to|up\s+to|until|till|through"
_GAP = re.compile(
    rf"\s*(?:(?:{_LINE})\s*(?:(?:{_UP_TO})\s+)?|,?\s*\b(?:и\s+)?(?:{_UP_TO})\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[ \t]*[-–—]{1,2}[ \t]*(?:$|[\r\n]+(?!\s*[a-zа-яё\d(]))")
_CELL = re.compile(r"\s*[\t|]\s*|[ \t]*(?:\r?\n[ \t]*){1,2}")
_LABELLED = re.compile(
    r"\s*[\n,;|.]?\s*(?:end(?:ed)?(?:\s+date)?|finish(?:ed)?|date\s+ended|дата\s+(?:окончания|увольнения|завершения)|окончание|конец|уволен[а]?)\s*[:–—-]?\s*(?:(?:по|to)\s+)?",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?<!\w)(?:[сc]|со|since|from)\s{1,3}$", re.IGNORECASE)
_SINCE_CHARS = 8
_WHEN = re.compile(
    rf"{MONTH}|{PRESENT}|(?<!\w)(?:г|год|года|лет|мес[^\W\d_]{{0,6}}|years?|months?|с|по|до|from|to|since)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period(Span):
    """First and last month, both counted, as months since year 0.

    `form` says how it is written, for some forms are periods only in a work history: `since` without an end, `open`
    with a dash and nothing behind it, `beside` as two dates in neighbouring lines or cells, `brief` as «10.21 – 09.23».
    """

    first: int
    last: int
    form: Literal["range", "since", "open", "beside", "brief"] = "range"


def is_date(text: str) -> bool:
    """Whether a text says when, and nothing else."""
    return not has_letter(_WHEN.sub("", text))


def periods(text: str, *, as_of: int) -> list[Period]:
    """Every period the text states; `as_of` is the month that "present" means. Backward or future ones are dropped."""
    return [period for period in _periods(text, moments(text), as_of) if period.first <= period.last]


def merged_months(found: list[Period]) -> int:
    """Months covered by at least one of the periods."""
    total, covered = 0, -1
    for first, last in sorted((period.first, period.last) for period in found):
        total += max(0, last - max(first, covered + 1) + 1)
        covered = max(covered, last)
    return total


def _periods(text: str, dates: list[Moment], as_of: int) -> Iterator[Period]:
    place = 0
    while place < len(dates):
        date, after = dates[place], dates[place + 1] if place + 1 < len(dates) else None
        form = _joined(text, date, after) if after else None
        if form and after and date.kind == "bare" and place + 2 < len(dates) and _joined(text, after, dates[place + 2]):
            form = None
        if form and after:
            yield _between(text, date, after, form, as_of)
            place += 2
        else:
            yield from _alone(text, date, as_of)
            place += 1


def _joined(text: str, date: Moment, after: Moment) -> Literal["range", "beside", "brief"] | None:
    """How two neighbouring dates make one period, if they do."""
    if not _can_join(date, after) or after.start - date.end > _LONGEST_GAP:
        return None
    between = text[date.end : after.start]
    if _GAP.fullmatch(between) or _LABELLED.fullmatch(between):
        return "brief" if date.kind == "brief" else "range"
    months = not date.is_year and not after.is_year and "brief" not in {date.kind, after.kind}
    return "beside" if months and _CELL.fullmatch(between) and _has_a_cell(text, date, after) else None


def _can_join(date: Moment, after: Moment) -> bool:
    if date.kind == "bare":
        return after.kind == "dated" and not after.is_year
    if date.kind == "brief":
        return after.kind in {"brief", "present"}
    return date.kind == "dated" and after.kind in {"dated", "present"}


def _has_a_cell(text: str, date: Moment, after: Moment) -> bool:
    """Whether the two stand apart from other text: in lines or cells of their own."""
    before = text[max(0, date.start - _LONGEST_GAP) : date.start].rstrip(" ")[-1:]
    behind = text[after.end : after.end + _LONGEST_GAP].lstrip(" ")[:1]
    return before in {"", "\n", "\r", "\t", "|"} and behind in {"", "\n", "\r", "\t", "|"}


def _between(text: str, date: Moment, after: Moment, form: Literal["range", "beside", "brief"], as_of: int) -> Period:
    last = as_of if after.kind == "present" else after.last
    first = _in_year_of(last, date.first) if date.kind == "bare" else date.first
    # A range written backward stays so, and is dropped.
    return Period(text[date.start : after.end], date.start, after.end, first, min(last, as_of), form)


def _in_year_of(last: int, month: int) -> int:
    """«Ноябрь – февраль 2021» began in the year before."""
    first = month_number(last // 12, month)
    return first if first <= last else first - 12


def _alone(text: str, date: Moment, as_of: int) -> Iterator[Period]:
    if date.kind == "spread":
        yield Period(date.text, date.start, date.end, date.first, min(date.last, as_of))
    if date.kind != "dated":
        return
    from_here = max(0, date.start - _SINCE_CHARS)
    since = _SINCE.search(text[from_here : date.start])
    if since:
        start = from_here + since.start()
        yield Period(text[start : date.end], start, date.end, date.first, as_of, "since")
    elif _OPEN.match(text, date.end):
        yield Period(date.text, date.start, date.end, date.first, as_of, "open")
