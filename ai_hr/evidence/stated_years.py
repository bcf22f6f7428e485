"""Years of work that a resume states outright: «опыт работы 7 лет», "ten years of experience"."""

import re
from collections.abc import Iterator
from functools import cache

from ai_hr import data
from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.phrases import alternatives, any_of
from ai_hr.evidence.study import says_works

LONGEST_LIFE_MONTHS = 60 * 12
_NUMBERS: dict[str, float] = data.read("numbers")["values"]
_HOW_MANY = rf"(?:\d{{1,2}}(?:[.,]\d)?|(?<!\w)(?:{alternatives(_NUMBERS)})(?!\w))"
_LENGTH = re.compile(
    rf"(?<![\w.,])(?P<years>{_HOW_MANY})(?P<half>\s+с\s+половиной|\s+and\s+a\s+half)?\s?\+?\s?-?(?:лет|года?|г\.|years?|yrs?)(?![^\W\d_])"
    r"(?:['’])?(?:\s*(?:и|and)?\s*(?P<months>\d{1,2})\s*(?:мес[^\W\d_]{0,6}|months?|mos?)(?!\w))?"
    rf"|(?<![\w.,])(?P<only>{_HOW_MANY})\s?(?:мес[^\W\d_]{{0,6}}|months?)(?!\w)",
    re.IGNORECASE,
)
_PIECE_END = re.compile(
    r"[,;](?=\s)|(?<=[^\W\d_]{3})[.!?](?=\s|$)|\b(?:из\s+них|котор\w{2,3}|which|where)\b", re.IGNORECASE
)
_EXPERIENCE = re.compile(r"\b(?:опыт\w{0,3}|стаж\w{0,2}|experience|practice|практик[аиу])\b", re.IGNORECASE)
_AGO = re.compile(r"^\W{0,3}(?:назад|ago|old|гаранти\w+)", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:до|to|[-–—])\s*$", re.IGNORECASE)
_FEW_WORDS, _MANY_WORDS, _NEAR_CHARS = 4, 7, 120


def stated_years(text: str) -> tuple[int, Span | None]:
    """The most months of work that one line states, with the line; a number of years alone may be anybody's age."""
    found = [(bound, months, line) for line in lines(text) for months, bound in _stated(line.text)]
    # The first of those that say the same.
    best = max(found, key=lambda one: one[:2], default=None)
    return (best[1], best[2]) if best else (0, None)


def _stated(line: str) -> Iterator[tuple[int, bool]]:
    """Lengths of work, and whether each is said to be one of experience and not only stands beside a verb of work."""
    for piece in _PIECE_END.split(line):
        loose: bool | None = None
        for match in _LENGTH.finditer(piece):
            before = piece[max(0, match.start() - _NEAR_CHARS) : match.start()]
            after = piece[match.end() : match.end() + _NEAR_CHARS]
            months = _months_of(match)
            if not 0 < months <= LONGEST_LIFE_MONTHS or _AGO.match(after):
                continue
            if _follows(before) or _precedes(after):
                yield months, True
                continue
            if loose is None:
                loose = says_works(piece) and not (_says("cared_for", piece) or _says("others_years", piece))
            if loose:
                yield months, False


def _follows(before: str) -> bool:
    """«Опыт работы в продажах — более» before the number: with no firm's or child's years between."""
    parts = _EXPERIENCE.split(before)
    if len(parts) == 1 or len(parts[-1].split()) > _MANY_WORDS or _says("others_years", before):
        return False
    return not (_RANGE.search(before) and _says("cared_for", before))


def _precedes(after: str) -> bool:
    """ "of hands-on experience" behind the number."""
    found = _EXPERIENCE.search(after)
    return found is not None and len(after[: found.start()].split()) <= _FEW_WORDS


def _months_of(match: re.Match[str]) -> int:
    if match["only"]:
        return round(_number(match["only"]))
    half = 0.5 if match["half"] else 0.0
    return round((_number(match["years"]) + half) * 12) + int(match["months"] or 0)


def _number(word: str) -> float:
    return _NUMBERS[word.lower()] if word.lower() in _NUMBERS else float(word.replace(",", "."))


def _says(of: str, words: str) -> bool:
    return bool(_pattern(of).search(words))


@cache
def _pattern(of: str) -> re.Pattern[str]:
    return any_of(data.read("work")[of])
