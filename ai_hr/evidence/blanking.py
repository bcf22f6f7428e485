"""Text taken out in such a way that the offsets of all the rest still hold."""

import re
from collections.abc import Iterable

from ai_hr.evidence.clauses import Span


def blank(text: str) -> str:
    """Spaces in place of everything but line ends."""
    return re.sub(r"[^\n\r]", " ", text)


def without(text: str, spans: Iterable[Span]) -> str:
    for span in spans:
        text = text[: span.start] + blank(text[span.start : span.end]) + text[span.end :]
    return text
