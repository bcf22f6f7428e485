# ruff: noqa: E501 (a pattern reads best in one piece)
"""Periods of time as resumes write them, in Russian and English, to the month."""

import re
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, has_letter

_MONTHS = (
    "янв|jan", "фев|feb", "мар(?!к)|mar", "апр|apr", "ма[йяе]|may", "июн|jun", "июл|jul", "авг|aug", "сен|sep", "окт|oct", "ноя|nov", "дек|dec",
)  # fmt: skip
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-zа-я]*\.?"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DATE = (
    rf"(?:(?P<{{0}}name>{_MONTH})[\s,.'’]{{{{0,3}}}}(?:(?P<{{0}}y1>{_YEAR})|['’](?P<{{0}}short>\d\d)(?!\d))"
    rf"|(?<!\d)(?:\d{{{{1,2}}}}[./])?(?P<{{0}}m2>0?[1-9]|1[0-2])\s?[./-]\s?(?P<{{0}}y2>{_YEAR})(?!\d)"
    rf"|(?<!\d)(?P<{{0}}y3>{_YEAR})[./-](?P<{{0}}m3>0[1-9]|1[0-2])(?:[./-]\d\d)?(?!\d)"
    rf"|(?<!\d)(?P<{{0}}y4>{_YEAR})(?!\d))(?:\s?(?:г(?:ода|оду|од|г)?\b\.?))?"
)
_PRESENT = (
    r"(?:настоящ\w+\s+врем\w+|настоящ\w+\s+момент\w*|наст\.?\s*вр\w*\.?|н\.?\s?в\.?(?!\w)|сих\s+пор|сегодня\w*|сейчас|текущ\w+\s+момент\w*"
    r"|present|now|current(?:ly)?|today|to\s+date|ongoing)"
)
_DASH = r"\s{0,3}(?:[-–—−]{1,2}|\bпо\b|\bдо\b|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s{0,3}(?:\b(?:по|до)\s+)?"
_RANGE = re.compile(
    rf"(?:{_DATE.format('a')}|(?P<bare>{_MONTH})(?={_DASH}{_MONTH}\s*{_YEAR})){_DASH}"
    rf"(?:{_DATE.format('b')}|(?P<open>{_PRESENT}))",
    re.IGNORECASE,
)
# Whole names only: «Marketing» begins like a month.
_WHEN = re.compile(
    r"\b(?:янв(?:ар[ья])?|фев(?:рал[ья])?|март?а?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?|авг(?:уста?)?|сент?(?:ябр[ья])?|окт(?:ябр[ья])?|ноя(?:бр[ья])?|дек(?:абр[ья])?"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    rf"|{_PRESENT}|г|год|года|лет|мес\w*|years?|months?|с|по|до|from|to|since)(?!\w)",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\b(?:с|со|since|from)\s+(?:{_DATE.format('a')})", re.IGNORECASE)

FIRST, LAST = 1, 12


@dataclass(frozen=True, slots=True)
class Period(Span):
    """First and last month, both counted, as months since year 0."""

    first: int
    last: int


def is_date(text: str) -> bool:
    """Whether a text says when, and nothing else."""
    return not has_letter(_WHEN.sub("", text))


def month_number(year: int, month: int) -> int:
    return year * 12 + month - 1


def periods(text: str, *, as_of: int) -> list[Period]:
    """Every period the text states; `as_of` is the month that "present" means. Backward or future ones are dropped."""
    found: list[Period] = []
    taken: list[tuple[int, int]] = []
    for match in _RANGE.finditer(text):
        period = _ranged(match, as_of)
        taken.append(match.span())
        if period:
            found.append(period)
    for match in _SINCE.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            first = _month(match, "a", FIRST)
            if first is not None and first <= as_of:
                found.append(Period(match.group(), match.start(), match.end(), first, as_of))
    return sorted(found, key=lambda period: period.start)


def merged_months(found: list[Period]) -> int:
    """Months covered by at least one of the periods."""
    total, covered = 0, -1
    for first, last in sorted((period.first, period.last) for period in found):
        total += max(0, last - max(first, covered + 1) + 1)
        covered = max(covered, last)
    return total


def _ranged(match: re.Match[str], as_of: int) -> Period | None:
    last = as_of if match["open"] else _month(match, "b", LAST)
    if last is None:
        return None
    first = month_number(last // 12, _named(match["bare"])) if match["bare"] else _month(match, "a", FIRST)
    if first is None or first > last or first > as_of:
        return None
    return Period(match.group(), match.start(), match.end(), first, min(last, as_of))


def _month(match: re.Match[str], side: str, missing: int) -> int | None:
    part = {name: match[f"{side}{name}"] for name in ("name", "y1", "short", "m2", "y2", "y3", "m3", "y4")}
    year = part["y1"] or part["y2"] or part["y3"] or part["y4"]
    if part["short"]:
        year = f"20{part['short']}"
    if not year:
        return None
    number = part["m2"] or part["m3"]
    month = int(number) if number else _named(part["name"]) if part["name"] else missing
    return month_number(int(year), month)


def _named(word: str) -> int:
    return next(number for number, names in enumerate(_MONTHS, 1) if re.match(names, word, re.IGNORECASE))
