"""Patterns made from lists of phrases, so that what the engine knows of a language is data and not code."""

import re
from collections.abc import Iterable

_ENDING = r"[^\W_]{0,14}"
_ANY_WORDS = r"(?:[\w-]{1,24}\.?[\s-]{1,4}){0,2}"
_GAP = r"[\s:-]{1,4}"
_NOTHING = r"(?!)"
_STOP_AND_GAP = r"\.?[\s:-]{0,4}"


def any_of(phrases: Iterable[str], *, exact_case: bool = False) -> re.Pattern[str]:
    """One pattern for whichever of the phrases stands there as whole words.

    In a phrase «*» stands for any ending, «…» for at most two words, a space for any gap or a hyphen, and a full stop
    may be left out, «$» is the end of the text. Every part of it is bounded, so that no text can make it slow.
    """
    found = alternatives(phrases) or _NOTHING
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.NOFLAG if exact_case else re.IGNORECASE)


def alternatives(phrases: Iterable[str]) -> str:
    """The phrases as parts of a larger pattern, longest first: «настоящее время» before «настоящее»."""
    return "|".join(_pattern(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _pattern(phrase: str) -> str:
    written = re.escape(phrase).replace(r"\.\ ", _STOP_AND_GAP).replace(r"\.", r"\.?\s?")
    written = written.replace(r"\ ", _GAP).replace(r"\*", _ENDING).replace(r"\$", r"\s*$")
    return written.replace(f"…{_GAP}", _ANY_WORDS)
