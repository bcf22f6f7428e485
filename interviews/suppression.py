"""Keeping small groups out of a report: a count of one to four people is not told, nor can it be worked out from the
counts that are."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Set
from typing import TypeVar

SMALLEST_GROUP = 5
Group = TypeVar("Group", bound=Hashable)
Name = TypeVar("Name", bound=Hashable)


def told(figures: Mapping[Name, Set[Group]], counts: Mapping[Group, int]) -> dict[Name, int | None]:
    """How many people each figure has, as far as all of them may be told at once; None for the rest. `counts` are those
    of groups that share no member, and a figure is of some of the groups.

    The small groups and those that hide them are one, of which a figure may have everything or nothing: then nothing
    that is added up from figures, or subtracted, is of one to four people.
    """
    hidden = _hidden(counts)
    if hidden is None:
        return dict.fromkeys(figures)
    return {name: _count(groups, counts) if _keeps(hidden, groups) else None for name, groups in figures.items()}


def suppressed(counts: Mapping[Group, int]) -> dict[Group, int | None]:
    """The counts of groups that share no member and whose total is known."""
    return told({group: {group} for group in counts}, counts)


def _hidden(counts: Mapping[Group, int]) -> Set[Group] | None:
    """The groups up to the least size by which the small ones hide each other or are hidden. None when nothing hides
    them."""
    larger = {count for count in counts.values() if count >= SMALLEST_GROUP}
    for most in (SMALLEST_GROUP - 1, *sorted(larger)):
        hidden = {group: count for group, count in counts.items() if 0 < count <= most}
        if not hidden or _hide_each_other(hidden.values()):
            return hidden.keys()
    return None


def _hide_each_other(counts: Collection[int]) -> bool:
    """Together they are no small group, and their sum does not say what each is, as it would where each is the least
    that is not told, or the most."""
    return sum(counts) >= SMALLEST_GROUP and set(counts) not in ({1}, {SMALLEST_GROUP - 1})


def _keeps(hidden: Set[Group], groups: Set[Group]) -> bool:
    return hidden <= groups or hidden.isdisjoint(groups)


def _count(groups: Iterable[Group], counts: Mapping[Group, int]) -> int:
    return sum(counts[group] for group in groups)
