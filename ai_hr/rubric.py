"""How evidence becomes a score. The same for every engine; change a number here and the version with it.

Points are 100 * weight * share for each part. A part the vacancy does not ask for gives its weight to the others.
Years count in so far as the resume shows the work the vacancy is about: ten years at a stove are no years of Python.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.schemas import Weights

VERSION = "2026-11.4"

CAPS = ((0.0, 25, "no_required_skill"), (0.5, 60, "under_half"), (0.75, 70, "under_three_quarters"))
"""Share of required skills found (none; less than; less than) → the most that the score may be."""
WHOLE_FROM = 0.75
"""Confidence from which a requirement that is met counts whole; below, in proportion, down to nothing at even odds.

So a score moves by little where one more or one fewer word tips a verdict."""
RELEVANT_FROM = 0.5
"""From this share of the occupation's own required skills on, all years count; below it, in proportion."""
HIRE_FROM, MAYBE_FROM = 80, 65
DEEPER_FROM, SAME_FROM = 70, 40
CRITERIA_WEIGHTS = {
    "technical_accuracy": 0.25,
    "depth_of_knowledge": 0.20,
    "practical_experience": 0.20,
    "communication_clarity": 0.15,
    "problem_solving_approach": 0.10,
    "examples_and_use_cases": 0.10,
}
PARTS = ("required", "optional", "experience", "education")


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of each part is shown, 0 to 1; None where the vacancy does not ask for it."""

    required: float | None
    optional: float | None
    experience: float | None
    education: float | None
    required_found: float | None
    """Of the required skills, how many are met at all: what the caps go by."""


@dataclass(frozen=True, slots=True)
class PartScore:
    weight: float
    share: float
    points: float


@dataclass(frozen=True, slots=True)
class Score:
    percent: int
    parts: dict[str, PartScore]
    cap: int | None
    cap_reason: str | None


def credit(*, met: bool, confidence: float) -> float:
    """How much of a requirement counts, 0 to 1."""
    return min(1.0, max(0.0, (confidence - 0.5) / (WHOLE_FROM - 0.5))) if met else 0.0


def share(counted: Sequence[float]) -> float | None:
    return sum(counted) / len(counted) if counted else None


def experience_share(*, months: int, needed_months: int, relevance: float) -> float | None:
    if not needed_months:
        return None
    return min(1.0, months / needed_months) * relevance


def relevance(share_of_own_skills: float | None) -> float:
    """A vacancy without skills of its own asks for any work."""
    return 1.0 if share_of_own_skills is None else min(1.0, share_of_own_skills / RELEVANT_FROM)


def score(shares: Shares, weights: Weights) -> Score:
    parts = _parts(shares, weights)
    total = sum(part.points for part in parts.values())
    limit, reason = _cap(shares.required_found)
    capped = limit is not None and total > limit
    percent = round_half_up(min(total, limit) if limit is not None else total)
    return Score(percent, parts, limit if capped else None, reason if capped else None)


def answer_score(criteria: dict[str, int]) -> int:
    """0 to 100 from the six criteria, each 0 to 10."""
    return round_half_up(sum(10 * criteria[name] * weight for name, weight in CRITERIA_WEIGHTS.items()))


def round_half_up(value: float) -> int:
    return int(value + 0.5 + 1e-9)


def _parts(shares: Shares, weights: Weights) -> dict[str, PartScore]:
    asked = {name: getattr(weights, name) for name in PARTS if getattr(shares, name) is not None}
    if asked and not any(asked.values()):
        asked = {name: getattr(Weights(), name) for name in asked}
    whole = sum(asked.values())
    return {name: _part(asked.get(name, 0.0) / whole if whole else 0.0, getattr(shares, name)) for name in PARTS}


def _part(weight: float, share: float | None) -> PartScore:
    return PartScore(round(weight, 4), round(share or 0.0, 4), round(100 * weight * (share or 0.0), 2))


def _cap(required: float | None) -> tuple[int | None, str | None]:
    if required is None or required >= CAPS[-1][0]:
        return None, None
    return next((limit, reason) for below, limit, reason in CAPS if required < below or required == below == 0)
