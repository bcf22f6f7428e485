"""How long somebody has worked: from the periods of the work history, or, where there are none, from what is stated."""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.dates import Period, merged_months, periods
from ai_hr.evidence.employment import employed
from ai_hr.evidence.sections import Sections
from ai_hr.evidence.stated_years import LONGEST_LIFE_MONTHS, stated_years

_MOST_PERIODS = 200


@dataclass(frozen=True, slots=True)
class Worked:
    months: int
    lines: tuple[Span, ...]
    dated: bool


def worked(text: str, where: Sections, *, as_of: int) -> Worked:
    """Overlapping periods count once, both ends inclusive; study does not count."""
    counted = employed(periods(text, as_of=as_of)[:_MOST_PERIODS], text, where)
    if counted:
        months = min(merged_months(counted), LONGEST_LIFE_MONTHS)
        return Worked(months, _lines_of(counted, lines(text)), dated=True)
    months, line = stated_years(text)
    return Worked(months, (line,) if line else (), dated=False)


def _lines_of(counted: Sequence[Period], rows: Sequence[Span]) -> tuple[Span, ...]:
    """Each line that periods stand in, once."""
    return tuple(dict.fromkeys(_line_of(period, rows) for period in counted))


def _line_of(period: Period, rows: Sequence[Span]) -> Span:
    """The whole line a period stands in; a period broken over two lines is its own quotation."""
    # The full stop of «2010 г.» may be cut off the line's end.
    end = period.start + len(period.text.rstrip(" ."))
    own = Span(period.text, period.start, period.end)
    return next((row for row in rows if row.start <= period.start and end <= row.end), own)
