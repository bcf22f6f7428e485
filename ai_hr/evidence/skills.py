"""Is there evidence of this requirement? Meaning (embeddings of clauses) and letters (stems, names) together decide."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_hr.evidence.clauses import Clause, Span
from ai_hr.evidence.embeddings import Matrix, encode, encode_phrases, similarities
from ai_hr.evidence.words import Terms, names_all, shared, terms, tools

LETTERS_WEIGHT = 0.5
CONTEXT_WEIGHT = 0.6
CONTEXT_USUAL = 0.3
CONTEXT_MOST = 0.15
"""A resume that is as a whole about the vacancy's occupation needs less of a clause; an unlike one, more."""
LONE_WORD = 0.8
"""A single word says little of itself: «повар» is near to every kitchen skill."""
MET = 0.51
"""All of these were chosen on the tuning half of benchmarks/matching."""
NAMED = 0.9
"""What a requirement called by its name is worth at least, in whatever language or spelling."""
SLOPE = 12.0
MOST_QUOTATIONS = 3
CONTEXT_CHARS = 4000
_NEAR_BEST = 0.15


@dataclass(frozen=True, slots=True)
class Finding:
    """`confidence` is of the verdict that was reached, 0.5 at the border and towards 1 away from it."""

    met: bool
    confidence: float
    spans: tuple[Span, ...]
    strength: float


def find(requirements: Sequence[str], clauses: Sequence[Clause], near: float) -> list[Finding]:
    """One finding for each requirement, in order. `clauses` affirm something; `near` is the resume's `closeness`."""
    if not clauses or not requirements:
        return [Finding(met=False, confidence=0.5, spans=(), strength=-MET) for _ in requirements]
    context = min(CONTEXT_MOST, CONTEXT_WEIGHT * (near - CONTEXT_USUAL))
    cosines = similarities(encode_phrases(requirements), encode([clause.text for clause in clauses]))
    cosines *= np.array([LONE_WORD if " " not in clause.text else 1.0 for clause in clauses], dtype=np.float32)
    given = [terms(clause.text) for clause in clauses]
    return [_finding(terms(phrase), cosines[row], context, clauses, given) for row, phrase in enumerate(requirements)]


def closeness(clauses: Sequence[Clause], about: str) -> float:
    """How near the resume as a whole comes to what the vacancy is about, a cosine."""
    whole = ", ".join(clause.text for clause in clauses)[:CONTEXT_CHARS]
    return float(similarities(encode_phrases([about]), encode([whole]))[0, 0])


def nearness(requirement: str, text: str) -> float:
    """How near one text comes to a requirement, in meaning and in letters."""
    cosine = float(similarities(encode_phrases([requirement]), encode([text]))[0, 0])
    score = max(cosine, 0.0) + LETTERS_WEIGHT * shared(terms(requirement), terms(text))
    return max(score, NAMED) if names_all(terms(requirement), terms(text)) else score


def _finding(
    wanted: Terms, cosines: Matrix, context: float, clauses: Sequence[Clause], given: Sequence[Terms]
) -> Finding:
    letters = np.array([shared(wanted, have) for have in given], dtype=np.float32)
    scores = np.round(np.maximum(cosines, 0.0) + LETTERS_WEIGHT * letters + context, 4)
    named = np.array([names_all(wanted, have) for have in given])
    scores = np.where(named, np.maximum(scores, NAMED), 0.0 if _is_tool(wanted) else scores)
    best = float(scores.max())
    met = best >= MET
    order = [int(place) for place in np.argsort(-scores, kind="stable")[: MOST_QUOTATIONS if met else 0]]
    spans = tuple(clauses[place] for place in order if scores[place] >= max(MET, best - _NEAR_BEST))
    return Finding(met, _confidence(best - MET), spans, strength=best - MET)


def _is_tool(wanted: Terms) -> bool:
    """A product is shown by nothing but its name: texts about Docker are near in meaning to those about Kubernetes."""
    return bool(wanted.names) and all(names & tools() for names in wanted.names)


def _confidence(distance: float) -> float:
    return round(1 / (1 + float(np.exp(-SLOPE * abs(distance)))), 2)
