"""Texts made to make patterns run for ever: an answer comes all the same, in bounded time."""

import time

import pytest

from ai_hr.engines.choose import Engines
from tests.ai_hr import people
from tests.ai_hr.people import matched

PATTERNS = ["не ", "a.", "2019 - ", "2010 – 2015\n", "январь ", "no experience ", "(", "+", "Иванов ", "8 ", "\n", "а"]
PATTERNS += ["mar", "graduated from "]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_long_repetition_is_answered_in_time(engines: Engines, pattern: str) -> None:
    started = time.monotonic()
    matched(engines, people.PYTHON_RU, pattern * (59_000 // len(pattern)) + people.COOK_RESUME_RU)
    assert time.monotonic() - started < 12
