"""Whether study that is named was completed, goes on, is only meant, or is said not to have been."""

import re
from functools import cache
from typing import Literal

from ai_hr import data
from ai_hr.evidence.letters import NUMBER_SIGN
from ai_hr.evidence.moments import LAST, Moment, moments, month_number
from ai_hr.evidence.phrases import any_of

Completion = Literal["completed", "unfinished", "intended", "denied"]

_GOES_ON = re.compile(r"(?:[-–—]|\bto\b|\bпо\b)\s*$", re.IGNORECASE)


def completion(words: str, when: str, *, as_of: int | None) -> Completion:
    """By what is said of the study itself, and by the dates that stand with it: a future end is none yet."""
    told = _pattern("honours").sub(" ", NUMBER_SIGN.sub(" ", words))
    if _pattern("denied").search(told) and not _pattern("unfinished").search(told):
        return "denied"
    if _pattern("intended").search(told):
        return "intended"
    if _pattern("unfinished").search(told) or _goes_on(when, as_of):
        return "unfinished"
    return "completed"


def without_state(words: str) -> str:
    return _pattern("unfinished").sub(" ", words)


def _goes_on(when: str, as_of: int | None) -> bool:
    """Whether the last date is the present or lies in a year to come."""
    dates = [date for date in moments(when) if date.kind != "bare"]
    if not dates:
        return False
    if dates[-1].kind == "present":
        return len(dates) > 1 and bool(_GOES_ON.search(when[: dates[-1].start]))
    return as_of is not None and any(_begins_after(date, as_of) for date in dates)


def _begins_after(date: Moment, as_of: int) -> bool:
    end_of_year = month_number(as_of // 12, LAST)
    return date.first > end_of_year if date.is_year else date.last > as_of


@cache
def _pattern(of: str) -> re.Pattern[str]:
    return any_of(data.read("completion")[of])
