"""How periods stand in the lines of a resume, and which words go with each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from ai_hr.evidence.clauses import Span, has_letter, lines
from ai_hr.evidence.dates import Period
from ai_hr.evidence.sections import is_bulleted

_NEAR_CHARS = 200
_EDGE_CHARS = 60
_LABEL = re.compile(
    r"(?<!\w)(?:период\w{0,3}|срок\w{0,2}|годы|даты?|время|работы|в|[сc]|со|from|since|dates?|period|years?|tenure|start|end|дата|начал[ао]|employment)(?!\w)",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(?<!\w)(?:г|год|года|лет|мес\w{0,6}|years?|yrs?|months?|mos?|по\s+совместительству|full[\s-]time|part[\s-]time)(?!\w)",
    re.IGNORECASE,
)
_ABOUT_A_TIME = re.compile(
    r"(?<!\w)(?:за|for|during|of|covering|over|through|на)(?:\s+(?:the\s+)?(?:период|годы|period|years))?\s{1,3}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?<!\w)(?:[сc]|со|from)\s{1,3}$", re.IGNORECASE)
# Not where what stood after the comma was taken out: that leaves its width of spaces.
_OPEN_END = re.compile(r",[ \t]?\r?$", re.MULTILINE)
# Not after an abbreviation: «им. Сеченова», "St. Mary".
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?;](?=\s)")
_SEPARATORS = frozenset(",;|•·—–-:\t")
_CLOSING = _SEPARATORS | frozenset(".)")
_OPENED, _CLOSED = frozenset("(["), frozenset(")]")


class Standing(IntEnum):
    """How a period stands in its line, the surest sign of a job's dates first.

    APART at an edge of its line or in brackets, as a CLAUSE between commas, so but LISTED behind a bullet, in a
    SENTENCE, or only MENTIONED: as what a report was for, or within a duty.
    """

    APART = 0
    CLAUSE = 1
    LISTED = 2
    SENTENCE = 3
    MENTIONED = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """`about` are the words that go with the period: of its line, those nearer to it than to another period."""

    period: Period
    standing: Standing
    before: str
    about: str


def entries(found: Sequence[Period], text: str) -> Iterator[Entry]:
    rows = lines(text)
    whole = _unwrapped(rows, text)
    for place, row in enumerate(whole):
        until = whole[place + 1].start if place + 1 < len(whole) else len(text)
        here = [period for period in found if row.start <= period.start < until]
        for number, period in enumerate(here):
            before, about = _words(here, number, row, text)
            if not has_letter(_LENGTH.sub("", _LABEL.sub("", about))):
                about = _below(whole, place, period)
            yield Entry(period, _standing(period, rows, text), before, about)


def _unwrapped(rows: Sequence[Span], text: str) -> list[Span]:
    """Lines, each with those it was wrapped into: they begin with a small letter or follow a comma."""
    found: list[Span] = []
    for row in rows:
        if found and _goes_on(found[-1], row, text):
            start = found.pop().start
            found.append(Span(text[start : row.end], start, row.end))
        else:
            found.append(row)
    return found


def _goes_on(above: Span, row: Span, text: str) -> bool:
    if is_bulleted(text, row):
        return False
    return text[row.start].islower() or bool(_OPEN_END.match(text, above.end))


def _words(here: Sequence[Period], number: int, row: Span, text: str) -> tuple[str, str]:
    """What stands before the period, and what goes with it: in a row of several, what stands on its own side."""
    start = here[number - 1].end if number else row.start
    end = here[number + 1].start if number + 1 < len(here) else max(row.end, here[number].end)
    before = text[max(start, here[number].start - _NEAR_CHARS) : here[number].start]
    after = text[here[number].end : min(end, here[number].end + _NEAR_CHARS)]
    before, after = _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]
    if len(here) == 1:
        return before, f"{before} {after}".strip()
    leading = has_letter(_LABEL.sub("", text[row.start : here[0].start][:_NEAR_CHARS]))
    return before, before if leading else after


def _below(whole: Sequence[Span], place: int, period: Period) -> str:
    """How the next line begins, for a period that has its line to itself."""
    below = next((row.text for row in whole[place + 1 : place + 3] if row.start >= period.end), "")
    return _SENTENCE_END.split(below[:_NEAR_CHARS])[0]


def _standing(period: Period, rows: Sequence[Span], text: str) -> Standing:
    line = next(row for row in reversed(rows) if row.start <= period.start)
    last = next(row for row in reversed(rows) if row.start < period.end)
    standing = _in_line(period, text[line.start : period.start], text[period.end : last.end], text)
    if is_bulleted(text, line):
        return Standing.MENTIONED if standing > Standing.CLAUSE else Standing.LISTED
    return standing


def _in_line(period: Period, before: str, after: str, text: str) -> Standing:
    if _ABOUT_A_TIME.search(before[-_EDGE_CHARS:]):
        return Standing.MENTIONED
    opening = _FROM.sub("", before).rstrip()[-1:]
    closing = text[period.end : period.end + _EDGE_CHARS].lstrip(" ")[:1]
    apart = _is_bare(before, _LABEL) or (opening in _OPENED and closing in _CLOSED and period.form != "since")
    said_from = period.form == "since" or bool(_FROM.search(before))
    at_end = _is_bare(after, _LENGTH) and (not said_from or opening in _SEPARATORS)
    if apart or at_end:
        return Standing.APART
    return Standing.CLAUSE if opening in _SEPARATORS and closing in _CLOSING else Standing.SENTENCE


def _is_bare(words: str, meaningless: re.Pattern[str]) -> bool:
    return len(words) <= _EDGE_CHARS and not has_letter(meaningless.sub("", words))
