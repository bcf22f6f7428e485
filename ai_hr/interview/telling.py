"""How an answer is told, whatever it says: with cases, numbers, reasons, an order of things, as one's own doing."""

import re
from dataclasses import dataclass

from ai_hr.evidence.clauses import sentences
from ai_hr.evidence.terms import terms
from ai_hr.evidence.words import words
from ai_hr.interview.phrases import any_of

_FULL_WORDS = 40
_ENOUGH_CASES, _ENOUGH_NUMBERS, _ENOUGH_DOING, _ENOUGH_REASONS, _ENOUGH_ORDER = 2, 3, 4, 3, 4
_NUMBER_BEARS_OUT, _NUMBERS_BEAR_OUT = 0.35, 1.0
"""What one number, and all of them together, add to the cases of an answer: a figure alone is no example."""
_EASY_SENTENCE = 25
_FIRST_PERSON = re.compile(
    r"\b(?:я|мы|у\s+нас|у\s+меня|мне|мой|моя|наш\w*|i|we|my|our)\b|\b\w+(?:лся|лась|лись|ил|ал|ел|ила|ала|ела|или|али|ели)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:[.,:/–-]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?")


@dataclass(frozen=True, slots=True)
class Telling:
    """Each 0 to 1."""

    length: float
    examples: float
    numbers: float
    practice: float
    reasons: float
    order: float
    clarity: float


def told(answer: str) -> Telling:
    """What is said twice counts once."""
    text = _distinct(answer)
    numbers = _numbers(text)
    cases = _count("example", text) + min(_NUMBERS_BEAR_OUT, _NUMBER_BEARS_OUT * numbers)
    return Telling(
        length=_share(len(set(terms(text).stems)), _FULL_WORDS),
        examples=_share(cases, _ENOUGH_CASES),
        numbers=_share(numbers, _ENOUGH_NUMBERS),
        practice=_share(len(_FIRST_PERSON.findall(text)), _ENOUGH_DOING),
        reasons=_share(_count("reason", text), _ENOUGH_REASONS),
        order=_share(_count("order", text), _ENOUGH_ORDER),
        clarity=_clarity(answer),
    )


def _distinct(answer: str) -> str:
    """The sentences that differ in their words."""
    seen: dict[tuple[str, ...], str] = {}
    for sentence in sentences(answer):
        seen.setdefault(tuple(word.stem for word in words(sentence.text)), sentence.text)
    return ". ".join(seen.values())


def _numbers(text: str) -> int:
    """Figures and numerals; a year says when, not how much."""
    figures = [figure for figure in _FIGURE.findall(text) if not _YEAR.fullmatch(figure)]
    return len(figures) + _count("number", text)


def _count(group: str, text: str) -> int:
    return len(any_of("telling", group).findall(text))


def _share(count: float, enough: float) -> float:
    return round(min(1.0, count / enough), 4)


def _clarity(answer: str) -> float:
    """Sentences of a length one can follow, words that do not go in circles."""
    parts = sentences(answer)
    all_words = [word.stem for word in words(answer)]
    if not parts or not all_words:
        return 0.0
    mean = len(all_words) / len(parts)
    readable = 1.0 if mean <= _EASY_SENTENCE else max(0.3, _EASY_SENTENCE / mean)
    varied = min(1.0, 1.6 * len(set(all_words)) / len(all_words))
    return round(readable * varied, 4)
