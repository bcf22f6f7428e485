"""Is there evidence of this requirement? Meaning (embeddings of clauses) and letters (stems, names) together decide."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_hr.evidence.asked import Said, asked, taken_apart
from ai_hr.evidence.clauses import Clause, Span
from ai_hr.evidence.embeddings import Matrix, encode, encode_phrases, similarities
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.relation import related
from ai_hr.evidence.sought import Sought
from ai_hr.evidence.terms import Terms, names_all, shared, terms

# All of these were chosen on the tuning half of benchmarks/matching.
LETTERS_WEIGHT = 0.5
COMMON_WORD = 3.0
"""How fast a word loses weight with each further phrase of the vacancy that has it."""
OCCUPATION_WEIGHT = 0.4
"""What a clause owes to being about the occupation («повар» is near to every kitchen skill) is taken off again."""
RELATEDNESS_WEIGHT, RELATEDNESS_MOST = 0.8, 0.75
"""A resume that is as a whole about the vacancy's occupation needs less of a clause; an unlike one, more."""
LONE_WORD = 0.9
"""A single word says little of itself."""
MET = 0.89
NAMED = 1.03
"""What a requirement called by its name, in whatever language or spelling, is worth at least: it counts whole."""
SLOPE = 8.0
"""Of the logistic curve that turns the distance from the border into the probability of being right."""
NAME_THERE, NAME_ABSENT = 0.95, 0.95
"""How sure it is that somebody has worked with what he names, and has not with what he does not."""
MOST_QUOTATIONS = 3
_NEAR_BEST = 0.15


@dataclass(frozen=True, slots=True)
class Finding:
    """`confidence` is of the verdict that was reached, 0.5 at the border and towards 1 away from it."""

    met: bool
    confidence: float
    spans: tuple[Span, ...]


def find(requirements: Sequence[str], reading: Reading) -> list[Finding]:
    """One finding for each requirement, in order."""
    clauses = reading.affirmed
    if not clauses or not requirements:
        return [Finding(met=False, confidence=0.5, spans=()) for _ in requirements]
    said = [taken_apart(clause) for clause in clauses]
    meant = _meant(requirements, reading)
    context = RELATEDNESS_WEIGHT * min(RELATEDNESS_MOST, reading.relatedness)
    weights = _weights(reading.wanted)
    return [
        _by_name(phrase, said, russian=reading.wanted.russian)
        or _finding(_scores(terms(phrase), said, row, weights) + context, clauses)
        for phrase, row in zip(requirements, meant, strict=True)
    ]


def nearness(requirement: str, text: str) -> float:
    """How near one text comes to a requirement, in meaning and in letters, whatever the vacancy."""
    cosine = float(similarities(encode_phrases([requirement]), encode([text]))[0, 0])
    score = max(cosine, 0.0) + LETTERS_WEIGHT * shared(terms(requirement), terms(text))
    return max(score, NAMED) if names_all(terms(requirement), terms(text)) else score


def _by_name(phrase: str, said: Sequence[Said], *, russian: bool) -> Finding | None:
    """A product is shown by its name and by nothing else: in meaning Docker is near to Kubernetes.

    None where the requirement asks for more than names, and those it has are there.
    """
    wanted = asked(phrase, russian=russian)
    if not wanted.names:
        return None
    naming = wanted.naming(said)
    if naming is None:
        return Finding(met=False, confidence=NAME_ABSENT, spans=())
    if wanted.alone:
        return Finding(met=True, confidence=NAME_THERE, spans=tuple(one.clause for one in naming[:MOST_QUOTATIONS]))
    return None


def _meant(requirements: Sequence[str], reading: Reading) -> Matrix:
    """How near each clause comes to each requirement in meaning, beyond what any clause of the occupation would."""
    phrases, title = encode_phrases(requirements), reading.wanted.title
    lone = np.array([LONE_WORD if " " not in clause.text else 1.0 for clause in reading.affirmed], dtype=np.float32)
    owed = np.array([[0.0 if phrase == title else OCCUPATION_WEIGHT] for phrase in requirements], dtype=np.float32)
    meant: Matrix = np.maximum(related(phrases, reading.vectors), 0.0) * lone
    return meant - owed * np.maximum(related(encode_phrases([title]), reading.vectors), 0.0)


def _weights(wanted: Sought) -> dict[str, float]:
    return {stem: 1 / (1 + COMMON_WORD * (count - 1)) for stem, count in wanted.commonness.items()}


def _scores(wanted: Terms, said: Sequence[Said], meant: Matrix, weights: dict[str, float]) -> Matrix:
    """For each clause, how well it shows the requirement."""
    letters = np.array([shared(wanted, one.terms, weights) for one in said], dtype=np.float32)
    named = np.array([names_all(wanted, one.terms) for one in said])
    scores: Matrix = meant + np.float32(LETTERS_WEIGHT) * letters
    return np.where(named, np.maximum(scores, np.float32(NAMED)), scores)


def _finding(scores: Matrix, clauses: Sequence[Clause]) -> Finding:
    scores = np.round(scores, 4)
    best = float(scores.max())
    met = best >= MET
    order = [int(place) for place in np.argsort(-scores, kind="stable")[: MOST_QUOTATIONS if met else 0]]
    spans = tuple(clauses[place] for place in order if scores[place] >= max(MET, best - _NEAR_BEST))
    return Finding(met, _confidence(best - MET), spans)


def _confidence(distance: float) -> float:
    return round(1 / (1 + float(np.exp(-SLOPE * abs(distance)))), 2)
