"""What can be seen in an answer by itself and beside its question and key: the signals an evaluation is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_hr.evidence.clauses import Span, cut, sentences, trimmed
from ai_hr.evidence.embeddings import Matrix, encode, encode_phrases, similarities
from ai_hr.evidence.terms import shared, terms
from ai_hr.interview.contradictions import Near, opposed
from ai_hr.interview.copying import lifted, turned_round
from ai_hr.interview.telling import Telling, told

_KEY_POINT_WORDS = 2
_MOST_KEY_POINTS = 12
_LETTERS_WEIGHT = 0.25
_KEY_RUN = 6
_RELEVANCE_CHARS = 1000
_MOST_SPANS, _MOST_AROUND, _MOST_CHARS = 200, 40, 4000
"""However long a key, an answer or a bank is, an evaluation looks at so much of it."""
_POINT_END = re.compile(r"[.!?…]+(?=\s|$)|[\n;]|,\s")
_HALF_END = re.compile(r"[,;:.!?\n]+")


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing the key wants to hear, and how near the answer's best sentence comes, 0 to 1."""

    text: str
    near: float
    from_question: float
    """How near the question itself comes: so much is no merit of the answer."""
    opposed: bool
    """Whether that best sentence denies it, or says the opposite."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class Signals:
    """Each 0 to 1."""

    relevance: float
    to_topic: float
    """Relevance without the question: its wording is often general, and any talk of work comes near to that."""
    key_as_a_whole: float
    """How near the whole answer comes to the whole key, beyond what nearness to the question brings."""
    from_question: float
    repeats_question: float
    from_key: float
    from_earlier: float
    telling: Telling


def look_at(
    answer: str, *, question: str, topic: str, key: str, around: Sequence[str] = (), earlier: Sequence[str] = ()
) -> Signals:
    """`around` is what else belongs to the topic: an answer may be near to that and far from a general question."""
    return Signals(
        relevance=_relevance(answer, [text for text in (question, topic, key, *around) if text]),
        to_topic=_relevance(answer, [text for text in (topic, *around) if text]),
        key_as_a_whole=_as_a_whole(answer, key, question),
        from_question=lifted(answer, question),
        repeats_question=turned_round(answer, question),
        from_key=lifted(answer, key, run=_KEY_RUN),
        from_earlier=max((lifted(answer, other) for other in earlier), default=0.0),
        telling=told(answer),
    )


def key_points(key: str, answer: str, question: str = "") -> list[KeyPoint]:
    """How near the answer comes to each thing the key says, in meaning and in letters."""
    wanted = [s.text for s in cut(key, 0, len(key), _POINT_END) if len(s.text.split()) >= _KEY_POINT_WORDS]
    given = ([*sentences(answer), *_halves(answer)] or _bare_figure(answer))[:_MOST_SPANS]
    wanted = [text[:_RELEVANCE_CHARS] for text in wanted[:_MOST_KEY_POINTS] or ([key] if key.strip() else [])]
    if not wanted or not given:
        return [KeyPoint(text, 0.0, 0.0, opposed=False, span=None) for text in wanted]
    texts = [*(span.text for span in given), question]
    cosines = similarities(encode_phrases(wanted), encode(texts))
    return [_point(text, given, question, cosines[row]) for row, text in enumerate(wanted)]


def _point(text: str, given: Sequence[Span], question: str, cosines: Matrix) -> KeyPoint:
    others = [*(span.text for span in given), question]
    letters = np.array([shared(terms(text), terms(other)) for other in others], dtype=np.float32)
    scores = np.round(np.maximum(cosines, 0.0) + _LETTERS_WEIGHT * letters, 4)
    best = int(scores[:-1].argmax())
    near = Near(text, float(cosines[best]), float(letters[best]))
    turned = opposed(near, given[best].text)
    return KeyPoint(text, float(scores[best]), float(scores[-1]) if question else 0.0, turned, given[best])


def _relevance(answer: str, others: Sequence[str]) -> float:
    parts = (sentences(answer) or _bare_figure(answer))[:_MOST_SPANS]
    others = [text[:_RELEVANCE_CHARS] for text in others[:_MOST_AROUND]]
    if not parts or not others:
        return 0.0
    said = terms(answer)
    texts = [answer[:_RELEVANCE_CHARS], *(part.text for part in parts)]
    cosines = similarities(encode(texts), encode_phrases(others))
    letters = max(shared(terms(other), said) for other in others)
    return round(min(1.0, float(cosines.max()) + 0.3 * letters), 4)


def _as_a_whole(answer: str, key: str, question: str) -> float:
    if not answer.strip() or not key:
        return 0.0
    to_key, to_question = similarities(encode([answer[:_MOST_CHARS]]), encode([key[:_MOST_CHARS], question or " "]))[0]
    return round(max(0.0, float(to_key) - 0.5 * max(0.0, float(to_question))), 4)


def _bare_figure(text: str) -> list[Span]:
    """An answer without a letter: «404»."""
    figure = trimmed(text, 0, len(text))
    return [figure] if figure else []


def _halves(text: str) -> list[Span]:
    """Parts of sentences between commas: a key point is often only one of them."""
    return cut(text, 0, len(text), _HALF_END)
