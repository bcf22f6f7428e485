"""Judging what was read: is it words at all, in which language, and can it be trusted."""

import re

from storage.extraction.outcome import Quality, Reading, Refused

# A name, a telephone number and a line about work are more than this; page numbers and a stray logo are less.
_LEAST_LETTERS = 30
_LEAST_LETTERS_SHARE = 0.35
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_LATIN = re.compile("[a-zA-Z]")
# Technical Russian is full of Latin product names: below this share a language is only borrowed from.
_LANGUAGE_SHARE = 0.75
# Vowels are 38–45% of the letters of both languages, in any text long enough to count; a font whose letters were
# exchanged gives anything. Abbreviations of technologies lower it, so the bounds are wide.
_VOWELS = re.compile("[аеёиоуыэюяaeiouy]", re.IGNORECASE)
_VOWELS_LEAST, _VOWELS_MOST = 0.2, 0.62
_LETTERS_TO_JUDGE = 200
_REPLACED = re.compile("[\ufffd\ue000-\uf8ff]")
_MOST_REPLACED_SHARE = 0.15


def judged(reading: Reading, *, repaired: bool) -> Quality:
    """Raises `Refused` when there is no readable text: never hand rubbish on as if it were somebody's experience."""
    visible = "".join(reading.text.split())
    letters = sum(1 for character in visible if character.isalpha())
    if len(_REPLACED.findall(visible)) > _MOST_REPLACED_SHARE * len(visible):
        raise Refused("resume_unreadable")
    if letters < _LEAST_LETTERS:
        raise Refused("resume_without_text")
    share = letters / len(visible)
    if share < _LEAST_LETTERS_SHARE or not _has_words(visible):
        raise Refused("resume_unreadable")
    return {
        "pages": reading.pages,
        "pages_with_text": reading.pages_with_text,
        "letters_share": round(share, 3),
        "language": language_of(visible),
        "hidden": reading.hidden,
        "repaired": repaired,
        "truncated": reading.truncated,
        "ocr": reading.ocr,
    }


def language_of(text: str) -> str:
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if not cyrillic + latin:
        return "unknown"
    russian = cyrillic / (cyrillic + latin)
    if russian >= 1 - _LANGUAGE_SHARE:
        return "ru" if russian >= _LANGUAGE_SHARE else "mixed"
    return "en"


def _has_words(visible: str) -> bool:
    """Only for the two alphabets whose vowels are known here; other scripts are not judged."""
    letters = len(_CYRILLIC.findall(visible)) + len(_LATIN.findall(visible))
    if letters < _LETTERS_TO_JUDGE:
        return True
    return _VOWELS_LEAST <= len(_VOWELS.findall(visible)) / letters <= _VOWELS_MOST
