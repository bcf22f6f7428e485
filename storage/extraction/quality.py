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


def judged(reading: Reading, *, repaired: bool) -> Quality:
    """Raises `Refused` when there is no readable text: never hand rubbish on as if it were somebody's experience."""
    visible = [character for character in reading.text if not character.isspace()]
    letters = sum(1 for character in visible if character.isalpha())
    if letters < _LEAST_LETTERS:
        raise Refused("resume_without_text")
    share = letters / len(visible)
    if share < _LEAST_LETTERS_SHARE:
        raise Refused("resume_unreadable")
    return {
        "pages": reading.pages,
        "pages_with_text": reading.pages_with_text,
        "letters_share": round(share, 3),
        "language": language_of(reading.text),
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
