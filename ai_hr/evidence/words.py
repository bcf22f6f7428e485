"""Words and their stems: what is the same across inflection."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import snowballstemmer

from ai_hr import data
from ai_hr.evidence.letters import APOSTROPHES, CYRILLIC, HYPHENS, INVISIBLE, folded

_JOINTS = f".+#&'{APOSTROPHES}{HYPHENS}{INVISIBLE}-"
_WORD = re.compile(rf"[^\W_]{{1,60}}(?:(?:[{_JOINTS}]{{1,3}}|-\r?\n(?=[a-zа-яё]))[^\W_]{{1,60}}){{0,6}}[+#]{{0,3}}")


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is the word as it is read, which may differ in length from its place in the text."""

    text: str
    stem: str
    start: int
    end: int


@lru_cache(maxsize=30_000)
def stem(word: str) -> str:
    small = word.lower().replace("ё", "е")
    # A stemmer keeps the word it works on in itself, so that threads must not share one; making one costs nothing.
    stemmer = snowballstemmer.stemmer("russian" if CYRILLIC.search(small) else "english")
    return str(stemmer.stemWord(small))


def words(text: str) -> list[Word]:
    return [_word(match) for match in _WORD.finditer(text)]


@cache
def stop_stems() -> frozenset[str]:
    """Words that requirements and resumes share whatever they are about."""
    words_of = data.read("stopwords")
    return frozenset(stem(word) for group in ("ru", "en") for word in words_of[group])


def _word(match: re.Match[str]) -> Word:
    read = folded(match.group())
    return Word(read, stem(read), match.start(), match.end())
