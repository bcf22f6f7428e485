"""Sentences that speak to whoever evaluates, found by the phrases of ai_hr/data/instructions.toml.

An order counts where a clause starts with it: to have *taught* a model to ignore instructions is work. What is quoted
as an example of attacks is none either.
"""

import base64
import binascii
import re
from dataclasses import dataclass
from functools import cache

from ai_hr import data
from ai_hr.evidence.clauses import Span, sentences
from ai_hr.evidence.plain import plain

_GAP = r"[^\w;:!?]+(?:[\w'’]+[^\w;:!?]+){0,6}?"
_START = "<start>"
_NO_WORD, _ANYTHING = re.compile(r"(?:^|\W)$"), re.compile("")
_BEFORE_CHARS = 60
_LIST = re.compile(r"<(\w+)>")
_ENCODED = re.compile(r"(?<![\w+/=])[A-Za-z0-9+/]{16,4000}={0,2}")
_QUOTED = r"(?:[\"“”][^\"“”]{3,160}[\"“”]|«[^«»]{3,160}»|(?<!\w)['‘][^'‘’]{3,160}['’](?!\w)|\([^()]{3,160}\))"


@dataclass(frozen=True, slots=True)
class Phrase:
    before: re.Pattern[str]
    words: re.Pattern[str]


def spoken_to_a_model(text: str) -> list[Span]:
    """Each span reaches to its line's end, so that what it carries goes with it."""
    seen = plain(text)
    own = _mentions().sub(lambda mention: re.sub(r"[^\n]", " ", mention.group()), seen.text)
    found = [seen.original(sentence.start, sentence.end) for sentence in sentences(own) if _speaks(sentence.text)]
    found += [match.span() for match in _ENCODED.finditer(text) if _speaks(_decoded(match.group()))]
    return [_to_line_end(text, start, end) for start, end in sorted(found)]


def _speaks(sentence: str) -> bool:
    flat = " ".join(sentence.lower().split())
    return any(_says(phrase, flat) for phrase in _phrases())


def _says(phrase: Phrase, flat: str) -> bool:
    """What must stand before is looked at last: a pattern that begins with letters is found many times faster."""
    found = phrase.words.search(flat)
    while found:
        if phrase.before.search(flat[max(0, found.start() - _BEFORE_CHARS) : found.start()]):
            return True
        found = phrase.words.search(flat, found.start() + 1)
    return False


def _decoded(run: str) -> str:
    """What stands in base64; empty if nothing readable does."""
    try:
        return plain(base64.b64decode(run, validate=True).decode()).text
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _to_line_end(text: str, start: int, end: int) -> Span:
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    return Span(text[start:stop], start, stop)


@cache
def _phrases() -> tuple[Phrase, ...]:
    given = data.read("instructions")
    start = re.compile(f"(?:{'|'.join(given['start']['before'])})$")
    written = [phrase for group in given["phrases"].values() for phrase in group]
    phrases = [
        Phrase(
            start if phrase.startswith(_START) else _NO_WORD, _written_out(phrase.removeprefix(_START), given["words"])
        )
        for phrase in written
    ]
    return (*phrases, *(Phrase(_ANYTHING, re.compile(pattern)) for pattern in given["raw"]["patterns"]))


@cache
def _mentions() -> re.Pattern[str]:
    told_of = "|".join(data.read("instructions")["mentions"]["told_of"])
    return re.compile(
        rf"(?<!\w)(?:{told_of})\W{{1,3}}(?:\w+\W{{1,3}}){{0,3}}?{_QUOTED}(?:(?:\s*,|\s+(?:and|or|и|или))?\s*{_QUOTED})*",
        re.IGNORECASE,
    )


def _written_out(phrase: str, words: dict[str, list[str]]) -> re.Pattern[str]:
    """A phrase of the data file as a regular expression."""
    spaced = phrase.replace(" ~ ", _GAP).replace(" ", r"\s+")
    return re.compile(_LIST.sub(lambda name: rf"(?:{'|'.join(words[name[1]])})(?!\w)", spaced))
