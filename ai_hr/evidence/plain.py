"""Text as a reader sees it, whatever marks it is written with, and where each of its letters stands in the original.

Look-alike letters of another alphabet, full-width forms, digits for letters, invisible marks, letters set apart and
words broken over lines change nothing for whoever reads, and must not for what is looked for.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

# A letter with the marks that are put on it: «й» may come as two signs.
_SIGN = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_ORDINARY = re.compile(r"[\n\r\t -~А-яЁё«»–—№•’]*")
_INVISIBLE = frozenset({"Cf", "Mn"})
_WORD = re.compile(r"[\w@$]*\w")
_APART = re.compile(r"(?<!\w)\w(?P<mark>[ .\-_*·|/])\w(?:(?:(?P=mark)|\s{2,3})\w(?!\w))+")
_MARKS_APART = re.compile(r"(?P<words>\s{2,3})|[^\w]")
_BROKEN = re.compile(r"(?<=[^\W\d_])[-‐]\s*\n\s*(?=[^\W\d_])")
_LATIN, _CYRILLIC = "abcehijkmopstxy", "авсенијкморѕтху"
_GREEK, _GREEK_AS_LATIN, _GREEK_AS_CYRILLIC = "αεοκρτυχ", "aeokptyx", "аеокртух"
_DIGITS_AS_LATIN = dict(zip(map(ord, "013457@$"), "oieastas", strict=True))
_DIGITS_AS_CYRILLIC = dict(zip(map(ord, "034"), "озч", strict=True))
_ANY_LATIN, _ANY_CYRILLIC = re.compile(r"[a-zA-Z]"), re.compile(r"[а-яёА-ЯЁ]")


def _alike(looks: str, reads: str) -> dict[int, str]:
    return dict(zip(map(ord, looks + looks.upper()), reads + reads.upper(), strict=True))


_TO_LATIN = _DIGITS_AS_LATIN | _alike(_CYRILLIC + _GREEK, _LATIN + _GREEK_AS_LATIN)
_TO_CYRILLIC = _DIGITS_AS_CYRILLIC | _alike(_LATIN + _GREEK, _CYRILLIC + _GREEK_AS_CYRILLIC)


@dataclass(frozen=True, slots=True)
class Plain:
    """Letter n of the text stands at `places[n]` in the original."""

    text: str
    places: Sequence[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        return self.places[start], self.places[end - 1] + 1


def plain(text: str) -> Plain:
    seen = _joined(_visible(text))
    return Plain(_WORD.sub(lambda word: folded(word.group()), seen.text), seen.places)


def folded(word: str) -> str:
    """In the letters of one alphabet, whichever has more of the word's; a number stays as it is."""
    latin, cyrillic = len(_ANY_LATIN.findall(word)), len(_ANY_CYRILLIC.findall(word))
    if not latin + cyrillic:
        return word
    return word.translate(_TO_CYRILLIC if cyrillic > latin else _TO_LATIN)


def _visible(text: str) -> Plain:
    if _ORDINARY.fullmatch(text):
        return Plain(text, range(len(text)))
    letters: list[str] = []
    places: list[int] = []
    for sign in _SIGN.finditer(text):
        for letter in unicodedata.normalize("NFKC", sign.group()):
            if unicodedata.category(letter) not in _INVISIBLE:
                letters.append(letter)
                places.append(sign.start())
    return Plain("".join(letters), tuple(places))


def _joined(given: Plain) -> Plain:
    """Words broken over lines and words whose letters stand apart, in one piece."""
    gone = {place for match in _BROKEN.finditer(given.text) for place in range(*match.span())}
    for run in _APART.finditer(given.text):
        for mark in _MARKS_APART.finditer(given.text, *run.span()):
            gone.update(range(mark.start() + bool(mark["words"]), mark.end()))
    kept = [place for place in range(len(given.text)) if place not in gone] if gone else range(len(given.text))
    return Plain("".join(given.text[place] for place in kept), tuple(given.places[place] for place in kept))
