"""Text that is written for the machine and not for the reader: it is flagged, and it does not count.

Instructions to a model, the vacancy's own sentences, and a heap of the vacancy's skills that nothing else in the resume
bears out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import Span, cut, lines, sentences
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.instructions import spoken_to_a_model
from ai_hr.evidence.sought import sought
from ai_hr.evidence.terms import shared, terms
from ai_hr.evidence.words import words
from ai_hr.schemas import Flag, Vacancy

_SHINGLE = 9
_MANY_SENTENCES, _MUCH_OF_IT, _MANY_WORDS = 2, 1 / 3, 30
_LEAST_SKILLS = 4
_LEAST_COVERAGE = 0.7
_LEAST_DENSITY = 0.8
_MOST_BORNE_OUT = 0.25
OF_THE_OCCUPATION = 0.24
"""How near the rest of a resume must come to the vacancy, as a cosine, for a list of all its skills to be ordinary."""
_TOLD_CHARS, _ABOUT_PHRASES = 4000, 20
_NAMED = 0.99
_REPEATS = 12
_QUOTED_CHARS = 160
_PART_END = re.compile(r"[,;:|•·/()—–]|\s-\s|[.!?]+(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Manipulation(Span):
    """`told`: worth a flag. What is not told does not count all the same."""

    code: str
    told: bool = True


def instructions(text: str) -> list[Manipulation]:
    """Sentences that speak to whoever evaluates."""
    return [Manipulation(span.text, span.start, span.end, "instructions_to_model") for span in spoken_to_a_model(text)]


def copied_from(text: str, vacancy: Vacancy) -> list[Manipulation]:
    """Runs of nine words and more that are the vacancy's own; one standard phrase of a trade accuses nobody."""
    own = _stems(f"{vacancy.title}\n{vacancy.description}")
    shingles = {tuple(own[at : at + _SHINGLE]) for at in range(len(own) - _SHINGLE + 1)}
    mine = words(text)
    found: list[Span] = []
    for at in range(len(mine) - _SHINGLE + 1 if shingles else 0):
        run = mine[at : at + _SHINGLE]
        if tuple(word.stem for word in run) not in shingles:
            continue
        start = found.pop().start if found and run[0].start <= found[-1].end else run[0].start
        found.append(Span(text[start : run[-1].end], start, run[-1].end))
    told = _is_much([_stems(run.text) for run in found], vacancy)
    return [Manipulation(run.text, run.start, run.end, "copied_vacancy", told=told) for run in found]


def _is_much(runs: Sequence[Sequence[str]], vacancy: Vacancy) -> bool:
    """Two whole sentences of the description; or a third of it, if that is a whole sentence or a paragraph's words."""
    copied = [f" {' '.join(run)} " for run in runs]
    own = [_stems(sentence.text) for sentence in sentences(vacancy.description)]
    whole = sum(any(f" {' '.join(one)} " in run for run in copied) for one in own if len(one) >= _SHINGLE)
    size = sum(map(len, runs))
    large = size >= _MUCH_OF_IT * sum(map(len, own))
    return whole >= _MANY_SENTENCES or (large and (whole > 0 or size >= _MANY_WORDS))


def _stems(text: str) -> list[str]:
    return [word.stem for word in words(text)]


def stuffed(text: str, vacancy: Vacancy) -> list[Manipulation]:
    """Most of the vacancy's skills as bare names, wherever they stand, in a resume of other work that bears out few."""
    wanted = [
        skill for skill in dict.fromkeys([*vacancy.required_skills, *vacancy.optional_skills]) if terms(skill).stems
    ]
    bare = _bare_names(text, wanted)
    return bare if _is_heap(bare, wanted) and not _bears_out(without(text, bare), wanted, vacancy) else []


def _bears_out(rest: str, wanted: Sequence[str], vacancy: Vacancy) -> bool:
    if len(_named(rest, wanted)) > _MOST_BORNE_OUT * len(wanted):
        return True
    told = " ".join(rest.split())[:_TOLD_CHARS]
    about = ". ".join(sought(vacancy).phrases[:_ABOUT_PHRASES])
    return float(similarities(encode_phrases([about]), encode([told]))[0, 0]) >= OF_THE_OCCUPATION


def flags_for(found: Sequence[Manipulation]) -> list[Flag]:
    """One flag for each kind, quoting its first occurrence."""
    first: dict[str, Manipulation] = {}
    for item in found:
        if item.told:
            first.setdefault(item.code, item)
    return [Flag(code=item.code, detail=" ".join(item.text.split())[:_QUOTED_CHARS]) for item in first.values()]


def _is_heap(bare: Sequence[Span], wanted: Sequence[str]) -> bool:
    if any(_is_repetition(piece.text) for piece in bare):
        return True
    named = {skill for piece in bare for skill in _named(piece.text, wanted)}
    return len(named) >= max(_LEAST_SKILLS, _LEAST_COVERAGE * len(wanted))


def _is_repetition(text: str) -> bool:
    content = terms(text).stems
    return len(content) >= _REPEATS and len(set(content)) * 3 <= len(content)


def _bare_names(text: str, wanted: Sequence[str]) -> list[Manipulation]:
    """Runs of lines, and parts of other lines, of which each is mostly names of wanted skills."""
    stems = frozenset(stem for skill in wanted for stem in terms(skill).stems)
    names = frozenset(name for skill in wanted for name in terms(skill).skills)
    found: list[Manipulation] = []
    end_of_last = -1
    for number, line in enumerate(lines(text)):
        if not _is_dense(line.text, stems, names):
            parts = cut(text, line.start, line.end, _PART_END)
            dense = [part for part in parts if _is_dense(part.text, stems, names)]
            found += [Manipulation(part.text, part.start, part.end, "stuffed_keywords") for part in dense]
            continue
        start = found.pop().start if found and end_of_last == number - 1 else line.start
        found.append(Manipulation(text[start : line.end], start, line.end, "stuffed_keywords"))
        end_of_last = number
    return found


def _is_dense(text: str, stems: frozenset[str], names: frozenset[str]) -> bool:
    """Mostly names; marks that somebody gives himself («5/5») are no words."""
    given = terms(text)
    said = [(stem, own) for stem, own in zip(given.stems, given.names, strict=True) if own or not stem.isdigit()]
    hits = sum(1 for stem, own in said if stem in stems or (own & names))
    return bool(said) and hits >= _LEAST_DENSITY * len(said)


def _named(text: str, wanted: Sequence[str]) -> list[str]:
    given = terms(text)
    return [skill for skill in wanted if shared(terms(skill), given) >= _NAMED]
