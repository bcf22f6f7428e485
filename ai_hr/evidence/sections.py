"""Which part of a resume a place belongs to, by the headings above it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ai_hr import data
from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.phrases import any_of

Section = Literal["work", "education", "courses", "skills", "other", "aside", ""]
"""`courses` are study that gives no degree, `aside` is what never counts as work, `other` may be a part of a job."""

_LONGEST_HEADING = 60
_MOST_WORDS = 8
_WIDEST_INDENT = 12
_CUT = re.compile(r"[:—–|]|\s-\s")
_NUMBERING = re.compile(r"^\W*(?:(?:\d{1,2}|[IVX]{1,4})[.)]\s)?")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BULLETS = frozenset("•●▪◦■►✓*-–—·")


@dataclass(frozen=True, slots=True)
class Sections:
    starts: tuple[int, ...]
    kinds: tuple[Section, ...]

    def at(self, place: int) -> Section:
        """The section of this place in the text; empty above the first heading."""
        number = bisect_right(self.starts, place) - 1
        return self.kinds[number] if number >= 0 else ""


def sections(text: str) -> Sections:
    found: list[tuple[int, Section]] = []
    listed_work = False
    for line in lines(text):
        kind = _heading(line.text)
        if not kind:
            continue
        bulleted = is_bulleted(text, line)
        # In a job's list of duties «Обучение» is a duty, unless all headings are written so.
        if bulleted and not listed_work and kind != "work" and found and found[-1][1] == "work":
            continue
        listed_work = bulleted and kind == "work"
        found.append((line.start, kind))
    return Sections(starts=tuple(start for start, _ in found), kinds=tuple(kind for _, kind in found))


def is_heading(text: str) -> bool:
    return bool(_heading(text))


def is_bulleted(text: str, line: Span) -> bool:
    before = text[max(0, line.start - _WIDEST_INDENT) : line.start]
    return not _BULLETS.isdisjoint(re.split(r"[\r\n]", before)[-1])


def _heading(line: str) -> Section:
    """A heading is nothing but its own words: «Опыт работы», not «Опыт работы с клиентами 5 лет»."""
    before = _NUMBERING.sub("", _before_its_content(line), count=1)
    words = [word.lower() for word in _WORD.findall(re.split(r"\d", before, maxsplit=1)[0])]
    if not words or len(words) > _MOST_WORDS:
        return ""
    if before.isupper() and _strong(words[0]) == "work":
        return "work"
    if not all(_strong(word) or _weak(word) or _plain().fullmatch(word) for word in words):
        return ""
    return next((kind for of in (_strong, _weak) for word in words if (kind := of(word))), "")


def _before_its_content(line: str) -> str:
    """What stands before a colon or a dash; of a long line only a colon makes a heading."""
    if len(line) <= _LONGEST_HEADING:
        return _CUT.split(line, maxsplit=1)[0]
    before, colon, _ = line[: _LONGEST_HEADING + 1].partition(":")
    return before if colon else ""


@cache
def _kinds(strength: Literal["strong", "weak"]) -> tuple[tuple[Section, re.Pattern[str]], ...]:
    return tuple((kind, any_of(words)) for kind, words in data.read("headings")[strength].items())


@cache
def _plain() -> re.Pattern[str]:
    return any_of(data.read("headings")["plain"]["words"])


def _strong(word: str) -> Section:
    return next((kind for kind, pattern in _kinds("strong") if pattern.fullmatch(word)), "")


def _weak(word: str) -> Section:
    return next((kind for kind, pattern in _kinds("weak") if pattern.fullmatch(word)), "")
