"""Texts cut into sentences and clauses that keep their places in the original."""

import re
from dataclasses import dataclass

MAX_CLAUSES = 600
MAX_CLAUSE_CHARS = 240

# A line break before a small letter is a wrapped line, not an end: layouts must not change what is read.
# Nothing ends within "No. 34" and "cat. B".
_ABBREVIATED = r"(?<=\b[Nn]o\.)\s?\d|(?<=\b(?:cat|кат)\.)\s?[A-EА-Е]\b"
_SENTENCE_END = re.compile(rf"[.!?…]+(?!{_ABBREVIATED})(?=\s|$)|[\n\r]+(?!\s*[a-zа-яё(])|[•●▪◦■►✓]")
# Unless the line above is so short that it need not have been wrapped there, and what follows is no part of its phrase.
_SHORT_LINE = re.compile(
    r"(?:^|(?<=\n))[^\n]{1,24}(?<![,\-–—])(?P<end>\r?\n)(?=[a-zа-яё])"
    r"(?!(?:и|или|а|с|со|в|во|на|по|для|от|до|из|к|о|об|при|за|and|or|of|to|in|on|at|for|with|by|from|the|an?)\b)"
)
_CLAUSE_END = re.compile(r"[,;:|\t/()\[\]«»\"“”]+(?=\s|$|[«(\"“])|(?<=\s)[-–—*](?=\s)|[()\[\]«»“”|\t]")
_EDGE = " \t\r\n.,;:!?…•●▪◦■►✓-–—*|/\"'«»“”"
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Span:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause(Span):
    sentence: int


def sentences(text: str) -> list[Span]:
    return cut(text, 0, len(text), _SENTENCE_END)


def clauses(text: str) -> list[Clause]:
    """At most MAX_CLAUSES of them, none longer than MAX_CLAUSE_CHARS, none without a letter."""
    found: list[Clause] = []
    for number, sentence in enumerate(_statements(text)):
        for span in cut(text, sentence.start, sentence.end, _CLAUSE_END):
            found.extend(Clause(piece.text, piece.start, piece.end, number) for piece in _bounded(text, span))
        if len(found) >= MAX_CLAUSES:
            return found[:MAX_CLAUSES]
    return found


def _statements(text: str) -> list[Span]:
    """Sentences, and short lines that need not have been wrapped: in small letters one line is one statement."""
    breaks = [match.span() for match in _SENTENCE_END.finditer(text)]
    breaks += [match.span("end") for match in _SHORT_LINE.finditer(text)]
    return _parted(text, 0, len(text), sorted(breaks))


def lines(text: str) -> list[Span]:
    found = []
    start = 0
    for raw in text.splitlines(keepends=True):
        span = trimmed(text, start, start + len(raw))
        if span:
            found.append(span)
        start += len(raw)
    return found


def has_letter(text: str) -> bool:
    return bool(_LETTER.search(text))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The part between two places without punctuation at its edges; None if no letter or digit is left."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return Span(text[start:end], start, end) if start < end else None


def cut(text: str, start: int, end: int, boundary: re.Pattern[str]) -> list[Span]:
    """The parts between the boundaries that have a letter in them."""
    return _parted(text, start, end, [match.span() for match in boundary.finditer(text, start, end)])


def _parted(text: str, start: int, end: int, breaks: list[tuple[int, int]]) -> list[Span]:
    pieces = []
    at = start
    for left, right in breaks:
        pieces.append(trimmed(text, at, left))
        at = right
    pieces.append(trimmed(text, at, end))
    return [piece for piece in pieces if piece and has_letter(piece.text)]


def _bounded(text: str, span: Span) -> list[Span]:
    """Cuts an overlong clause at spaces, so that no single one costs more than the others."""
    pieces = []
    start = span.start
    while span.end - start > MAX_CLAUSE_CHARS:
        space = text.rfind(" ", start + 1, start + MAX_CLAUSE_CHARS)
        cut = space if space > start else start + MAX_CLAUSE_CHARS
        pieces.append(trimmed(text, start, cut))
        start = cut
    pieces.append(trimmed(text, start, span.end))
    return [piece for piece in pieces if piece]
