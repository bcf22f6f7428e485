"""Is a text in Russian or English? Yes, if enough of its words are such as resumes in these two have in common."""

import re
import unicodedata
from functools import cache, lru_cache

from ai_hr import data
from ai_hr.evidence.names import products, skill_names
from ai_hr.evidence.terms import terms
from ai_hr.evidence.words import stem, stop_stems, words

LEAST_WORDS = 10
"""With fewer nothing can be said: a list of names is no language."""
LEAST_COMMON_SHARE = 0.5
"""Resumes of occupations that the common words were not taken from have .58 and more; Bulgarian, the nearest, .47."""
FEW_OTHER_LETTERS, MOST_OTHER_SHARE = 8, 0.03
"""Letters of neither alphabet: some stand in names everywhere, a language of its own has them in every line."""
LEAST_VOWELS = 0.36
"""Of the letters of any language; fewer are left where letters were exchanged for others."""
MOST_CAPITALS_INSIDE = 0.2

_WORD = re.compile(r"[^\W\d_]{3,}")
_LETTER = re.compile(r"[^\W\d_]")
_KNOWN_LETTER = re.compile(r"[a-zа-яё]", re.IGNORECASE)
_LATIN_OR_CYRILLIC = re.compile("[a-z\u00c0-\u024f\u0400-\u04ff]", re.IGNORECASE)
_VOWELS = frozenset("aeiouyæœøıəаеёиоуыэюяієөүәұ")
_CAPITAL_INSIDE = re.compile("[\u0430-\u045f][\u0400-\u042f]")
_LONGEST_ABBREVIATION = 5


def is_ours(text: str) -> bool:
    """Names prove nothing either way, neither products nor what is capitalised: so a short list of them is judged, and
    so is a text half of which is in another language."""
    letters = _LETTER.findall(text)
    others = sum(1 for letter in letters if not _KNOWN_LETTER.match(letter))
    if others > max(FEW_OTHER_LETTERS, MOST_OTHER_SHARE * len(letters)):
        return False
    found = words_of(text)
    common = sum(1 for word in found if _is_common(word))
    strange = sum(1 for word in found if not _is_common(word) and not _may_be_name(word))
    return common + strange < LEAST_WORDS or common >= LEAST_COMMON_SHARE * (common + strange)


def is_in_other_script(text: str) -> bool:
    """Whether most of the letters are neither Latin nor Cyrillic, with whatever marks."""
    return len(_LATIN_OR_CYRILLIC.findall(text)) * 2 < len(_LETTER.findall(text))


def is_damaged(text: str) -> bool:
    """Whether what is not ours is rather no language at all: letters exchanged by a font or by a wrong code page."""
    letters = _LETTER.findall(text)
    plain = [unicodedata.normalize("NFD", letter)[0] for letter in "".join(letters).lower()]
    vowels = sum(1 for letter in plain if letter in _VOWELS)
    return vowels < LEAST_VOWELS * len(plain) or _capitals_inside(text) > MOST_CAPITALS_INSIDE


def words_of(text: str) -> list[str]:
    """Words long enough to belong to one language rather than to several; products belong to none."""
    return [word for word in _WORD.findall(text) if not _is_product(word)]


def _may_be_name(word: str) -> bool:
    return word.istitle() or (word.isupper() and len(word) <= _LONGEST_ABBREVIATION)


def _capitals_inside(text: str) -> float:
    found = _WORD.findall(text)
    return sum(1 for word in found if _CAPITAL_INSIDE.search(word)) / max(1, len(found))


@lru_cache(maxsize=20_000)
def _is_product(word: str) -> bool:
    return bool(terms(word).skills & products())


@lru_cache(maxsize=20_000)
def _is_common(word: str) -> bool:
    return stem(word) in _common_stems()


@cache
def _common_stems() -> frozenset[str]:
    """Also what the engine knows by itself: words that tell nothing, and kinds of work."""
    kept = data.read("common_words")
    spellings = [spelling for name, others in skill_names().items() for spelling in (name, *others)]
    named = {word.stem for spelling in spellings for word in words(spelling)}
    return frozenset({*kept["ru"].split(), *kept["en"].split(), *named, *stop_stems()})
