"""How far the candidates of a vacancy get, in numbers that point to nobody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from bson import ObjectId

from hiring_platform.paging import Row
from interviews.choices import STATUSES, Status
from interviews.documents import AnonymousApplication, Interview
from interviews.suppression import suppressed, told

_LEAST_SCORES = range(0, 100, 10)
_INTERVIEW_SCORED = "interview_scored"
_ADVANCED = {Status.TEST_TASK, Status.FINALIST, Status.OFFER}
# A stage is passed by whoever has ever had one of its statuses: what the company skips counts as passed, so that each
# stage holds the next.
_STAGES: Mapping[str, set[Status]] = {
    "applied": set(Status),
    "screened": {Status.ACTIVE, Status.COMPLETED, *_ADVANCED},
    "interviewed": {Status.COMPLETED, *_ADVANCED},
    "advanced": _ADVANCED,
    "offered": {Status.OFFER},
}
Least = TypeVar("Least", int, int | None)


class _Way(NamedTuple):
    """How far an application has come: its status of now, how many stages it has ever passed, whether its interview was
    scored."""

    status: str
    stages: int
    is_scored: bool


@dataclass(frozen=True)
class Stage:
    """How many have passed it, and their `share` (0 to 1) of those who had passed the one before. None is not told."""

    stage: str
    count: int | None
    share: float | None


@dataclass(frozen=True)
class Bucket:
    """How many scored `least` to `most` percent, both included."""

    least: int
    most: int
    count: int | None


@dataclass(frozen=True)
class Funnel:
    """`statuses` are those of now; `resumes_unscored` could not be read well enough."""

    stages: list[Stage]
    statuses: dict[str, int | None]
    resume_scores: list[Bucket]
    resumes_unscored: int | None
    interview_scores: list[Bucket]


def funnel_of(*, vacancy_id: ObjectId) -> Funnel:
    """Stages and statuses are counted of the same people, and so are the scores: what all of them tell at once gives
    away no small group. A distribution of scores shows how many they are, and is not told where that is not."""
    rows = _applications(vacancy_id)
    ways = Counter(map(_way, rows))
    counts = told(_figures(ways), ways)
    resumes = _distribution(rows, "resume_score", [*_LEAST_SCORES, None], is_told=counts["applied"] is not None)
    # Those who have not been interviewed have no score yet: they are no group of this distribution.
    interviews = _distribution(rows, "interview_score", _LEAST_SCORES, is_told=counts[_INTERVIEW_SCORED] is not None)
    return Funnel(
        stages=_stages([counts[stage] for stage in _STAGES]),
        statuses={status: counts[status] for status in STATUSES},
        resume_scores=[_bucket(least, resumes[least]) for least in _LEAST_SCORES],
        resumes_unscored=resumes[None],
        interview_scores=[_bucket(least, interviews[least]) for least in _LEAST_SCORES],
    )


def _applications(vacancy_id: ObjectId) -> list[Row]:
    """Those that stand, and what is left of those whose candidates have been erased."""
    match = {"$match": {"vacancy_id": vacancy_id}}
    pipeline: list[Row] = [
        match,
        {"$unionWith": {"coll": AnonymousApplication._get_collection_name(), "pipeline": [match]}},
        {"$project": dict.fromkeys(("status", "resume_score", "interview_score", "status_history.status"), 1)},
    ]
    return list(Interview._get_collection().aggregate(pipeline))


def _way(row: Row) -> _Way:
    ever = {change["status"] for change in row["status_history"]}
    passed = sum(bool(ever & statuses) for statuses in _STAGES.values())
    return _Way(row["status"], passed, row.get("interview_score") is not None)


def _figures(ways: Iterable[_Way]) -> dict[str, set[_Way]]:
    """Each stage, each status, and those whose interview has a score, with the ways that count for it."""
    passed = {stage: {way for way in ways if way.stages > place} for place, stage in enumerate(_STAGES)}
    standing = {status: {way for way in ways if way.status == status} for status in STATUSES}
    return passed | standing | {_INTERVIEW_SCORED: {way for way in ways if way.is_scored}}


def _stages(counts: Sequence[int | None]) -> list[Stage]:
    shares = [None, *map(_share, counts[1:], counts)]
    return [Stage(*row) for row in zip(_STAGES, counts, shares, strict=True)]


def _share(part: int | None, whole: int | None) -> float | None:
    return round(part / whole, 3) if part is not None and whole else None


def _distribution(rows: Iterable[Row], name: str, leasts: Iterable[Least], *, is_told: bool) -> dict[Least, int | None]:
    """How many have a score of each ten, by the least of the ten."""
    counts = Counter(_least(row.get(name)) for row in rows)
    return suppressed({least: counts[least] for least in leasts}) if is_told else dict.fromkeys(leasts)


def _least(score: int | None) -> int | None:
    """Of the ten that the score is in; a hundred stands with the nineties."""
    return None if score is None else min(score // 10 * 10, 90)


def _bucket(least: int, count: int | None) -> Bucket:
    return Bucket(least, 100 if least == _LEAST_SCORES[-1] else least + 9, count)
