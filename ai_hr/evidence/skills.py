"""Is there evidence of this requirement? Meaning (embeddings of clauses) and letters (stems, names) together decide."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_hr.evidence.clauses import Clause, Span
from ai_hr.evidence.embeddings import Matrix, encode, encode_phrases, similarities
from ai_hr.evidence.words import Terms, shared, terms, tools

LETTERS_WEIGHT = 0.5
MET = 0.62
MET_TOOL = 1.0
"""A product is shown by its name: texts about Docker are near in meaning to those about Kubernetes."""
SLOPE = 12.0
MOST_QUOTATIONS = 3
_NEAR_BEST = 0.15


@dataclass(frozen=True, slots=True)
class Finding:
    """`confidence` is of the verdict that was reached, 0.5 at the border and towards 1 away from it."""

    met: bool
    confidence: float
    spans: tuple[Span, ...]
    strength: float


def find(requirements: Sequence[str], clauses: Sequence[Clause]) -> list[Finding]:
    """One finding for each requirement, in order; clauses are those that affirm something."""
    if not clauses:
        return [Finding(met=False, confidence=0.5, spans=(), strength=0.0) for _ in requirements]
    cosines = similarities(encode_phrases(requirements), encode([clause.text for clause in clauses]))
    given = [terms(clause.text) for clause in clauses]
    return [_finding(terms(phrase), cosines[row], clauses, given) for row, phrase in enumerate(requirements)]


def nearness(requirement: str, text: str) -> float:
    """How near one text comes to a requirement, in meaning and in letters."""
    cosine = float(similarities(encode_phrases([requirement]), encode([text]))[0, 0])
    return max(cosine, 0.0) + LETTERS_WEIGHT * shared(terms(requirement), terms(text))


def _finding(wanted: Terms, cosines: Matrix, clauses: Sequence[Clause], given: Sequence[Terms]) -> Finding:
    letters = np.array([shared(wanted, have) for have in given], dtype=np.float32)
    scores = np.round(np.maximum(cosines, 0.0) + LETTERS_WEIGHT * letters, 4)
    if _is_tool(wanted):
        scores = np.where(letters > 0, np.maximum(scores, MET_TOOL), cosines)
    border = MET_TOOL if _is_tool(wanted) else MET
    best = float(scores.max())
    met = best >= border
    order = [int(place) for place in np.argsort(-scores, kind="stable")[: MOST_QUOTATIONS if met else 0]]
    spans = tuple(clauses[place] for place in order if scores[place] >= max(border, best - _NEAR_BEST))
    return Finding(met, _confidence(best - border), spans, strength=best - border)


def _is_tool(wanted: Terms) -> bool:
    return bool(wanted.names) and all(names & tools() for names in wanted.names)


def _confidence(distance: float) -> float:
    return round(1 / (1 + float(np.exp(-SLOPE * abs(distance)))), 2)
