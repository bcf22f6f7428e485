"""Keeping small groups out of a report: a count of one to four people is not told, nor can it be worked out from the
counts that are."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

SMALLEST_GROUP = 5
Group = TypeVar("Group", bound=Hashable)


def suppressed(counts: Mapping[Group, int]) -> dict[Group, int | None]:
    """The counts of groups that share no member, small ones as None.

    Whoever knows the total could subtract the others from it, so that a single hidden group takes the next smallest
    one with it.
    """
    hidden = {group for group, count in counts.items() if is_small(count)}
    if len(hidden) == 1:
        others = [group for group, count in counts.items() if count and group not in hidden]
        hidden |= set(sorted(others, key=lambda group: counts[group])[:1])
    return {group: None if group in hidden else count for group, count in counts.items()}


def suppressed_chain(counts: Iterable[int]) -> list[int | None]:
    """The counts of groups each of which holds the next: neither a group is small, nor what it has more than the
    next one that is told."""
    told: list[int | None] = []
    last = 0
    for count in counts:
        hides = is_small(count) or (bool(told) and is_small(last - count))
        told.append(None if hides else count)
        last = last if hides else count
    return told


def is_small(count: int) -> bool:
    return 0 < count < SMALLEST_GROUP
