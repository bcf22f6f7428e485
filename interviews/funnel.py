"""How far the candidates of a vacancy get, in numbers that point to nobody."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bson import ObjectId

from hiring_platform.paging import Row
from interviews.choices import STATUSES, Status
from interviews.documents import AnonymousApplication, Interview
from interviews.suppression import Group, suppressed, suppressed_chain

_LEAST_SCORES = range(0, 100, 10)
_ADVANCED = {Status.TEST_TASK, Status.FINALIST, Status.OFFER}
# A stage is passed by whoever has ever had one of its statuses: what the company skips counts as passed.
_STAGES: Mapping[str, set[Status]] = {
    "applied": set(Status),
    "screened": {Status.ACTIVE, Status.COMPLETED, *_ADVANCED},
    "interviewed": {Status.COMPLETED, *_ADVANCED},
    "advanced": _ADVANCED,
    "offered": {Status.OFFER},
}


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
    rows = _counted(vacancy_id)
    statuses = suppressed(_tally(rows, "status", STATUSES))
    resumes = suppressed(_tally(_in_buckets(rows, "resume_score"), "resume_score", [*_LEAST_SCORES, None]))
    # Those who have not been interviewed have no score yet: they are no group of this distribution.
    interviews = suppressed(_tally(_in_buckets(rows, "interview_score"), "interview_score", _LEAST_SCORES))
    return Funnel(
        stages=_stages(_ever_reached(vacancy_id)),
        statuses=statuses,
        resume_scores=[_bucket(least, resumes[least]) for least in _LEAST_SCORES],
        resumes_unscored=resumes[None],
        interview_scores=[_bucket(least, interviews[least]) for least in _LEAST_SCORES],
    )


def _applications(vacancy_id: ObjectId) -> list[Row]:
    """Those that stand, and what is left of those whose candidates have been erased."""
    match = {"$match": {"vacancy_id": vacancy_id}}
    return [match, {"$unionWith": {"coll": AnonymousApplication._get_collection_name(), "pipeline": [match]}}]


def _counted(vacancy_id: ObjectId) -> list[Row]:
    """How many interviews there are of each status and pair of scores."""
    of = {name: f"${name}" for name in ("status", "resume_score", "interview_score")}
    pipeline = [*_applications(vacancy_id), {"$group": {"_id": of, "count": {"$sum": 1}}}]
    return [row["_id"] | {"count": row["count"]} for row in Interview._get_collection().aggregate(pipeline)]


def _ever_reached(vacancy_id: ObjectId) -> list[set[str]]:
    """For each interview, the statuses that it has ever had."""
    pipeline: list[Row] = [
        *_applications(vacancy_id),
        {"$project": {"status_history.status": 1}},
        {"$unwind": "$status_history"},
        {"$group": {"_id": "$_id", "statuses": {"$addToSet": "$status_history.status"}}},
    ]
    return [set(row["statuses"]) for row in Interview._get_collection().aggregate(pipeline)]


def _stages(reached: Sequence[set[str]]) -> list[Stage]:
    counts = suppressed_chain(sum(1 for ever in reached if ever & passed) for passed in _STAGES.values())
    shares = [None, *map(_share, counts[1:], counts)]
    return [Stage(*row) for row in zip(_STAGES, counts, shares, strict=True)]


def _share(part: int | None, whole: int | None) -> float | None:
    return round(part / whole, 3) if part is not None and whole else None


def _in_buckets(rows: Iterable[Row], name: str) -> list[Row]:
    """The rows with the least score of its ten in place of each score; a hundred stands with the nineties."""
    return [row | {name: _least(row.get(name))} for row in rows]


def _least(score: int | None) -> int | None:
    return None if score is None else min(score // 10 * 10, 90)


def _bucket(least: int, count: int | None) -> Bucket:
    return Bucket(least, 100 if least == _LEAST_SCORES[-1] else least + 9, count)


def _tally(rows: Iterable[Row], name: str, values: Iterable[Group]) -> dict[Group, int]:
    counts: Counter[Group] = Counter()
    for row in rows:
        counts[row[name]] += row["count"]
    return {value: counts[value] for value in values}
