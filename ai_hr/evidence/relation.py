"""The learned relation of a requirement to the clause that shows it.

Sentence embeddings put texts on one subject together; whether a clause shows a requirement is a narrower question.
A linear projection of the embeddings, learned from phrases of many occupations (benchmarks/matching/training), weighs
what matters for it. It is data: `python -m benchmarks.matching.train` writes it anew.
"""

from functools import cache

import numpy as np

from ai_hr import data
from ai_hr.evidence.embeddings import Matrix, similarities

FILE = data.FOLDER / "relation.npy"
ASIDE = 0.05
"""A clause less near to the vacancy than this is about something else."""


def related(requirements: Matrix, clauses: Matrix) -> Matrix:
    """For each requirement and clause, both as embeddings, how surely one is about the other: -1 to 1."""
    return similarities(_projected(requirements), _projected(clauses))


def related_as_wholes(requirements: Matrix, clauses: Matrix) -> float:
    """How surely the clauses together are about all of the requirements together: 0 to 1, 0 if nothing is said.

    Clauses about quite other things, hobbies and addresses, neither add nor take away.
    """
    if not len(requirements) or not len(clauses):
        return 0.0
    wanted, given = _mean(_projected(requirements)), _projected(clauses)
    about = given[similarities(given, wanted)[:, 0] >= ASIDE]
    return _alike(wanted, _mean(about)) if len(about) else 0.0


def alike_as_wholes(left: Matrix, right: Matrix) -> float:
    """Cosine of the two means, 0 to 1: plain subject matter. 0 if nothing is said."""
    return _alike(_mean(left), _mean(right)) if len(left) and len(right) else 0.0


def _alike(left: Matrix, right: Matrix) -> float:
    return max(0.0, float(similarities(left, right)[0, 0]))


def _mean(vectors: Matrix) -> Matrix:
    return _unit(vectors.mean(axis=0, keepdims=True))


def _projected(vectors: Matrix) -> Matrix:
    return _unit(vectors @ _projection())


def _unit(rows: Matrix) -> Matrix:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Matrix = (rows / np.maximum(lengths, np.finfo(np.float32).tiny)).astype(np.float32)
    return unit


@cache
def _projection() -> Matrix:
    """Of 512 dimensions onto fewer; kept in half precision, which no figure of the benchmark tells from the whole."""
    matrix: Matrix = np.load(FILE).astype(np.float32)
    return matrix
