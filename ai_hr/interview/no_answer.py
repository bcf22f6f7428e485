"""Whether an answer says nothing: it owns up to not knowing and leaves it there, or is too short to say anything."""

import re

from ai_hr.evidence.terms import terms
from ai_hr.interview.denials import denies
from ai_hr.interview.phrases import any_of

_LEAST_WORDS = 3
_LITTLE, _LITTLE_DENIED = 4, 8
_EDGE = " \t\r\n.,;:!?…-–—\"'«»()"


def says_nothing(answer: str) -> bool:
    """Not said of a short answer that may be right: whether it is near the key is not seen here (`is_too_short`)."""
    text = answer.strip(_EDGE)
    if not text or any_of("no_answer", "whole").fullmatch(text):
        return True
    while (rest := _after(any_of("no_answer", "first"), text)) is not None:
        text = rest
    after = _after(any_of("no_answer", "nothing"), text)
    return after is not None and not _has_substance(after)


def is_too_short(answer: str) -> bool:
    """Fewer words than say anything by themselves, and no figure."""
    return len(terms(answer).stems) < _LEAST_WORDS and not re.search(r"\d", answer)


def _after(phrase: re.Pattern[str], text: str) -> str | None:
    found = phrase.match(text)
    return text[found.end() :].strip(_EDGE) if found else None


def _has_substance(rest: str) -> bool:
    """«Не помню названия, но промываю и обрабатываю края» tells something; "and I never did it" does not."""
    return len(terms(rest).stems) >= (_LITTLE_DENIED if denies(rest) else _LITTLE)
