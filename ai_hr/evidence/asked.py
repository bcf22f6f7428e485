"""What of a requirement is a name, so that only the name itself can show it: «Опыт с Zabbix», "QuickBooks", «R».

Nearness in meaning does not tell one product from another. Products are known from the lists, or by the form of the
word: letters with signs, capitals inside, a Latin word among Russian ones.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from ai_hr.evidence.clauses import Clause
from ai_hr.evidence.letters import LATIN, misspelt, sound_alike
from ai_hr.evidence.names import (
    Named,
    common_abbreviations,
    is_of_a_kind,
    known_products,
    loanwords,
    named_in,
    products,
    readings,
)
from ai_hr.evidence.terms import Terms, shown_by, terms
from ai_hr.evidence.words import Word, stop_stems, words

ENOUGH = 2 / 3
"""Of a list of products this share has to be named; of two, both."""
_EXAMPLES = re.compile(r"\([^()]*\)")
"""«Анализ логов (Kibana, Grafana)» names products by way of example; others will do."""
_EITHER = re.compile(
    r"\b(?:или|либо|or|например|e\.g|such\s+as|типа|вроде|аналог\w*|similar|etc|др)\b|/", re.IGNORECASE
)
_LEVEL = re.compile(r"[ABC][12]|[IVX]{1,4}|\d+[\w.+-]*")
_INNER_CAPITAL = re.compile(r"[^\W\d_A-ZА-ЯЁ][A-ZА-ЯЁ]|[A-Z]{2,}[a-z]{2,}")
_SHORTEST_ANY_CASE = 3
_SHORTEST_ABBREVIATION, _LONGEST_ABBREVIATION = 2, 6
_SHORTEST_LATIN = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A listed product, or the words of one that is not listed."""

    listed: frozenset[str] = frozenset()
    written: tuple[str, ...] = ()

    def stands_in(self, said: "Said") -> bool:
        if self.listed:
            return shown_by(said.terms, self.listed)
        return all(_written(word, said.words) for word in self.written) or _joined(self.written, said.words)


@dataclass(frozen=True, slots=True)
class Said:
    """A clause of a resume, taken apart."""

    clause: Clause
    terms: Terms
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Asked:
    """`alone`: nothing is asked but the names."""

    names: tuple[Name, ...]
    alone: bool
    either: bool

    def naming(self, said: Sequence[Said]) -> list[Said] | None:
        """The clauses that name what has to be named; None where too few of the names stand anywhere."""
        by_name = [[one for one in said if name.stands_in(one)] for name in self.names]
        found = [clauses for clauses in by_name if clauses]
        if len(found) < (1 if self.either else ceil(ENOUGH * len(self.names))):
            return None
        return list({one.clause.start: one for clauses in found for one in clauses}.values())


def taken_apart(clause: Clause) -> Said:
    return Said(clause, terms(clause.text), words(clause.text))


def asked(requirement: str, *, russian: bool) -> Asked:
    """The names in a requirement; `russian` says that the vacancy is, so that Latin letters stand out in it."""
    phrase = _EXAMPLES.sub(" ", requirement)
    found = words(phrase)
    content = [place for place, word in enumerate(found) if _is_content(word)]
    named = named_in(phrase, found)
    if not named and tuple(found[place].text.casefold() for place in content) in known_products():
        return Asked((Name(written=tuple(found[place].text for place in content)),), alone=True, either=False)
    listed = _listed(named)
    known = {place for one in named for place in one.places}
    by_form = _by_form(phrase, found, [place for place in content if place not in known], content, russian=russian)
    covered = {place for places in (*listed, *by_form) for place in places}
    return Asked(
        names=(*(Name(listed=names) for names in listed.values()), *by_form.values()),
        alone=bool(covered) and all(place in covered for place in content),
        either=bool(_EITHER.search(phrase)),
    )


def _listed(named: Sequence[Named]) -> dict[range, frozenset[str]]:
    """Listed products by their places."""
    by_place: dict[range, set[str]] = {}
    for one in named:
        if one.name in products():
            by_place.setdefault(one.places, set()).add(one.name)
    return {places: frozenset(names) for places, names in by_place.items()}


def _by_form(
    phrase: str, found: Sequence[Word], unknown: Sequence[int], content: Sequence[int], *, russian: bool
) -> dict[range, Name]:
    """Names that no list has, neighbours together."""
    stands_out = russian and not any(_is_plain_latin(found[place]) for place in unknown)
    runs: dict[range, Name] = {}
    for place in unknown:
        if not _has_form(phrase, found, place, alone=len(content) == 1, stands_out=stands_out):
            continue
        before = next((run for run in runs if run.stop == place), range(place, place))
        written = runs.pop(before).written if before in runs else ()
        runs[range(before.start, place + 1)] = Name(written=(*written, found[place].text))
    return runs


def _has_form(phrase: str, found: Sequence[Word], place: int, *, alone: bool, stands_out: bool) -> bool:
    word = found[place].text
    if found[place].stem in common_abbreviations() or _LEVEL.fullmatch(word):
        return False
    if len(word) == 1:
        return bool(LATIN.match(word)) and word.isupper() and not is_of_a_kind(phrase[: found[place].start])
    if any(sign in word for sign in "+#") or _INNER_CAPITAL.search(word):
        return True
    if word.isupper() and word.isalnum():
        return alone and _SHORTEST_ABBREVIATION <= len(word) <= _LONGEST_ABBREVIATION
    latin = word.isascii() and word.isalnum() and len(word) >= _SHORTEST_LATIN
    return stands_out and latin and word[0].isupper() and word.casefold() not in loanwords()


def _is_plain_latin(word: Word) -> bool:
    """«Customer success менеджер» is written in Latin letters and names no product."""
    return word.text.isascii() and word.text.islower() and word.text.isalpha()


def _is_content(word: Word) -> bool:
    return word.stem not in stop_stems() and any(letter.isalpha() for letter in word.text)


def _written(wanted: str, said: Sequence[Word]) -> bool:
    small = wanted.casefold()
    for word in said:
        for reading in (word.text, *readings(word.text)):
            if reading == wanted:
                return True
            if len(small) < _SHORTEST_ANY_CASE:
                continue
            if reading.casefold() == small or misspelt(small, reading.casefold()):
                return True
        if len(small) >= _SHORTEST_ANY_CASE and any(
            sound_alike(small, one) for one in (word.stem, word.text.casefold())
        ):
            return True
    return _initials(wanted, said)


def _initials(wanted: str, said: Sequence[Word]) -> bool:
    """Whether an abbreviation stands written out: «правила дорожного движения» for «ПДД»."""
    if not (wanted.isalpha() and wanted.isupper() and len(wanted) >= _SHORTEST_ANY_CASE):
        return False
    initials = "".join(word.text[0].upper() for word in said if word.stem not in stop_stems())
    return wanted in initials


def _joined(wanted: Sequence[str], said: Sequence[Word]) -> bool:
    """«Консультант Плюс» and «КонсультантПлюс»."""
    together = "".join(wanted).casefold()
    if len(wanted) == 1:
        pairs = (f"{one.text}{other.text}".casefold() for one, other in pairwise(said))
        return any(together == pair or sound_alike(together, pair) for pair in pairs)
    return any(together == word.text.casefold() or sound_alike(together, word.stem) for word in said)
