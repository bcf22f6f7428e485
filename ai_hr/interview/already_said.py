"""Questions of fact that the resume has answered already: nobody should be asked them again.

To ask once too often costs a minute, to leave out a question of the trade costs the interview: so all that a question
names must stand in the resume, in one place, before it is taken for answered.
"""

import re

from ai_hr.evidence.clauses import lines
from ai_hr.evidence.dates import month_number, periods
from ai_hr.evidence.education import educated
from ai_hr.evidence.negation import denies
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.terms import Terms, shared, terms
from ai_hr.evidence.words import words
from ai_hr.interview.facts import fact_asked, is_about_a_thing, papers, without_paper, word_stems
from ai_hr.interview.likeness import leaving_out

_ANY_TIME = month_number(2100, 1)
_LETTER = r"[ABCDEАВСЕ]\b"
_CATEGORIES = re.compile(
    rf"\b(?i:категори\w+|кат\.?|category|class)\W+({_LETTER}(?:\W{{1,3}}(?:и\s|and\s)?{_LETTER})*)"
)
_LETTERS = str.maketrans("АВСЕ", "ABCE")


def is_answered(question: str, reading: Reading) -> bool:
    """Only for questions that ask for a fact; one that asks how or why is never answered by a resume."""
    fact = fact_asked(question)
    about = leaving_out(terms(question), word_stems("asking_ru", "asking_en"))
    if fact == "years":
        return _is_dated(reading) and not is_about_a_thing(question) and _is_said(about, reading)
    if fact == "worked":
        return _is_said(about, reading) if about.stems else _is_dated(reading)
    if fact == "education":
        return educated(reading.text, reading.sections).level != "none" and _is_said(about, reading)
    if fact == "language":
        return _states_level(about, reading)
    if fact == "paper":
        return _has_paper(question, reading)
    return fact == "possession" and bool(about.stems) and _is_said(about, reading)


def _is_dated(reading: Reading) -> bool:
    return bool(periods(reading.text, as_of=_ANY_TIME))


def _is_said(about: Terms, reading: Reading) -> bool:
    """Each skill that is named anywhere, all the other words in one clause."""
    said = [terms(clause.text) for clause in reading.affirmed]
    skills = frozenset(stem for stem, names in zip(about.stems, about.names, strict=True) if names)
    rest = leaving_out(about, skills)
    named = about.skills <= frozenset().union(*(have.skills for have in said))
    return named and (not rest.stems or any(shared(rest, have) == 1 for have in said))


def _states_level(about: Terms, reading: Reading) -> bool:
    """The language and how well it is known stand in one line."""
    languages = frozenset(about.stems) & word_stems("languages")
    rest = leaving_out(about, languages)
    rows = [frozenset(word.stem for word in words(line.text)) for line in lines(reading.text)]
    stated = any(languages <= row and row & word_stems("levels") for row in rows)
    return bool(languages) and stated and _is_said(rest, reading)


def _has_paper(question: str, reading: Reading) -> bool:
    """Of a licence also the categories that are asked for."""
    asked, categories = papers(question), _categories(question)
    rest = leaving_out(terms(without_paper(_CATEGORIES.sub(" ", question))), word_stems("asking_ru", "asking_en"))
    held = [line.text for line in lines(reading.text) if asked <= papers(line.text) and not denies(line.text)]
    return any(categories <= _categories(text) for text in held) and _is_said(rest, reading)


def _categories(text: str) -> set[str]:
    found = " ".join(match[1] for match in _CATEGORIES.finditer(text))
    return set(re.findall(r"\b[A-E]\b", found.translate(_LETTERS)))
