"""Can this text be judged at all? What could not be read is never given a low score."""

import re
from typing import Any

from ai_hr.evidence.language import is_damaged, is_in_other_script, is_ours
from ai_hr.schemas import Language

# Short is not unreadable: «Повар, горячий цех, 7 лет» can be judged. Whoever writes little must not get by unjudged.
LEAST_LETTERS = 20
# Of a few lines, a telephone number and dates are half.
LEAST_LETTER_SHARE = 0.35
LEAST_PAGE_SHARE = 0.5
LEAST_WORD_SHARE = 0.5
_MOST_LOOKED_AT = 20_000
_LONGEST_ABBREVIATION = 6

_LETTER = re.compile(r"[^\W\d_]")
_TOKEN = re.compile(r"[^\W\d_]{2,}")
_VOWEL = re.compile(r"[аеёиоуыэюяaeiouyіїєáéíóúäöüàèìòùâêîôûñçё]", re.IGNORECASE)
_CONSONANTS = re.compile(r"[^аеёиоуыэюяьъaeiouyіїєáéíóúäöüàèìòùâêîôû\W\d_]{6,}", re.IGNORECASE)
# Cyrillic of CP1251 read as Latin-1: «Ïðî÷èå».
_MOJIBAKE = re.compile(r"[À-ÿ]{3,}|[ÐÑ][\u0080-\u00bf]|\ufffd")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)


def unreadable(text: str, quality: dict[str, Any] | None) -> str:
    """Why the text cannot be judged, as the key of a sentence; empty where it can. Blanks count for nothing."""
    text = " ".join(text.split())
    letters = len(_LETTER.findall(text))
    if letters < LEAST_LETTERS:
        return "empty"
    if is_in_other_script(text):
        return "foreign"
    if letters / len(text.replace(" ", "")) < LEAST_LETTER_SHARE or _is_noise(text) or _has_lost_pages(quality):
        return "garbled"
    if is_ours(text[:_MOST_LOOKED_AT]):
        return ""
    return "garbled" if is_damaged(text[:_MOST_LOOKED_AT]) else "foreign"


def language_of(text: str, fallback: Language) -> Language:
    """Whichever of the two alphabets has most of the letters; technical terms in Latin do not make a text English."""
    cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
    if cyrillic + latin == 0:
        return fallback
    return "ru" if cyrillic * 3 >= latin else "en"


def _is_noise(text: str) -> bool:
    tokens = _TOKEN.findall(text[:_MOST_LOOKED_AT])
    if not tokens:
        return True
    broken = sum(1 for token in tokens if not _looks_like_word(token))
    spoiled = sum(len(match.group()) for match in _MOJIBAKE.finditer(text[:_MOST_LOOKED_AT]))
    return broken / len(tokens) > 1 - LEAST_WORD_SHARE or spoiled > sum(map(len, tokens)) * 0.3


def _looks_like_word(token: str) -> bool:
    """An abbreviation or something one can pronounce."""
    return (token.isupper() and len(token) <= _LONGEST_ABBREVIATION) or bool(
        _VOWEL.search(token) and not _CONSONANTS.search(token)
    )


def _has_lost_pages(quality: dict[str, Any] | None) -> bool:
    pages, with_text = (quality or {}).get("pages"), (quality or {}).get("pages_with_text")
    if not isinstance(pages, int) or not isinstance(with_text, int) or pages <= 0:
        return False
    return with_text / pages < LEAST_PAGE_SHARE
