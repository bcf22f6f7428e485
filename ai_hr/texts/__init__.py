"""Sentences for people, in Russian and English; the two files have the same keys and the same parameters."""

import tomllib
from functools import cache
from pathlib import Path

from ai_hr.schemas import Language

_FOLDER = Path(__file__).resolve().parent
_TEENS = range(11, 15)
_INNER: dict[Language, dict[int, str]] = {
    "ru": {ord("«"): "„", ord("»"): "“"},
    "en": dict.fromkeys(map(ord, '"“”'), "'"),
}


def say(language: Language, key: str, **values: object) -> str:
    """The sentence named by a dotted key; KeyError if there is none, which a test rules out."""
    return sentences(language)[key].format(**values)


def has(language: Language, key: str) -> bool:
    return key in sentences(language)


def choices(language: Language, prefix: str) -> list[str]:
    """All sentences below a key, in the order they are written."""
    return [text for key, text in sentences(language).items() if key.startswith(f"{prefix}.")]


def quotable(language: Language, text: str) -> str:
    """The text as it may stand inside quotation marks: its own become inner ones."""
    return text.translate(_INNER[language])


def duration(language: Language, months: int) -> str:
    """«4 года 2 мес.», "4 years 2 months"."""
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(f"{years} {say(language, f'duration.year_{_form(language, years)}')}")
    if rest or not years:
        parts.append(f"{rest} {say(language, f'duration.month_{_form(language, rest)}')}")
    return " ".join(parts)


@cache
def sentences(language: Language) -> dict[str, str]:
    return _flat(tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8")), "")


def _flat(table: dict[str, object], prefix: str) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in table.items():
        flat |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": str(value)}
    return flat


def _form(language: Language, number: int) -> str:
    if language == "en":
        return "one" if number == 1 else "many"
    if number % 100 in _TEENS or not 1 <= number % 10 <= 4:  # noqa: PLR2004 (Russian plural rule)
        return "many"
    return "one" if number % 10 == 1 else "few"
