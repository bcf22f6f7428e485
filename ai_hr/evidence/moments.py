"""Single dates as resumes write them, in Russian and English, to the month: what periods are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ai_hr import data
from ai_hr.evidence.clauses import Span
from ai_hr.evidence.phrases import alternatives

FIRST, LAST = 1, 12
_THIS_CENTURY, _LAST_SHORT = 60, 99

_CALENDAR = data.read("calendar")
_NUMBERS: dict[str, int] = {name: number for number, names in enumerate(_CALENDAR["months"], FIRST) for name in names}
# Whole names only: «Самара», "Marketing" and "Denmark" have a month's letters in them.
MONTH = rf"(?<![^\W\d_])(?:{alternatives(_NUMBERS)})(?![^\W\d_])"
PRESENT = rf"(?<!\w)(?:{alternatives(_CALENDAR['present'])}|(?<=to\s)date)(?!\w)"
_YEAR = r"(?<!\d)(?:19[5-9]\d|20\d\d)(?!\d)"
_DAY = r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_MM = r"(?:0?[1-9]|1[0-2])"
_BEGINS = "".join(sorted({name[0] for name in (*_NUMBERS, *_CALENDAR["present"], "date")}))
_MOMENT = re.compile(
    # Most places in a text can begin no date: they are passed over by their first letter.
    rf"(?=\d|(?<![^\W\d_])[{_BEGINS}])(?:"
    rf"(?:{_DAY}[\s.]{{1,2}})?(?P<name>{MONTH})\.?(?:\s{_DAY},?)?(?:[\s,.]{{0,8}}(?:of\s)?(?P<named>{_YEAR})|(?:\s?['’]|-)(?P<short>\d\d)(?!\d))"
    rf"|(?P<before>{_YEAR})[ \t,]{{1,2}}(?P<after>{MONTH})\.?(?![\s,.]{{0,3}}{_YEAR})"
    rf"|(?<![\d.,/-])(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)(?P<full>{_YEAR})"
    rf"|(?<!\d)(?P<month>{_MM})(?:\s?[./]\s?|-)(?P<numbered>{_YEAR})"
    rf"|(?P<iso>{_YEAR})[./-](?P<iso_month>0[1-9]|1[0-2])(?:[./-]\d\d)?(?!\d)"
    rf"|(?<![\d.,/:-])(?P<brief_month>0[1-9]|1[0-2])[./](?P<brief>\d\d)(?![\d.,:/%]|\s?%)"
    rf"|(?P<year>{_YEAR})(?:\s?[-–—]\s?(?P<until>\d\d)(?![\d.,:/-]))?"
    rf"|(?P<bare>{MONTH})\.?"
    rf"|(?P<present>{PRESENT}))",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\s?(?:г(?:ода|оду|од|г)?\b\.?)", re.IGNORECASE)
_AMERICAN = re.compile(rf"(?<!\d){_MM}/(?:1[3-9]|2\d|3[01])/{_YEAR}")

Kind = Literal["dated", "brief", "spread", "bare", "present"]


@dataclass(frozen=True, slots=True)
class Moment(Span):
    """A date from its first to its last month since year 0: a year alone is twelve months wide.

    `spread` is a range of years in one piece («2018-21»), `brief` a month of a two-digit year, which may be anything
    else; `bare` a month whose year stands elsewhere, its number in `first`; `present` has no months of its own.
    """

    kind: Kind
    first: int
    last: int

    @property
    def is_year(self) -> bool:
        return self.kind == "dated" and self.last > self.first


def month_number(year: int, month: int) -> int:
    return year * 12 + month - 1


def moments(text: str) -> list[Moment]:
    """Every date and every word for the present, in the order of the text."""
    return list(_moments(text))


def _moments(text: str) -> Iterator[Moment]:
    american = bool(_AMERICAN.search(text))
    for match in _MOMENT.finditer(text):
        known = _known(match, american=american)
        if known:
            kind, first, last = known
            suffix = _OF_YEAR.match(text, match.end()) if kind == "dated" else None
            end = suffix.end() if suffix else match.end()
            yield Moment(text[match.start() : end], match.start(), end, kind, first, last)


def _known(match: re.Match[str], *, american: bool) -> tuple[Kind, int, int] | None:
    if match["present"]:
        return "present", 0, 0
    if match["bare"]:
        return "bare", named(match["bare"]), 0
    if match["year"]:
        return _years(int(match["year"]), match["until"])
    if match["full"]:
        return _numbered(match, american=american)
    for year, month, kind in _MONTHLY:
        if match[year]:
            number = match[month]
            at = month_number(_whole(match[year]), int(number) if number.isdigit() else named(number))
            return kind, at, at
    return None


_MONTHLY: tuple[tuple[str, str, Kind], ...] = (
    ("named", "name", "dated"),
    ("short", "name", "dated"),
    ("before", "after", "dated"),
    ("numbered", "month", "dated"),
    ("iso", "iso_month", "dated"),
    ("brief", "brief_month", "brief"),
)


def _years(year: int, until: str | None) -> tuple[Kind, int, int]:
    last = year - year % 100 + int(until) if until else year
    if last <= year:
        return "dated", month_number(year, FIRST), month_number(year, LAST)
    return "spread", month_number(year, FIRST), month_number(last, LAST)


def _numbered(match: re.Match[str], *, american: bool) -> tuple[Kind, int, int] | None:
    month = int(match["one"] if american and match["mark"] == "/" else match["two"])
    if not FIRST <= month <= LAST:
        return None
    at = month_number(int(match["full"]), month)
    return "dated", at, at


def _whole(year: str) -> int:
    """Of a year in two digits, the century that a working life can reach."""
    number = int(year)
    return number if number > _LAST_SHORT else number + (1900 if number >= _THIS_CENTURY else 2000)


def named(month: str) -> int:
    return _NUMBERS[month.lower()]
