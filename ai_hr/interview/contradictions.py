"""The fluent answer that says the opposite: near to the key in words, turned round by a denial, an antonym or a swap.

Similarity cannot see these, so they are looked for by rules over pairs of near sentences. Antonyms are data.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ai_hr import data
from ai_hr.evidence.clauses import Span, cut, sentences
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.terms import shared, terms
from ai_hr.evidence.words import stem, words
from ai_hr.interview.denials import denies, denies_outright, refutes
from ai_hr.schemas import AnswerKey

NEAR = 0.45
MUCH = 0.5
NEAR_WITHOUT_WORDS = 0.5
NEAR_RED_FLAG = 0.75
LETTERS_WEIGHT = 0.4
SAME_LETTERS, MOST_LETTERS = 0.5, 0.66
LIKE_MEANING, SAME_MEANING = 0.7, 0.85
MOST_SHOWN = 3
MOST_PARTS = 120
_LEAST_WORDS, _LEAST_PIECE_WORDS = 3, 2
_PIECE_END = re.compile(r"[.!?…]+(?=\s|$)|[\n;,:]")
_PART_END = re.compile(r"[.!?…]+(?=\s|$)|[\n;]|,\s+(?=(?:а|но|зато|but|while|whereas|and)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Near:
    text: str
    cosine: float
    letters: float

    @property
    def score(self) -> float:
        return self.cosine + LETTERS_WEIGHT * self.letters

    @property
    def has_a_word_in_common(self) -> bool:
        return self.letters > 0 or self.cosine >= NEAR_WITHOUT_WORDS

    @property
    def says_the_same(self) -> bool:
        return self.letters >= MOST_LETTERS or self.cosine >= SAME_MEANING

    def is_said_by(self, part: str) -> bool:
        """Of lists and tuples one may say much the same words: what it is about, which stands first, must be there."""
        subject = terms(self.text).stems[:1]
        named = bool(subject) and subject[0] in terms(part).stems
        nearly_all = self.letters >= MOST_LETTERS and self.cosine >= LIKE_MEANING
        return (named and self.letters >= SAME_LETTERS) or nearly_all or self.cosine >= SAME_MEANING


@dataclass(frozen=True, slots=True)
class Against:
    """Parts of an answer that deny or reverse what the key says, and their share of all that comes near to it."""

    parts: list[Span]
    share: float

    @property
    def is_most(self) -> bool:
        """A single denial is ordinary («список меняется, кортеж нет»); turning round most of what is touched is not."""
        return self.share >= MUCH


def against(answer: str, key: AnswerKey) -> Against:
    said, wanted = _pieces(answer), _pieces(key.expected_answer)
    near = [
        (part, other) for part, other in zip(said, _nearest(said, wanted), strict=True) if other and other.score >= NEAR
    ]
    turned = [part for part, other in near if opposed(other, part.text)]
    return Against(turned[:MOST_SHOWN], len(turned) / len(near) if near else 0.0)


def red_flags(answer: str, key: AnswerKey) -> list[Span]:
    """Parts of the answer that say what the key warns of, and come nearer to the warning than to what is expected.

    Whoever says of it in the same breath that it is a mistake does not say it.
    """
    warned = [Span(flag, 0, len(flag)) for flag in key.red_flags if flag]
    whole = sentences(answer)
    said = [part for part in (*_parts(answer), *_pieces(answer)) if not refutes(_sentence_around(part, whole))]
    flagged, right = _nearest(said, warned), _nearest(said, _parts(key.expected_answer))
    found = [
        part
        for part, flag, good in zip(said, flagged, right, strict=True)
        if flag
        and flag.score >= NEAR_RED_FLAG
        and flag.is_said_by(part.text)
        and not (good and good.score >= flag.score and not opposed(good, part.text))
        and not opposed(flag, part.text)
    ]
    return _apart(found)[:MOST_SHOWN]


def _sentence_around(part: Span, whole: Sequence[Span]) -> str:
    return next((s.text for s in whole if s.start <= part.start < s.end), part.text)


def _apart(spans: Sequence[Span]) -> list[Span]:
    """Without those that lie within another, in the order they were said."""
    outer = [one for one in spans if not any(o != one and o.start <= one.start and one.end <= o.end for o in spans)]
    return sorted(dict.fromkeys(outer), key=lambda span: span.start)


def _nearest(said: Sequence[Span], wanted: Sequence[Span]) -> list[Near | None]:
    """For each part of the answer, the wanted one it is nearest to in meaning and letters."""
    if not said or not wanted:
        return [None] * len(said)
    cosines = similarities(encode([part.text for part in said]), encode_phrases([part.text for part in wanted]))
    sought = [terms(other.text) for other in wanted]
    found: list[Near | None] = []
    for row, part in enumerate(said):
        given = terms(part.text)
        others = [
            Near(other.text, float(cosines[row, column]), shared(sought[column], given))
            for column, other in enumerate(wanted)
        ]
        found.append(max(others, key=lambda near: near.score))
    return found


def opposed(near: Near, part: str) -> bool:
    """The part uses the antonym of what is wanted, or one of the two denies what the other says.

    A warning in the key («не запускать без проверки») is seldom met in its own negative words, so a part without a
    denial is held against it only where it says the same thing.
    """
    if _antonyms_meet(part, near.text):
        return True
    if denies_outright(part):
        return not denies(near.text) and near.has_a_word_in_common
    return denies_outright(near.text) and not denies(part) and near.says_the_same


def _antonyms_meet(left: str, right: str) -> bool:
    mine = {word.stem for word in words(left)}
    theirs = {word.stem for word in words(right)}
    for one, other in _antonyms():
        if mine & one and theirs & other and not mine & other and not theirs & one:
            return True
        if mine & other and theirs & one and not mine & one and not theirs & other:
            return True
    return False


def _parts(text: str) -> list[Span]:
    """Sentences, cut also where one thing is set against another: «список можно менять, а кортеж нельзя»."""
    return [span for span in cut(text, 0, len(text), _PART_END) if len(span.text.split()) >= _LEAST_WORDS][:MOST_PARTS]


def _pieces(text: str) -> list[Span]:
    """Parts between any punctuation."""
    return [span for span in cut(text, 0, len(text), _PIECE_END) if len(span.text.split()) >= _LEAST_PIECE_WORDS][
        :MOST_PARTS
    ]


@cache
def _antonyms() -> list[tuple[frozenset[str], frozenset[str]]]:
    pairs = data.read("antonyms")["pairs"]
    return [(frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in pairs]
