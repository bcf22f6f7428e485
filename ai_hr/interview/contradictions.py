"""The fluent answer that says the opposite: near to the key in words, turned round by a denial, an antonym or a swap.

Similarity cannot see these, so they are looked for by rules over pairs of near sentences. Antonyms are data.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

from ai_hr.evidence.clauses import Span, cut
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.words import DATA, shared, stem, terms, words
from ai_hr.schemas import AnswerKey

NEAR = 0.62
NEAR_RED_FLAG = 0.72
_LEAST_WORDS = 3
_PART_END = re.compile(r"[.!?…]+(?=\s|$)|[\n;]|,\s+(?=(?:а|но|зато|but|while|whereas|and)\b)", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:не|нет|нельзя|никогда|ни|без|невозможно|not|no|never|cannot|can['’]t|don['’]t|doesn['’]t|isn['’]t|aren['’]t|without|shouldn['’]t|won['’]t)\b",
    re.IGNORECASE,
)
_NOT_ONLY = re.compile(
    r"\b(?:не\s+только|not\s+only|не\s+менее|не\s+более|не\s+позднее|no\s+later|no\s+more|at\s+least)\b", re.IGNORECASE
)


def contradicted(answer: str, key: AnswerKey) -> list[Span]:
    """Sentences of the answer that deny or reverse a near sentence of the expected answer."""
    said, wanted = _parts(answer), _parts(key.expected_answer)
    if not said or not wanted:
        return []
    cosines = similarities(encode([part.text for part in said]), encode_phrases([part.text for part in wanted]))
    found = []
    for row, part in enumerate(said):
        best = int(cosines[row].argmax())
        if cosines[row, best] + 0.3 * shared(terms(wanted[best].text), terms(part.text)) < NEAR:
            continue
        if opposed(part.text, wanted[best].text):
            found.append(part)
    return found[:3]


def red_flags(answer: str, flags: Sequence[str]) -> list[Span]:
    """Sentences of the answer that say what the key warns of; a sentence that denies it does not count."""
    warned = [flag for flag in flags if flag]
    said = _parts(answer)
    if not warned or not said:
        return []
    cosines = similarities(encode([part.text for part in said]), encode_phrases(warned))
    found = []
    for row, part in enumerate(said):
        for column, flag in enumerate(warned):
            letters = shared(terms(flag), terms(part.text))
            if cosines[row, column] + 0.4 * letters >= NEAR_RED_FLAG and not opposed(part.text, flag):
                found.append(part)
                break
    return found[:3]


def opposed(left: str, right: str) -> bool:
    """One of the two denies, or uses the antonym of what the other says."""
    return _denies(left) != _denies(right) or _antonyms_meet(left, right)


def _antonyms_meet(left: str, right: str) -> bool:
    mine = {word.stem for word in words(left)}
    theirs = {word.stem for word in words(right)}
    for one, other in _antonyms():
        if mine & one and theirs & other and not mine & other and not theirs & one:
            return True
        if mine & other and theirs & one and not mine & one and not theirs & other:
            return True
    return False


def _denies(text: str) -> bool:
    return bool(_NOT.search(_NOT_ONLY.sub(" ", text)))


def _parts(text: str) -> list[Span]:
    """Sentences, cut also where one thing is set against another: «список можно менять, а кортеж нельзя»."""
    return [span for span in cut(text, 0, len(text), _PART_END) if len(span.text.split()) >= _LEAST_WORDS]


@cache
def _antonyms() -> list[tuple[frozenset[str], frozenset[str]]]:
    pairs = tomllib.loads((DATA / "antonyms.toml").read_text(encoding="utf-8"))["pairs"]
    return [(frozenset(map(stem, one)), frozenset(map(stem, other))) for one, other in pairs]
