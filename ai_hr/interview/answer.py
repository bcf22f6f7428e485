"""What can be seen in an answer by itself and beside its question and key: the signals an evaluation is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ai_hr.evidence.clauses import Span, cut, sentences
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.terms import shared, terms
from ai_hr.evidence.words import words

_SHINGLE = 4
_KEY_POINT_WORDS = 2
_MOST_KEY_POINTS = 12
_LETTERS_WEIGHT = 0.5
_FULL_WORDS = 40

_NOTHING = re.compile(
    r"^\W*(?:(?:я\s+)?(?:не\s+знаю|без\s+понятия|затрудняюсь\s+ответить|не\s+могу\s+ответить|пропус\w+|нет\s+ответа|не\s+помню|понятия\s+не\s+имею)"
    r"|(?:i\s+)?(?:do\s+not|don['’]t)\s+(?:know|remember)|no\s+idea|no\s+answer|skip|pass|not\s+sure)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(
    r"\b(?:например|к\s+примеру|допустим|случа\w+|однажды|был\w*\s+задач\w+|в\s+проекте|на\s+проекте|for\s+example|for\s+instance|e\.g\.|once|in\s+one\s+(?:case|project)|such\s+as|case)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:я|мы|у\s+нас|у\s+меня|мне|мой|моя|наш\w*|i|we|my|our)\b|\b\w+(?:лся|лась|лись|ил|ал|ел|ила|ала|ела|или|али|ели)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:потому|поэтому|так\s+как|чтобы|из-за|иначе|значит|следовательно|зависит|если|because|therefore|since|so\s+that|in\s+order\s+to|otherwise|depends?|if|unless|trade-?offs?|whereas)\b",
    re.IGNORECASE,
)
_STEPS = re.compile(
    r"\b(?:сначала|затем|потом|далее|после|наконец|во-первых|во-вторых|провер\w+|измер\w+|сравн\w+|анализ\w+|выясн\w+|уточн\w+|first\w*|then|next|after|finally|second\w*|check\w*|measur\w+|compar\w+|analy[sz]\w+|"
    r"verif\w+|test\w*)\b",
    re.IGNORECASE,
)
_HALF_END = re.compile(r"[,;:.!?\n]+")
_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing the key wants to hear, and how near the answer's best sentence comes, 0 to 1."""

    text: str
    near: float
    span: Span | None


@dataclass(frozen=True, slots=True)
class Signals:
    """Each 0 to 1, except where a truth value says enough."""

    says_nothing: bool
    relevance: float
    from_question: float
    repeats_question: float
    from_key: float
    length: float
    examples: float
    practice: float
    reasons: float
    steps: float
    clarity: float


def look_at(answer: str, *, question: str, topic: str, key: str, around: Sequence[str] = ()) -> Signals:
    """`around` is what else belongs to the topic: an answer may be near to that and far from a general question."""
    content = len(terms(answer).stems)
    return Signals(
        says_nothing=content < 3 or (bool(_NOTHING.search(answer)) and content < 12),  # noqa: PLR2004 (words)
        relevance=_relevance(answer, [text for text in (question, topic, key, *around) if text]),
        from_question=_lifted(answer, question),
        repeats_question=_repeated(answer, question),
        from_key=_lifted(answer, key),
        length=min(1.0, content / _FULL_WORDS),
        examples=_saturated(len(_EXAMPLE.findall(answer)) + 0.5 * len(_NUMBER.findall(answer)), 2),
        practice=_saturated(len(_FIRST_PERSON.findall(answer)), 4),
        reasons=_saturated(len(_REASON.findall(answer)), 3),
        steps=_saturated(len(_STEPS.findall(answer)), 3),
        clarity=_clarity(answer),
    )


def key_points(key: str, answer: str) -> list[KeyPoint]:
    """How near the answer comes to each thing the key says, in meaning and in letters."""
    wanted = [s.text for s in sentences(re.sub(r"[;,]\s+", "\n", key)) if len(s.text.split()) >= _KEY_POINT_WORDS]
    given = [*sentences(answer), *_halves(answer)]
    wanted = wanted[:_MOST_KEY_POINTS] or ([key] if key.strip() else [])
    if not wanted or not given:
        return [KeyPoint(text, 0.0, None) for text in wanted]
    cosines = similarities(encode_phrases(wanted), encode([span.text for span in given]))
    found = []
    for row, text in enumerate(wanted):
        letters = np.array([shared(terms(text), terms(span.text)) for span in given], dtype=np.float32)
        scores = np.round(np.maximum(cosines[row], 0.0) + _LETTERS_WEIGHT * letters, 4)
        best = int(scores.argmax())
        found.append(KeyPoint(text, float(scores[best]), given[best]))
    return found


def _relevance(answer: str, others: Sequence[str]) -> float:
    parts = sentences(answer)
    if not parts or not others:
        return 0.0
    cosines = similarities(encode([answer[:1000], *(part.text for part in parts)]), encode_phrases(others))
    letters = max(shared(terms(other), terms(answer)) for other in others)
    return round(min(1.0, float(cosines.max()) + 0.3 * letters), 4)


def _lifted(answer: str, source: str) -> float:
    """Share of the answer's words that stand in runs of four taken from the source."""
    mine = [word.stem for word in words(answer)]
    theirs = [word.stem for word in words(source)]
    size = min(_SHINGLE, len(theirs), len(mine))
    if size < 3:  # noqa: PLR2004 (too short to be copied)
        return 0.0
    runs = {tuple(theirs[at : at + size]) for at in range(len(theirs) - size + 1)}
    taken: set[int] = set()
    for at in range(len(mine) - size + 1):
        if tuple(mine[at : at + size]) in runs:
            taken.update(range(at, at + size))
    return len(taken) / len(mine)


def _repeated(answer: str, question: str) -> float:
    """Share of the answer's content words that are the question's: it may be turned round without saying anything."""
    mine, theirs = terms(answer).stems, frozenset(terms(question).stems)
    return sum(stem in theirs for stem in mine) / len(mine) if len(mine) >= _SHINGLE else 0.0


def _halves(text: str) -> list[Span]:
    """Parts of sentences between commas: a key point is often only one of them."""
    return cut(text, 0, len(text), _HALF_END)


def _saturated(count: float, enough: float) -> float:
    return round(min(1.0, count / enough), 4)


def _clarity(answer: str) -> float:
    """Sentences of a length one can follow, words that do not go in circles."""
    parts = sentences(answer)
    all_words = [word.stem for word in words(answer)]
    if not parts or not all_words:
        return 0.0
    mean = len(all_words) / len(parts)
    readable = 1.0 if mean <= 25 else max(0.3, 25 / mean)  # noqa: PLR2004 (words in a sentence)
    varied = min(1.0, 1.6 * len(set(all_words)) / len(all_words))
    return round(readable * varied, 4)
