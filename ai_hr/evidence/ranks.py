# ruff: noqa: E501 (a pattern reads best in one piece)
"""Levels that are counted, not compared in meaning: of a language, of a driving licence, of an electrician, of a trade.

«Категория B» is near to «категория D» in every way but the one that matters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from ai_hr.evidence.clauses import Clause
from ai_hr.evidence.letters import plain
from ai_hr.evidence.names import languages
from ai_hr.evidence.skills import Finding
from ai_hr.evidence.terms import terms

SURE = 0.9
UNSTATED = 0.6
"""A language that is named without its level may be known well enough."""

# Common European Framework of Reference for Languages (Council of Europe, 2001): A1 is 1, C2 is 6; a native speaker's is 7.
_LANGUAGE_LEVELS: tuple[tuple[int, str], ...] = (
    (7, r"родной|носител\w+|native|mother\s+tongue|bilingual"),
    (6, r"c2|в\s+совершенстве|mastery"),
    (5, r"c1|advanced|продвинут\w+|свободн\w+|fluent\w*|proficient"),
    (4, r"b2|upper[\s-]*intermediate|выше\s+среднего"),
    (2, r"a2|pre[\s-]*intermediate|базов\w+|basic\w*|elementary|со\s+словарём|со\s+словарем"),
    (3, r"b1|intermediate|разговорн\w+|conversational|средн\w+"),
    (1, r"a1|начальн\w+|beginner"),
)
_LANGUAGE = tuple((rank, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for rank, words in _LANGUAGE_LEVELS)
_CYRILLIC_CATEGORIES = str.maketrans("АВСДЕМ", "ABCDEM")
_CATEGORY = r"[ABCDEMАВСДЕМ](?:[1E]|Е)?"
_CATEGORIES = re.compile(
    r"(?i:категори\w*|кат\.?|categor\w+|cat\.?|(?:водительск\w+\s+)?(?:права|удостоверени\w*)|licen[cs]e)\W{1,4}(?i:категори\w*|кат\.?|categor\w+|cat\.?)?\W{0,4}"
    rf"(?P<letters>{_CATEGORY}(?:(?:\W{{1,3}}|\s+и\s+|\s+and\s+)?{_CATEGORY})*)(?!\w)"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}
_NUMBER = r"(?P<{}>IV|V|I{{1,3}}|[1-6])"
_SAFETY_GROUP = re.compile(
    rf"\b{_NUMBER.format('before')}(?:-?\w{{1,3}})?\s+(?i:групп\w+|гр\.)|\b(?i:групп\w+|гр\.)\D{{0,40}}?\b{_NUMBER.format('after')}\b"
)
_TRADE_RANK = re.compile(
    rf"\b{_NUMBER.format('before')}(?:-?\w{{1,3}})?\s+(?i:разряд\w*)|\b(?i:разряд\w*)\s*[:—–-]?\s*{_NUMBER.format('after')}\b"
)


@dataclass(frozen=True, slots=True)
class Stated:
    rank: int
    clause: Clause


def met_by_rank(skill: str, clauses: Sequence[Clause]) -> Finding | None:
    """None where the requirement asks for no such level, or the resume says nothing of one."""
    for rule in (_language, _licence, _safety_group, _trade_rank):
        finding = rule(skill, clauses)
        if finding:
            return finding
    return None


def _language(skill: str, clauses: Sequence[Clause]) -> Finding | None:
    """The level stands in the clause that names the language, or in the one after it."""
    wanted, asked = terms(skill).skills & languages(), _language_level(skill)
    if not wanted or asked is None:
        return None
    naming = [place for place, clause in enumerate(clauses) if terms(clause.text).skills & wanted]
    stated = [Stated(rank, clauses[place]) for place in naming if (rank := _level_at(clauses, place)) is not None]
    if stated:
        return _compared(asked, stated)
    if naming:
        return Finding(met=True, confidence=UNSTATED, spans=(clauses[naming[0]],))
    return None


def _level_at(clauses: Sequence[Clause], place: int) -> int | None:
    own = _language_level(clauses[place].text)
    follows = place + 1 < len(clauses) and clauses[place + 1].sentence == clauses[place].sentence
    if own is not None or not follows or terms(clauses[place + 1].text).skills & languages():
        return own
    return _language_level(clauses[place + 1].text)


def _language_level(text: str) -> int | None:
    return next((rank for rank, pattern in _LANGUAGE if pattern.search(plain(text))), None)


def _licence(skill: str, clauses: Sequence[Clause]) -> Finding | None:
    asked = _categories(skill)
    if not asked:
        return None
    stated = [(clause, have) for clause, said in _sentences(clauses) if (have := _categories(said))]
    if not stated:
        return None
    held = frozenset().union(*(have for _, have in stated))
    met = asked <= held | (frozenset({"CE"}) if {"C", "E"} <= held else frozenset())
    return Finding(met, SURE, tuple(clause for clause, have in stated if have & asked) if met else ())


def _categories(text: str) -> frozenset[str]:
    """Letters of licence categories; who may drive CE may drive C."""
    found = [match["letters"] for match in _CATEGORIES.finditer(plain(text))]
    letters = {one.translate(_CYRILLIC_CATEGORIES) for run in found for one in re.findall(_CATEGORY, run)}
    return frozenset(letters | {one[0] for one in letters if one.endswith("E") and len(one) > 1})


def _safety_group(skill: str, clauses: Sequence[Clause]) -> Finding | None:
    return _numbered(skill, clauses, _SAFETY_GROUP) if "электробезопас" in skill.casefold() else None


def _trade_rank(skill: str, clauses: Sequence[Clause]) -> Finding | None:
    """Only what is too low is decided here: which trade the rank is of remains a matter of meaning."""
    finding = _numbered(skill, clauses, _TRADE_RANK)
    return finding if finding and not finding.met else None


def _numbered(skill: str, clauses: Sequence[Clause], pattern: re.Pattern[str]) -> Finding | None:
    asked = _number(pattern.search(skill))
    if asked is None:
        return None
    found = [(_number(pattern.search(said)), clause) for clause, said in _sentences(clauses)]
    stated = [Stated(rank, clause) for rank, clause in found if rank is not None]
    return _compared(asked, stated) if stated else None


def _sentences(clauses: Sequence[Clause]) -> list[tuple[Clause, str]]:
    """The first clause of each sentence, and the whole of it: «Права категории: B, C»."""
    together = [list(group) for _, group in groupby(clauses, key=lambda clause: clause.sentence)]
    return [(parts[0], ", ".join(part.text for part in parts)) for parts in together]


def _number(match: re.Match[str] | None) -> int | None:
    if not match:
        return None
    written = match["before"] or match["after"]
    return _ROMAN.get(written) or int(written)


def _compared(asked: int, stated: Sequence[Stated]) -> Finding:
    enough = tuple(one.clause for one in stated if one.rank >= asked)
    return Finding(bool(enough), SURE, enough)
