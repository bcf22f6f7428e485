"""A resume made ready: what is hidden, personal or meant for the machine is blanked, and offsets still hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ai_hr.evidence import manipulation
from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import MAX_CLAUSES, Clause, Span, clauses
from ai_hr.evidence.dates import is_date
from ai_hr.evidence.embeddings import Matrix, encode
from ai_hr.evidence.legibility import language_of, unreadable
from ai_hr.evidence.negation import denied, excepted
from ai_hr.evidence.personal import without_personal
from ai_hr.evidence.sections import Sections, is_heading, sections
from ai_hr.evidence.sought import Sought, closeness, relatedness, sought
from ai_hr.schemas import Flag, Language, Resume, Vacancy

MAX_JUDGED_CHARS = 60_000
_HIDDEN_FLAG_CHARS = 3
_TOO_LONG = "text_too_long"


@dataclass(frozen=True)
class Reading:
    """`text` is what may be judged; it has the length and the offsets of the text that was sent, up to the bound.

    `wanted` is what it is read for.
    """

    text: str
    wanted: Sought
    raised: tuple[Flag, ...]
    unreadable: str
    language: Language

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(without(self.text, excepted(self.text)))

    @property
    def flags(self) -> list[Flag]:
        """Also where so many clauses stand that the last were not looked at."""
        if len(self.clauses) < MAX_CLAUSES or any(flag.code == _TOO_LONG for flag in self.raised):
            return list(self.raised)
        return [*self.raised, Flag(code=_TOO_LONG, detail=f"{self.clauses[-1].end}/{len(self.text)}")]

    @cached_property
    def denied(self) -> list[bool]:
        return denied(self.clauses, self.text)

    @cached_property
    def affirmed(self) -> list[Clause]:
        """What the resume says of its owner: neither denials, nor bare headings and dates."""
        return [
            clause
            for clause, no in zip(self.clauses, self.denied, strict=True)
            if not (no or is_heading(clause.text) or is_date(clause.text))
        ]

    @cached_property
    def vectors(self) -> Matrix:
        """The affirmed clauses as embeddings."""
        return encode([clause.text for clause in self.affirmed])

    @cached_property
    def closeness(self) -> float:
        return closeness(self.vectors, self.wanted)

    @cached_property
    def relatedness(self) -> float:
        return relatedness(self.vectors, self.wanted)

    @cached_property
    def sections(self) -> Sections:
        return sections(self.text)


def read(resume: Resume, vacancy: Vacancy, language: Language) -> Reading:
    sent = resume.text[:MAX_JUDGED_CHARS]
    hidden = _hidden(sent, resume.quality)
    seen = without(sent, hidden)
    reason = unreadable(seen, resume.quality)
    clean = without_personal(seen)
    found = [*manipulation.instructions(clean), *manipulation.copied_from(clean, vacancy)]
    found += manipulation.stuffed(without(clean, found), vacancy)
    flags = [*_hidden_flags(hidden), *manipulation.flags_for(found), *_length_flags(resume.text)]
    return Reading(without(clean, found), sought(vacancy), tuple(flags), reason, language_of(seen, language))


def quoted(span: Span, sent: str) -> Span:
    """The span as it stands in the text the caller sent."""
    return Span(sent[span.start : span.end], span.start, span.end)


def _hidden(text: str, quality: dict[str, Any] | None) -> list[Span]:
    """Spans that extraction found invisible on the page; malformed ones are passed over."""
    given = (quality or {}).get("hidden")
    found = []
    for item in given if isinstance(given, list) else []:
        start, end = (item.get("start"), item.get("end")) if isinstance(item, dict) else (None, None)
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end:
            found.append(Span(text[start:end], start, min(end, len(text))))
    return found


def _hidden_flags(hidden: Sequence[Span]) -> list[Flag]:
    words = " ".join(" ".join(span.text.split()) for span in hidden)
    return [Flag(code="hidden_text", detail=words[:160])] if len(words) >= _HIDDEN_FLAG_CHARS else []


def _length_flags(text: str) -> list[Flag]:
    if len(text) <= MAX_JUDGED_CHARS:
        return []
    return [Flag(code=_TOO_LONG, detail=f"{MAX_JUDGED_CHARS}/{len(text)}")]
