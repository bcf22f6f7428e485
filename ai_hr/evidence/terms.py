"""What two texts share letter by letter: stems, named skills, transliterations."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from ai_hr.evidence.letters import CYRILLIC, skeleton
from ai_hr.evidence.names import implied_by, named_in
from ai_hr.evidence.words import stop_stems, words

_SHORTEST_ANY_CASE = 3
_LONGEST_KEPT = 300


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text says: its content words' stems in order, and the named skills among them."""

    stems: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    """For each stem, the named skills it is a part of."""
    skills: frozenset[str]


def terms(text: str) -> Terms:
    return _known_terms(text) if len(text) <= _LONGEST_KEPT else _terms(text)


@lru_cache(maxsize=5_000)
def _known_terms(text: str) -> Terms:
    return _terms(text)


def _terms(text: str) -> Terms:
    found = words(text)
    names: list[set[str]] = [set() for _ in found]
    for named in named_in(text, found):
        for place in named.places:
            names[place].add(named.name)
    kept = [place for place, word in enumerate(found) if names[place] or word.stem not in stop_stems()]
    return Terms(
        stems=tuple(found[place].stem for place in kept),
        names=tuple(frozenset(names[place]) for place in kept),
        skills=frozenset().union(*names),
    )


def shared(wanted: Terms, given: Terms, weights: Mapping[str, float] | None = None) -> float:
    """Share of the wanted content words, 0 to 1, that the other text has: as stem, name or transliteration.

    `weights` says for a stem how much of a hit it is; 1 for those it does not name.
    """
    if not wanted.stems:
        return 0.0
    hits = sum(
        weights.get(word, 1.0) if weights else 1.0
        for word, names in zip(wanted.stems, wanted.names, strict=True)
        if shown_by(given, names) or _has(given, word)
    )
    return hits / len(wanted.stems)


def names_all(wanted: Terms, given: Terms) -> bool:
    """Whether the wanted text is nothing but names of skills, and the other text names each, or what implies it."""
    return bool(wanted.names) and all(names and shown_by(given, names) for names in wanted.names)


def shown_by(given: Terms, names: frozenset[str]) -> bool:
    return any(implied_by(name) & given.skills for name in names)


def _has(given: Terms, word: str) -> bool:
    if len(word) < _SHORTEST_ANY_CASE:
        return False
    if word in given.stems:
        return True
    bones = skeleton(word)
    cyrillic = bool(CYRILLIC.search(word))
    return bool(bones) and any(
        skeleton(other) == bones for other in given.stems if bool(CYRILLIC.search(other)) != cyrillic
    )
