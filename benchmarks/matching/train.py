"""`python -m benchmarks.matching.train` learns ai_hr/data/relation.npy from the phrases and resumes in training/.

Each occupation's file has requirements as vacancies name them, pieces of resumes that show them, and pieces near by
that do not; each file in resumes/ has whole resumes, with the piece that shows each requirement they meet. The
projection is moved, from the identity on, so that a piece comes near to its own requirement and away from the
occupation's others, and that no clause of a resume comes near to a requirement it does not meet (logistic loss, Adam).
None of the occupations is in the evaluation set.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import cycle, islice

import numpy as np
from numpy.typing import NDArray

from ai_hr.evidence.embeddings import Matrix
from ai_hr.evidence.relation import FILE
from benchmarks.matching.lessons import TRAINING, Occupation, WholeResume, read_occupation, read_resumes

DIMENSIONS = 256
EPOCHS = 12
RATE = 5e-4
POSITIVE_WEIGHT = 3.0
STRANGERS = 150
"""Pieces of other occupations that stand beside an occupation's own in each step."""
RESUMES = 5
"""Whole resumes that stand beside each occupation's phrases."""
RESUMES_WEIGHT = 0.25
SHARP_UNMET, SHARP_OWN, OWN_WEIGHT = 4.0, 15.0, 0.3
"""How much the nearest clause alone counts: where none may be near, and where one is to stand before the others."""
TOWARDS_IDENTITY = 1e-3


def main() -> None:
    occupations = [read_occupation(path) for path in sorted(TRAINING.glob("*.toml"))]
    resumes = [resume for path in sorted((TRAINING / "resumes").glob("*.toml")) for resume in read_resumes(path)]
    projection = learned(occupations, resumes)
    np.save(FILE, projection.astype(np.float16))
    pieces = sum(len(occupation.pieces) for occupation in occupations)
    print(f"{len(occupations)} occupations, {pieces} pieces, {len(resumes)} resumes -> {FILE.name}")


def learned(occupations: list[Occupation], resumes: Sequence[WholeResume] = ()) -> Matrix:
    """The same training data give the same projection on the same machine."""
    chance = np.random.default_rng(0)
    everything = np.concatenate([occupation.pieces for occupation in occupations])
    order = cycle(chance.permutation(len(resumes)))
    fit = _Fit()
    for _ in range(EPOCHS):
        for place in chance.permutation(len(occupations)):
            strangers = everything[chance.integers(0, len(everything), STRANGERS)]
            fit.phrases(occupations[place], strangers)
            for number in islice(order, RESUMES):
                fit.resume(resumes[number], chance)
            fit.step()
    return fit.projection


class _Fit:
    """The projection, the steepness and the border of the logistic curve over the cosines, and Adam's memory."""

    def __init__(self) -> None:
        self.projection = np.eye(512, DIMENSIONS, dtype=np.float32)
        self._start = self.projection.copy()
        self._curve = np.array([8.0, -3.0])
        self._adams = (_Adam(RATE), _Adam(0.05))
        self._forget()

    def step(self) -> None:
        """Moves by all that was gathered since the last step."""
        self._gradient += TOWARDS_IDENTITY * (self.projection - self._start)
        self.projection = (self.projection - self._adams[0].move(self._gradient)).astype(np.float32)
        self._curve = self._curve - self._adams[1].move(self._by_curve)
        self._forget()

    def phrases(self, occupation: Occupation, strangers: Matrix) -> None:
        pair = _Pair(occupation.requirements, np.concatenate([occupation.pieces, strangers]), self.projection)
        shows = np.pad(occupation.shows, ((0, 0), (0, len(strangers))))
        error = _likely(self._curve[0] * pair.cosines + self._curve[1]) - shows
        weights = np.where(shows, POSITIVE_WEIGHT, 1.0)
        self._gather(pair, error * weights / weights.sum(), np.zeros_like(pair.cosines))

    def resume(self, resume: WholeResume, chance: np.random.Generator) -> None:
        """Some clause should show what is met, and none what is not; each requirement in one wording by chance."""
        names = np.stack([wordings[chance.integers(len(wordings))] for wordings in resume.wordings])
        pair = _Pair(names, resume.clauses, self.projection)
        logits = self._curve[0] * pair.cosines + self._curve[1]
        error, order = np.zeros_like(logits), np.zeros_like(logits)
        for row, own in enumerate(resume.shows):
            if own.any():
                shares = _shares(np.where(own, logits[row], -np.inf))
                error[row] = -(1 - _likely(_together(logits[row][own]))) * shares
                near = SHARP_OWN * pair.cosines[row]
                order[row] = OWN_WEIGHT * SHARP_OWN * (_shares(near) - _shares(np.where(own, near, -np.inf)))
            elif not resume.met[row]:
                near = SHARP_UNMET * logits[row]
                error[row] = _likely(_together(near) / SHARP_UNMET) * _shares(near)
        weight = RESUMES_WEIGHT / (len(names) * RESUMES)
        self._gather(pair, weight * error, weight * order)

    def _gather(self, pair: "_Pair", error: Matrix, by_cosine: Matrix) -> None:
        """`error` is the loss by the logits; `by_cosine` what comes to it by the cosines themselves."""
        self._gradient += pair.back(error * self._curve[0] + by_cosine)
        self._by_curve += np.array([(error * pair.cosines).sum(), error.sum()])

    def _forget(self) -> None:
        self._gradient = np.zeros_like(self.projection, dtype=np.float64)
        self._by_curve = np.zeros(2)


class _Pair:
    """Two lists of embeddings under the projection: their cosines, and how a change of these would move it."""

    def __init__(self, left: Matrix, right: Matrix, projection: Matrix) -> None:
        self._left, self._right = left, right
        self._to, self._of = _unit(left @ projection), _unit(right @ projection)
        self.cosines = self._to.rows @ self._of.rows.T

    def back(self, pull: Matrix) -> Matrix:
        left = self._left.T @ self._to.back(pull @ self._of.rows)
        moved: Matrix = left + self._right.T @ self._of.back(pull.T @ self._to.rows)
        return moved


def _likely(logits: Matrix) -> Matrix:
    likely: Matrix = 1 / (1 + np.exp(-logits))
    return likely


def _shares(logits: Matrix) -> Matrix:
    powers = np.exp(logits - logits.max())
    shares: Matrix = powers / powers.sum()
    return shares


def _together(logits: Matrix) -> Matrix:
    top = logits.max()
    total: Matrix = top + np.log(np.exp(logits - top).sum())
    return total


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


if __name__ == "__main__":
    main()
