"""Where an answer owns up to never having worked with a skill: the work itself denied, of the skill itself."""

import re
from functools import cache

from ai_hr.evidence.clauses import Clause, clauses
from ai_hr.evidence.terms import shared, terms
from ai_hr.evidence.words import words
from ai_hr.interview.phrases import any_of
from ai_hr.schemas import Turn

_WHOLE = 0.99
_JOINED = frozenset({"и", "или", "либо", "and", "or", "nor"})
_NOT = r"(?:не|ни\s+разу\s+не|never|not|\w+n['’]t)"


def admission(skill: str, turn: Turn) -> str:
    """The clause in which it is said; empty where it is not, or where the same answer tells of the work after all."""
    parts = clauses(turn.answer_text)
    said = ""
    for place, part in enumerate(parts):
        if _names(skill, part.text) and not _denied(skill, part, parts[:place]) and not _is_list(part.text, skill):
            return ""
        if not said and _admits(skill, part, parts[:place], turn.topic or ""):
            said = " ".join(part.text.split())
    return said


def _admits(skill: str, part: Clause, before: list[Clause], topic: str) -> bool:
    if _names(skill, part.text):
        return _denied(skill, part, before) and not _is_limited(part, before)
    asked_about = bool(topic) and _names(skill, topic) and _has("pronoun", part.text)
    return asked_about and _denies_work(part.text) and not _is_limited(part, before)


def _denied(skill: str, part: Clause, before: list[Clause]) -> bool:
    """By itself, or as an item of the list that a denial opens; «…, Kafka is better» is no item."""
    if _denies_work(part.text):
        return True
    head = before[-1] if before else None
    if head is None or head.sentence != part.sentence or not _is_list(part.text, skill):
        return False
    return _denied(skill, head, before[:-1])


def _denies_work(text: str) -> bool:
    return bool(_denial().search(text) or _has("none", text))


def _is_limited(part: Clause, before: list[Clause]) -> bool:
    """Only some way, time or purpose is denied, or the clause hangs on another: «не было дня, чтобы я не работал»."""
    same = [clause.text for clause in before if clause.sentence == part.sentence]
    opened = any_of("admissions", "opening").match(part.text)
    return bool(opened) or any(_has("limited", text) for text in (*same, part.text))


def _is_list(text: str, skill: str) -> bool:
    """Nothing but names: the skill's own words, words with a capital, and what joins them."""
    own = {word.stem for word in words(skill)}
    return all(
        word.stem in own or text[word.start].isupper() or text[word.start : word.end].casefold() in _JOINED
        for word in words(text)
    )


def _names(skill: str, text: str) -> bool:
    return shared(terms(skill), terms(text)) >= _WHOLE


def _has(group: str, text: str) -> bool:
    return bool(any_of("admissions", group).search(text))


@cache
def _denial() -> re.Pattern[str]:
    working = any_of("admissions", "working").pattern
    return re.compile(rf"\b{_NOT}\s+(?:\w+\s+){{0,2}}?{working}", re.IGNORECASE)
