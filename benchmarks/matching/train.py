"""`python -m benchmarks.matching.train` learns ai_hr/data/relation.npy from the phrases in training/.

Each occupation's file has requirements as vacancies name them, pieces of resumes that show them, and pieces near by
that do not. The projection is moved, from the identity on, so that a piece comes near to its own requirement and away
from the occupation's others (logistic loss, Adam). None of the occupations is in the evaluation set.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ai_hr.evidence.embeddings import Matrix, encode
from ai_hr.evidence.relation import FILE

TRAINING = Path(__file__).resolve().parent / "training"
DIMENSIONS = 256
EPOCHS = 8
RATE = 5e-4
POSITIVE_WEIGHT = 3.0
STRANGERS = 150
"""Pieces of other occupations that stand beside an occupation's own in each step."""
TOWARDS_IDENTITY = 1e-3
LANGUAGES = ("ru", "en")


@dataclass(frozen=True)
class Occupation:
    """Embeddings of requirements and of pieces; `shows[i, j]`: piece j shows requirement i."""

    requirements: Matrix
    pieces: Matrix
    shows: NDArray[np.bool_]


def main() -> None:
    occupations = [read_occupation(path) for path in sorted(TRAINING.glob("*.toml"))]
    projection = learned(occupations)
    np.save(FILE, projection.astype(np.float16))
    print(f"{len(occupations)} occupations, {sum(len(o.pieces) for o in occupations)} pieces -> {FILE.name}")


def learned(occupations: list[Occupation]) -> Matrix:
    """The same occupations give the same projection on the same machine."""
    chance = np.random.default_rng(0)
    everything = np.concatenate([occupation.pieces for occupation in occupations])
    fit = _Fit()
    for _ in range(EPOCHS):
        for place in chance.permutation(len(occupations)):
            strangers = everything[chance.integers(0, len(everything), STRANGERS)]
            fit.step(occupations[place], strangers)
    return fit.projection


class _Fit:
    """The projection, the steepness and the border of the logistic curve over the cosines, and Adam's memory."""

    def __init__(self) -> None:
        self.projection = np.eye(512, DIMENSIONS, dtype=np.float32)
        self._start = self.projection.copy()
        self._curve = np.array([8.0, -3.0])
        self._adams = (_Adam(RATE), _Adam(0.05))

    def step(self, occupation: Occupation, strangers: Matrix) -> None:
        left, right = occupation.requirements, np.concatenate([occupation.pieces, strangers])
        shows = np.pad(occupation.shows, ((0, 0), (0, len(strangers))))
        to, of = _unit(left @ self.projection), _unit(right @ self.projection)
        cosines = to.rows @ of.rows.T
        error = 1 / (1 + np.exp(-(self._curve[0] * cosines + self._curve[1]))) - shows
        weights = np.where(shows, POSITIVE_WEIGHT, 1.0)
        error *= weights / weights.sum()
        pull = error * self._curve[0]
        gradient = left.T @ to.back(pull @ of.rows) + right.T @ of.back(pull.T @ to.rows)
        gradient += TOWARDS_IDENTITY * (self.projection - self._start)
        self.projection = (self.projection - self._adams[0].move(gradient)).astype(np.float32)
        self._curve = self._curve - self._adams[1].move(np.array([(error * cosines).sum(), error.sum()]))


@dataclass(frozen=True)
class _Unit:
    """Rows of length one, and the lengths they had."""

    rows: Matrix
    lengths: Matrix

    def back(self, gradient: Matrix) -> Matrix:
        """A gradient by the unit rows, carried back to the rows before."""
        along = (self.rows * gradient).sum(axis=1, keepdims=True)
        carried: Matrix = (gradient - self.rows * along) / self.lengths
        return carried


def _unit(rows: Matrix) -> _Unit:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return _Unit(rows / lengths, lengths)


class _Adam:
    """Kingma and Ba, "Adam: a method for stochastic optimization", 2015."""

    def __init__(self, rate: float) -> None:
        self._rate, self._steps = rate, 0
        self._mean: NDArray[np.floating] | float = 0.0
        self._square: NDArray[np.floating] | float = 0.0

    def move(self, gradient: NDArray[np.floating]) -> NDArray[np.floating]:
        self._steps += 1
        self._mean = 0.9 * self._mean + 0.1 * gradient
        self._square = 0.999 * self._square + 0.001 * gradient**2
        mean, square = self._mean / (1 - 0.9**self._steps), self._square / (1 - 0.999**self._steps)
        return self._rate * mean / (np.sqrt(square) + 1e-8)


def read_occupation(path: Path) -> Occupation:
    requirements = tomllib.loads(path.read_text(encoding="utf-8"))["requirements"]
    names = [(place, text) for place, item in enumerate(requirements) for key in LANGUAGES for text in item[key]]
    shown = [(place, text) for place, item in enumerate(requirements) for text in _of(item, "shown")]
    near = [(-1, text) for item in requirements for text in _of(item, "near")]
    owners = np.array([place for place, _ in (*shown, *near)])
    return Occupation(
        requirements=encode([text for _, text in names]),
        pieces=encode([text for _, text in (*shown, *near)]),
        shows=np.array([place for place, _ in names])[:, None] == owners[None, :],
    )


def _of(item: dict[str, list[str]], kind: str) -> list[str]:
    return [text for language in LANGUAGES for text in item[f"{kind}_{language}"]]


if __name__ == "__main__":
    main()
