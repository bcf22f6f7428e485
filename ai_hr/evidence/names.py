"""Named skills: how each is written (`ai_hr/data/skills.toml`), where one is named in a text, what shows what."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ai_hr import data
from ai_hr.evidence.letters import CYRILLIC, LATIN, misspelt
from ai_hr.evidence.words import Word, stem, words

_GROUPS = ("tools", "languages", "fields", "general")
_SHORTEST_ANY_CASE = 3
_SHORTEST_PART = 3
_LONGEST_NAME = 5
_VERSION = re.compile(r"(?<=[^\W\d_]{3})(?:\d[\d.]*|[+#]+)$")
_PARTS = re.compile(r"[-']")
_DOTTED = re.compile(r"(?:^|\s)\.$")
_OF_A_KIND = re.compile(
    r"\b(?:категори\w*|класс\w*|групп\w*|витамин\w*|гепатит\w*|categor\w+|class|type|grade|vitamin|hepatitis|licen[cs]e)\W*$",
    re.IGNORECASE,
)
_YEAR_AFTER = re.compile(r"\s+(?:19|20)\d\d\b")
_ENDINGS = ("а", "у", "ом", "ем", "е", "ы", "и", "ой", "ами", "ах")
_LAST_VOWEL = re.compile(r"[аяоеий]$")


@dataclass(frozen=True, slots=True)
class Spelling:
    """`exact` are the letters where the word is too short to be sure; `ordinary` is also a word of the language."""

    stems: tuple[str, ...]
    plain: tuple[str, ...]
    name: str
    exact: str | None
    ordinary: bool
    product: bool


@dataclass(frozen=True, slots=True)
class Named:
    name: str
    places: range


def named_in(text: str, found: Sequence[Word]) -> list[Named]:
    """The skills that a clause names; of one inside another only the longer: «1С:Бухгалтерия» is not all of 1С."""
    hits, covered = [], 0
    for first in range(len(found)):
        here = _at(text, found, first)
        end = first + max((len(spelling.stems) for spelling in here), default=0)
        if end > covered:
            hits += [(spelling, range(first, end)) for spelling in here if first + len(spelling.stems) == end]
            covered = end
    sure = any(not spelling.ordinary and spelling.product for spelling, _ in hits)
    return [
        Named(spelling.name, places)
        for spelling, places in hits
        if not spelling.ordinary or sure or _as_a_name(text, found, places)
    ]


def _as_a_name(text: str, found: Sequence[Word], places: range) -> bool:
    """An ordinary word is a name where it is all that is said, or has a capital that the sentence does not give it."""
    start = found[places[0]].start
    if _DOTTED.search(text[:start]):
        return True
    if _YEAR_AFTER.match(text, found[places[-1]].end):
        return False
    others = [word for place, word in enumerate(found) if place not in places and not word.text[0].isdigit()]
    if not others:
        return True
    return places[0] > 0 and found[places[0]].text[0].isupper() and not text.isupper()


def _at(text: str, found: Sequence[Word], first: int) -> list[Spelling]:
    whole = [spelling for spelling in _spellings().get(found[first].stem, ()) if _stands(text, found, first, spelling)]
    if whole:
        return whole
    parts = [spelling for part in readings(found[first].text) for spelling in _single().get(part.casefold(), ())]
    return parts or [spelling for near in _slips(found[first].text) for spelling in _single()[near]]


def _stands(text: str, found: Sequence[Word], first: int, spelling: Spelling) -> bool:
    run = found[first : first + len(spelling.stems)]
    if tuple(word.stem for word in run) != spelling.stems:
        return False
    if spelling.exact is not None:
        return " ".join(word.text for word in run) == spelling.exact and not is_of_a_kind(text[: run[0].start])
    return not spelling.product or all(map(_same_name, run, spelling.plain))


def is_of_a_kind(before: str) -> bool:
    """Whether what stands before a letter makes it a category, a group, a vitamin."""
    return bool(_OF_A_KIND.search(before))


def _same_name(word: Word, plain: str) -> bool:
    """Latin names are not inflected: "excellent" has the stem of Excel."""
    small = word.text.casefold()
    return bool(CYRILLIC.search(small)) or small in {plain, f"{plain}s"}


def readings(word: str) -> list[str]:
    """What a word with a version or a tail may stand for: «Python3.11», «Docker-контейнеры», «Excel’е»."""
    parts = [part for part in _PARTS.split(word) if len(part) >= _SHORTEST_PART] if _PARTS.search(word) else []
    bare = [_VERSION.sub("", part) for part in (word, *parts)]
    return list(dict.fromkeys(part for part in (bare[0], *parts, *bare[1:]) if part != word))


def _slips(word: str) -> list[str]:
    small = word.casefold()
    if not small.isascii() or small in _single():
        return []
    return [name for name in _often_misspelt().get(small[:1], ()) if misspelt(small, name)]


@cache
def _spellings() -> dict[str, list[Spelling]]:
    """By the first stem."""
    table: dict[str, list[Spelling]] = {}
    for group in _GROUPS:
        for name, others in _skill_data()[group].items():
            for spelling in (name, *others):
                for written in _forms(spelling, inflected=group == "tools"):
                    one = _spelling(written, name, spelling, product=group in ("tools", "languages"))
                    if one and one not in table.setdefault(one.stems[0], []):
                        table[one.stems[0]].append(one)
    return table


def _spelling(written: str, name: str, listed: str, *, product: bool) -> Spelling | None:
    run = words(written)[:_LONGEST_NAME]
    if not run:
        return None
    text = " ".join(word.text for word in run)
    short = len(text) < _SHORTEST_ANY_CASE and text.isalpha()
    return Spelling(
        stems=tuple(word.stem for word in run),
        plain=tuple(word.text.casefold() for word in run),
        name=name,
        exact=text if short else None,
        ordinary=listed.casefold() in _ordinary(),
        product=product,
    )


def _forms(spelling: str, *, inflected: bool) -> list[str]:
    """A Russian spelling of a name and its cases: a stemmer does not know what of «ревит» is the ending."""
    if not inflected or not spelling.isalpha() or LATIN.search(spelling) or len(spelling) < _SHORTEST_PART:
        return [spelling]
    base = _LAST_VOWEL.sub("", spelling)
    return [spelling, *(base + ending for ending in _ENDINGS)]


@cache
def _single() -> dict[str, list[Spelling]]:
    """Spellings of one word, by that word."""
    table: dict[str, list[Spelling]] = {}
    for spelling in (one for group in _spellings().values() for one in group):
        if len(spelling.plain) == 1 and spelling.exact is None and spelling.product:
            table.setdefault(spelling.plain[0], []).append(spelling)
    return table


@cache
def _often_misspelt() -> dict[str, list[str]]:
    """Names that nothing else is spelt like but a slip of the hand, by first letter."""
    table: dict[str, list[str]] = {}
    for plain, spellings in _single().items():
        if plain.isascii() and plain.isalpha() and not any(one.ordinary for one in spellings):
            table.setdefault(plain[0], []).append(plain)
    return table


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word.casefold() for word in _skill_data()["ordinary"]["words"])


@cache
def _skill_data() -> dict[str, dict[str, list[str]]]:
    return data.read("skills")


@cache
def skill_names() -> dict[str, list[str]]:
    """Each named skill with its other spellings."""
    return {name: list(others) for group in _GROUPS for name, others in _skill_data()[group].items()}


@cache
def products() -> frozenset[str]:
    """Names of products and languages: nothing but the name, or what implies it, shows that somebody knows one."""
    return frozenset({**_skill_data()["tools"], **_skill_data()["languages"]})


@cache
def languages() -> frozenset[str]:
    return frozenset(_skill_data()["languages"])


@cache
def general_skills() -> frozenset[str]:
    """Skills of any work, which alone say nothing of an occupation."""
    return frozenset({**_skill_data()["general"], **_skill_data()["languages"]})


@cache
def implied_by(skill: str) -> frozenset[str]:
    """Named skills that cannot be had without this one, itself included."""
    return frozenset({skill, *_skill_data()["implied_by"].get(skill, ())})


@cache
def known_products() -> frozenset[tuple[str, ...]]:
    """Names of products by their words' letters, without spellings: far more than `skills.toml` can hold."""
    listed = data.lines("products")
    return frozenset(tuple(word.text.casefold() for word in words(name)) for name in listed)


@cache
def loanwords() -> frozenset[str]:
    """English words that Russian vacancies use as words: «Digital-маркетинг», «Team lead»."""
    return frozenset(_skill_data()["ordinary"]["loanwords"])


@cache
def common_abbreviations() -> frozenset[str]:
    """Abbreviations that are no names: what they stand for may be said in other words."""
    return frozenset(stem(word) for word in _skill_data()["ordinary"]["abbreviations"])
