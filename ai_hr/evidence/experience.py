# ruff: noqa: E501 (a pattern reads best in one piece)
"""How long somebody has worked: from the periods of the work history, or, where there are none, from what is stated."""

import re
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.dates import Period, merged_months, periods
from ai_hr.evidence.sections import Sections

_LONGEST_LIFE_MONTHS = 60 * 12
_NEAR_CHARS = 200
_MOST_PERIODS = 200
_STATED = re.compile(
    r"(?<![\d.,])(?P<years>\d{1,2}(?:[.,]\d)?)\s*\+?\s*(?:-?(?:лет|года?|г\.)|years?|yrs?)(?:\s*(?:и|and)?\s*(?P<months>\d{1,2})\s*(?:мес\w*|months?|mos?))?"
    r"|(?<![\d.,])(?P<only>\d{1,2})\s*(?:месяц\w*|мес\.|months?)",
    re.IGNORECASE,
)
_ABOUT_WORK = re.compile(r"\b(?:опыт\w*|стаж\w*|experience\w*|работа\w*|work\w*|practice|практик\w*)\b", re.IGNORECASE)
_AGO = re.compile(r"^\s*(?:назад|ago|old|гаранти\w+)", re.IGNORECASE)
_STUDY = re.compile(
    r"универс\w*|институт\w*|академи[яию]\b|колледж\w*|техникум\w*|училищ\w*|лице[йя]|гимнази\w*|факультет\w*|бакалавр\w*|магистр\w*|специалитет|аспирант\w*|студент\w*|курсы\b|школа\b"
    r"|\buniversity|\bcollege|\binstitute|\bschool|\bfaculty|\bbachelor|\bmaster(?:['’]s| of)|\b[bm]\.?sc\b|\bph\.?d|\bdegree|\bcourse|\bstudent\b",
    re.IGNORECASE,
)
_TAUGHT = re.compile(
    r"\b(?:учител\w*|преподават\w*|воспитател\w*|педагог\w*|лаборант\w*|завуч\w*|инженер\w*|повар\w*|teacher|lecturer|tutor|professor|assistant|engineer|cook|chef)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Worked:
    months: int
    lines: tuple[Span, ...]
    dated: bool


def worked(text: str, where: Sections, *, as_of: int) -> Worked:
    """Overlapping periods count once, both ends inclusive; study does not count."""
    rows = lines(text)
    found = periods(text, as_of=as_of)[:_MOST_PERIODS]
    counted = [period for period in found if not _is_study(period, rows, where, text)]
    if counted:
        months = min(merged_months(counted), _LONGEST_LIFE_MONTHS)
        return Worked(months, tuple(_line_of(period, rows) for period in counted), dated=True)
    return _stated(text)


def _stated(text: str) -> Worked:
    best = Worked(0, (), dated=False)
    for line in lines(text):
        if not _ABOUT_WORK.search(line.text):
            continue
        for match in _STATED.finditer(line.text):
            months = _months_of(match)
            if best.months < months <= _LONGEST_LIFE_MONTHS and not _AGO.match(line.text[match.end() :]):
                best = Worked(months, (line,), dated=False)
    return best


def _months_of(match: re.Match[str]) -> int:
    if match["only"]:
        return int(match["only"])
    return round(float(match["years"].replace(",", ".")) * 12) + int(match["months"] or 0)


def _is_study(period: Period, rows: list[Span], where: Sections, text: str) -> bool:
    section = where.at(period.start)
    if section == "work":
        return False
    if section == "education":
        return True
    around = _around(period, rows, text)
    return bool(_STUDY.search(around)) and not _TAUGHT.search(around)


def _line_of(period: Period, rows: list[Span]) -> Span:
    """The whole line a period stands in; a period broken over two lines is its own quotation."""
    return next((row for row in rows if row.start <= period.start and period.end <= row.end), period)


def _around(period: Period, rows: list[Span], text: str) -> str:
    """The period's line near to it, and the next one where the period stands alone in its line."""
    for number, row in enumerate(rows):
        if row.start <= period.start < row.end:
            near = text[max(row.start, period.start - _NEAR_CHARS) : min(row.end, period.end + _NEAR_CHARS)]
            alone = len(row.text) <= len(period.text) + 2
            return f"{near} {rows[number + 1].text[:_NEAR_CHARS]}" if alone and number + 1 < len(rows) else near
    return period.text
