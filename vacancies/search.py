"""Vacancies as they are searched for: words without their endings, stored beside the text and served by indexes."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TypedDict

import snowballstemmer

# «C++», «C#» and «F#» are words of their own; other punctuation only separates.
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_CYRILLIC = re.compile(r"[а-я]")
_LONGEST_WORD = 64
# Whoever types «разработчик на python» does not ask for «на».
_FUNCTION_WORDS = frozenset(
    [
        *("а", "без", "в", "во", "для", "до", "и", "из", "или", "к", "ко", "на", "не", "о", "об", "от", "по", "под"),
        *("при", "с", "со", "у", "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to"),
        "with",
    ]
)


class SearchKeys(TypedDict):
    """The fields of a Vacancy that only the search reads."""

    field_key: str
    skill_keys: list[str]
    search_words: list[str]


def searchable(
    *,
    title: str,
    description: str,
    work_field: str,
    required_skills: Sequence[str],
    optional_skills: Sequence[str],
) -> SearchKeys:
    """What a vacancy with these texts is found by."""
    skills = [*required_skills, *optional_skills]
    return SearchKeys(
        field_key=phrase_key(work_field),
        skill_keys=list(dict.fromkeys(phrase_key(skill) for skill in skills)),
        search_words=query_words(" ".join([title, description, *skills])),
    )


def query_words(text: str) -> list[str]:
    """The different words of `text`, stemmed; none for punctuation and prepositions alone."""
    asked = dict.fromkeys(word for word in _words(text) if word not in _FUNCTION_WORDS)
    return list(dict.fromkeys(_stems(asked)))


def phrase_key(text: str) -> str:
    """A skill or a field of work as it is compared: case, endings, spaces and punctuation apart.

    A phrase without a single word in it is compared as it stands.
    """
    return " ".join(_stems(_words(text))) or _normal(text).strip()


def _words(text: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in _WORD.findall(_normal(text))]


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")


def _stems(words: Iterable[str]) -> list[str]:
    # A stemmer keeps its state in itself, so that threads must not share one; making one costs nothing.
    russian, english = snowballstemmer.stemmer("russian"), snowballstemmer.stemmer("english")
    return [(russian if _CYRILLIC.search(word) else english).stemWord(word) for word in words]
