"""Text that is written for the machine and not for the reader: it is flagged, and it does not count.

Instructions to a model, the vacancy's own sentences, and a heap of all the vacancy's skills that nothing else in the resume bears out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import Span, lines
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.instructions import spoken_to_a_model
from ai_hr.evidence.sought import sought
from ai_hr.evidence.words import shared, terms, words
from ai_hr.schemas import Flag, Vacancy

_SHINGLE = 9
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


@dataclass(frozen=True, slots=True)
class Manipulation(Span):
    code: str


def instructions(text: str) -> list[Manipulation]:
    """Sentences that speak to whoever evaluates."""
    return [Manipulation(span.text, span.start, span.end, "instructions_to_model") for span in spoken_to_a_model(text)]


def copied_from(text: str, vacancy: Vacancy) -> list[Manipulation]:
    """Runs of nine words and more that are the vacancy's own."""
    own = [word.stem for word in words(f"{vacancy.title}\n{vacancy.description}")]
    shingles = {tuple(own[at : at + _SHINGLE]) for at in range(len(own) - _SHINGLE + 1)}
    mine = words(text)
    found: list[Manipulation] = []
    for at in range(len(mine) - _SHINGLE + 1 if shingles else 0):
        run = mine[at : at + _SHINGLE]
        if tuple(word.stem for word in run) not in shingles:
            continue
        start = found.pop().start if found and run[0].start <= found[-1].end else run[0].start
        found.append(Manipulation(text[start : run[-1].end], start, run[-1].end, "copied_vacancy"))
    return found


def stuffed(text: str, vacancy: Vacancy) -> list[Manipulation]:
    """Heaps of most of the vacancy's skills, while the rest of the resume bears out hardly any and is of other work."""
    wanted = [
        skill for skill in dict.fromkeys([*vacancy.required_skills, *vacancy.optional_skills]) if terms(skill).stems
    ]
    heaps = [run for run in _dense_runs(text, wanted) if _is_heap(run, wanted)]
    return heaps if heaps and not _bears_out(without(text, heaps), wanted, vacancy) else []


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
        first.setdefault(item.code, item)
    return [Flag(code=item.code, detail=" ".join(item.text.split())[:_QUOTED_CHARS]) for item in first.values()]


def _is_heap(run: Span, wanted: Sequence[str]) -> bool:
    content = terms(run.text).stems
    repeated = len(content) >= _REPEATS and len(set(content)) * 3 <= len(content)
    return repeated or len(_named(run.text, wanted)) >= max(_LEAST_SKILLS, _LEAST_COVERAGE * len(wanted))


def _dense_runs(text: str, wanted: Sequence[str]) -> list[Manipulation]:
    """Neighbouring lines of which each is mostly names of wanted skills."""
    stems = frozenset(stem for skill in wanted for stem in terms(skill).stems)
    names = frozenset(name for skill in wanted for name in terms(skill).skills)
    runs: list[Manipulation] = []
    end_of_last = -1
    for number, line in enumerate(lines(text)):
        if not _is_dense(line.text, stems, names):
            continue
        start = runs.pop().start if runs and end_of_last == number - 1 else line.start
        runs.append(Manipulation(text[start : line.end], start, line.end, "stuffed_keywords"))
        end_of_last = number
    return runs


def _is_dense(line: str, stems: frozenset[str], names: frozenset[str]) -> bool:
    given = terms(line)
    hits = sum(1 for stem, own in zip(given.stems, given.names, strict=True) if stem in stems or (own & names))
    return bool(given.stems) and hits >= _LEAST_DENSITY * len(given.stems)


def _named(text: str, wanted: Sequence[str]) -> list[str]:
    given = terms(text)
    return [skill for skill in wanted if shared(terms(skill), given) >= _NAMED]
