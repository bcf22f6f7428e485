"""One page of a list and the list's length, in one call to the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import Any

from mongoengine import Document

Row = dict[str, Any]
Stage = Mapping[str, Any]
_TOTAL = "__total"
# The oldest moment that can be written: any date is after it, and a missing one is not.
BEFORE_EVERYTHING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class PageRequest:
    """Which page is asked for: `page` counts from 1, `per_page` is already capped."""

    page: int
    per_page: int


@dataclass(frozen=True)
class Page:
    """`rows` as the store has them; `total` counts the whole list."""

    rows: list[Row]
    total: int
    request: PageRequest

    @property
    def total_pages(self) -> int:
        return ceil(self.total / self.request.per_page)


def read_page(
    document: type[Document],
    *,
    match: Row,
    sort: Mapping[str, int],
    request: PageRequest,
    stages: Sequence[Stage] = (),
    unwound: Sequence[Stage] = (),
) -> Page:
    """Read one page of the documents that match, sorted by a time.

    `stages` run on the page's rows only (projections, look-ups of names). `unwound` run on every match before the
    page is cut, for lists of embedded rows.

    The count comes along by `$unionWith`, so that a list costs one round trip; `$group` rather than `$count`
    because not every server takes `$count` inside a nested pipeline.
    """
    match = match or _whole_list(sort)
    total: list[Stage] = [{"$match": match}, *unwound, {"$group": {"_id": _TOTAL, "total": {"$sum": 1}}}]
    pipeline: list[Stage] = [
        {"$match": match},
        *unwound,
        {"$sort": dict(sort)},
        {"$skip": (request.page - 1) * request.per_page},
        {"$limit": request.per_page},
        *stages,
        {"$unionWith": {"coll": document._get_collection_name(), "pipeline": total}},
    ]
    return _page(list(document._get_collection().aggregate(pipeline)), request)


def _whole_list(sort: Mapping[str, int]) -> Row:
    """No condition, said so that the index of the order can answer it: with none, servers read the collection."""
    return {next(iter(sort)): {"$gt": BEFORE_EVERYTHING}}


def _page(found: list[Row], request: PageRequest) -> Page:
    if found and found[-1]["_id"] == _TOTAL:
        return Page(rows=found[:-1], total=found[-1]["total"], request=request)
    return Page(rows=found, total=0, request=request)
