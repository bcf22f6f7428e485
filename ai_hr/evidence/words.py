"""Words, stems and named skills: what two texts share letter by letter, across inflection and alphabets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from ai_hr import data

_WORD = re.compile(r"[^\W_]{1,60}(?:[.+#&'-]{1,3}[^\W_]{1,60}){0,6}[+#]{0,3}")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_SHORTEST_ANY_CASE = 3
_SHORTEST_SKELETON = 4
_LONGEST_NAME = 5
_LONGEST_KEPT = 300

_LATIN = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True))
    | {"ж": "j", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "a", "ь": "", "ъ": ""}
)
_SOUNDS = (
    ("sch", "sh"),
    ("tch", "ch"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("c", "k"),
    ("q", "k"),
)
_VOWELS = re.compile(r"[aeiouyh]")
_DOUBLED = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Word:
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Terms:
    """What a text says: its content words' stems in order, and the named skills among them."""

    stems: tuple[str, ...]
    names: tuple[frozenset[str], ...]
    """For each stem, the named skills it is a part of."""
    skills: frozenset[str]


@lru_cache(maxsize=30_000)
def stem(word: str) -> str:
    small = word.lower().replace("ё", "е")
    # A stemmer keeps the word it works on in itself, so that threads must not share one; making one costs nothing.
    stemmer = snowballstemmer.stemmer("russian" if _CYRILLIC.search(small) else "english")
    return str(stemmer.stemWord(small))


def words(text: str) -> list[Word]:
    return [Word(stem(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]


def terms(text: str) -> Terms:
    return _known_terms(text) if len(text) <= _LONGEST_KEPT else _terms(text)


@lru_cache(maxsize=5_000)
def _known_terms(text: str) -> Terms:
    return _terms(text)


def _terms(text: str) -> Terms:
    found = words(text)
    names: list[set[str]] = [set() for _ in found]
    for name, places in _named_places(text, found):
        for place in places:
            names[place].add(name)
    kept = [place for place, word in enumerate(found) if names[place] or word.stem not in stop_stems()]
    return Terms(
        stems=tuple(found[place].stem for place in kept),
        names=tuple(frozenset(names[place]) for place in kept),
        skills=frozenset().union(*names),
    )


def _named_places(text: str, found: list[Word]) -> list[tuple[str, range]]:
    """Names and where they stand; of one inside another only the longer: «1С:Бухгалтерия» names no other accounting."""
    named: list[tuple[str, range]] = []
    covered = 0
    for first in range(len(found)):
        hits = _names_at(text, found, first)
        end = first + max((length for _, length in hits), default=0)
        if end > covered:
            named.extend((name, range(first, end)) for name, length in hits if first + length == end)
            covered = end
    return named


def _names_at(text: str, found: list[Word], first: int) -> list[tuple[str, int]]:
    hits = []
    for spelling, name, exact in _spellings().get(found[first].stem, ()):
        run = found[first : first + len(spelling)]
        if tuple(word.stem for word in run) != spelling:
            continue
        if exact is None or text[run[0].start : run[-1].end] == exact:
            hits.append((name, len(spelling)))
    return hits


@cache
def _spellings() -> dict[str, list[tuple[tuple[str, ...], str, str | None]]]:
    """First stem → (all stems, the skill's name, the exact letters where the word is too short to be sure)."""
    table: dict[str, list[tuple[tuple[str, ...], str, str | None]]] = {}
    for name, others in skill_names().items():
        for spelling in (name, *others):
            stems = tuple(word.stem for word in words(spelling))[:_LONGEST_NAME]
            if stems:
                exact = spelling if len(spelling) < _SHORTEST_ANY_CASE else None
                table.setdefault(stems[0], []).append((stems, name, exact))
    return table


@cache
def skill_names() -> dict[str, list[str]]:
    groups = _skill_data()
    return {name: list(others) for group in ("tools", "fields", "general") for name, others in groups[group].items()}


@cache
def tools() -> frozenset[str]:
    """Names of products: nothing but the name, or what implies it, shows that somebody used one."""
    return frozenset(_skill_data()["tools"])


@cache
def general_skills() -> frozenset[str]:
    """Skills of any work, which alone say nothing of an occupation."""
    return frozenset(_skill_data()["general"])


@cache
def implied_by(skill: str) -> frozenset[str]:
    """Named skills that cannot be had without this one, itself included."""
    return frozenset({skill, *_skill_data()["implied_by"].get(skill, ())})


@cache
def _skill_data() -> dict[str, dict[str, list[str]]]:
    return data.read("skills")


@cache
def stop_stems() -> frozenset[str]:
    words_of = data.read("stopwords")
    return frozenset(stem(word) for group in ("ru", "en") for word in words_of[group])


@lru_cache(maxsize=20_000)
def skeleton(word: str) -> str:
    """The consonants as they sound, so that «постгрес» meets "postgres"; empty where too little is left to be sure."""
    latin = word.translate(_LATIN)
    for written, sound in _SOUNDS:
        latin = latin.replace(written, sound)
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("", latin))
    return bones if len(bones) >= _SHORTEST_SKELETON and bones.isalpha() else ""


def shared(wanted: Terms, given: Terms, weights: Mapping[str, float] | None = None) -> float:
    """Share of the wanted content words, 0 to 1, that the other text has: as stem, name or transliteration.

    `weights` says for a stem how much of a hit it is; 1 for those it does not name.
    """
    if not wanted.stems:
        return 0.0
    hits = sum(
        weights.get(word, 1.0) if weights else 1.0
        for word, names in zip(wanted.stems, wanted.names, strict=True)
        if _named(given, names) or _has(given, word)
    )
    return hits / len(wanted.stems)


def names_all(wanted: Terms, given: Terms) -> bool:
    """Whether the wanted text is nothing but names of skills, and the other text names each, or what implies it."""
    return bool(wanted.names) and all(names and _named(given, names) for names in wanted.names)


def tools_named(wanted: Terms, given: Terms) -> bool | None:
    """Whether the other text names any of the products that the wanted one names; None where it names none."""
    asked = [names & tools() for names in wanted.names if names & tools()]
    return any(_named(given, names) for names in asked) if asked else None


def _named(given: Terms, names: frozenset[str]) -> bool:
    return any(implied_by(name) & given.skills for name in names)


def _has(given: Terms, word: str) -> bool:
    if len(word) < _SHORTEST_ANY_CASE:
        return False
    if word in given.stems:
        return True
    bones = skeleton(word)
    cyrillic = bool(_CYRILLIC.search(word))
    return bool(bones) and any(
        skeleton(other) == bones for other in given.stems if bool(_CYRILLIC.search(other)) != cyrillic
    )
