"""Whether words tell of study or of work: schools teach some and employ others."""

import re
from functools import cache

from ai_hr import data
from ai_hr.evidence.levels import names_degree, names_school
from ai_hr.evidence.phrases import any_of


def tells_of_study(words: str) -> bool:
    """Study, unless work is told of: a title at a school is work, and so is a title that comes before a faculty."""
    if says_works(words):
        return False
    title = _pattern("occupations").search(words)
    study = _pattern("study").search(words)
    if study or names_degree(words):
        return title is None or (study is not None and study.start() < title.start())
    return names_school(words) and title is None


def says_works(words: str) -> bool:
    """Whether somebody says of himself that he works or worked."""
    return bool(_pattern("verbs").search(words))


def names_title(words: str) -> bool:
    return bool(_pattern("occupations").search(words))


def says_graduated(words: str) -> bool:
    return bool(_pattern("graduated").search(words))


def is_no_work(words: str) -> bool:
    """Leave, the army, a pastime, where somebody lives: unless a title comes first, the time is no job's."""
    other = _pattern("not_work").search(words)
    title = _pattern("occupations").search(words)
    return other is not None and (title is None or other.start() < title.start())


def is_of_others(words: str) -> bool:
    """Whether it is an employer's time that is spoken of, and nobody's title."""
    return bool(_pattern("of_others").search(words)) and not names_title(words)


@cache
def _pattern(of: str) -> re.Pattern[str]:
    return any_of(data.read("work")[of])
