# ruff: noqa: E501 (a pattern reads best in one piece)
"""The grade a resume's own titles and years speak of."""

import re
from dataclasses import dataclass

from ai_hr.evidence.clauses import Span, lines
from ai_hr.schemas import Grade

ORDER: tuple[Grade, ...] = ("junior", "middle", "senior", "lead")
_LONGEST_TITLE = 80
_TITLES: tuple[tuple[Grade, re.Pattern[str]], ...] = (
    ("lead", re.compile(r"\b(?:lead|head\s+of|chief|principal|director|руководитель|начальник|директор|тимлид|шеф-повар|главн(?:ый|ая)\s+(?:бухгалтер|инженер|врач|юрист|медсестра)|заведующ\w+)\b", re.IGNORECASE)),
    ("senior", re.compile(r"\b(?:senior|sr\.?|старш(?:ий|ая)|ведущ(?:ий|ая)|су-шеф|sous[\s-]chef|сеньор)\b", re.IGNORECASE)),
    ("middle", re.compile(r"\b(?:middle|mid[\s-]level|мидл)\b", re.IGNORECASE)),
    ("junior", re.compile(r"\b(?:junior|jr\.?|intern|trainee|стаж[её]р\w*|младш(?:ий|ая)|джуниор|практикант\w*|помощник\s+повара)\b", re.IGNORECASE)),
)  # fmt: skip
_LEAST_MONTHS: dict[Grade, int] = {"junior": 0, "middle": 18, "senior": 48, "lead": 60}


@dataclass(frozen=True, slots=True)
class Seniority:
    level: Grade | None
    lines: tuple[Span, ...]


def seniority(text: str, *, months: int) -> Seniority:
    """By the highest title held; where titles are silent, by the years worked."""
    for grade, pattern in _TITLES:
        shown = tuple(line for line in lines(text) if len(line.text) <= _LONGEST_TITLE and pattern.search(line.text))
        if shown:
            return Seniority(grade, shown)
    if not months:
        return Seniority(None, ())
    return Seniority(max((g for g in ORDER if months >= _LEAST_MONTHS[g] and g != "lead"), key=ORDER.index), ())


def reaches(level: Grade, asked: Grade) -> bool:
    return ORDER.index(level) >= ORDER.index(asked)
