"""Text taken out in such a way that the offsets of all the rest still hold."""

import re
from collections.abc import Iterable

from ai_hr.evidence.clauses import Span


def blank(text: str) -> str:
    """Spaces in place of everything but line ends."""
    return re.sub(r"[^\n\r]", " ", text)


def without(text: str, spans: Iterable[Span]) -> str:
    """In one pass, however many spans there are and however they overlap."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda span: span.start):
        start = max(span.start, at)
        if span.end > start:
            pieces += [text[at:start], blank(text[start : span.end])]
            at = span.end
    return "".join([*pieces, text[at:]])
