"""How much of an answer is not the candidate's own: taken from the question, the key or an earlier answer."""

import re

from ai_hr.evidence.terms import terms
from ai_hr.evidence.words import words

_LEAST_RUN = 3
_LEAST_CONTENT = 4
_CHOICE = re.compile(
    r"\bли\b|\bили\b|\bor\b|^\W*(?:do|does|did|is|are|was|were|can|could|should|must|may|will|would|has|have)\b",
    re.IGNORECASE,
)


def lifted(answer: str, source: str, run: int = 4) -> float:
    """Share of the answer's words that stand in runs taken from the source; a source shorter than a run is one run."""
    mine = [word.stem for word in words(answer)]
    theirs = [word.stem for word in words(source)]
    size = min(run, len(theirs), len(mine))
    if size < _LEAST_RUN:
        return 0.0
    runs = {tuple(theirs[at : at + size]) for at in range(len(theirs) - size + 1)}
    taken: set[int] = set()
    for at in range(len(mine) - size + 1):
        if tuple(mine[at : at + size]) in runs:
            taken.update(range(at, at + size))
    return len(taken) / len(mine)


def turned_round(answer: str, question: str) -> float:
    """Share of the answer's content words that are the question's: it may be turned round without saying anything."""
    mine, theirs = terms(answer).stems, frozenset(terms(question).stems)
    return sum(stem in theirs for stem in mine) / len(mine) if len(mine) >= _LEAST_CONTENT else 0.0


def offers_a_choice(question: str) -> bool:
    """Yes or no, this or that: a right answer is made of the question's own words."""
    return bool(_CHOICE.search(question))
