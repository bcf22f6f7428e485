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


def related(requirements: Matrix, clauses: Matrix) -> Matrix:
    """For each requirement and clause, both as embeddings, how surely one is about the other: -1 to 1."""
    return similarities(_projected(requirements), _projected(clauses))


def related_as_wholes(requirements: Matrix, clauses: Matrix) -> float:
    """How surely all of the clauses together are about all of the requirements together: 0 to 1."""
    return alike_as_wholes(_projected(requirements), _projected(clauses))


def alike_as_wholes(left: Matrix, right: Matrix) -> float:
    """Cosine of the two means, 0 to 1: plain subject matter, unless the vectors are projected. 0 if nothing is said."""
    if not len(left) or not len(right):
        return 0.0
    means = [_unit(vectors.mean(axis=0, keepdims=True)) for vectors in (left, right)]
    return max(0.0, float(similarities(*means)[0, 0]))


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
