"""The service computes on many threads at once: each gets what it would have got alone."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest

from ai_hr.engines.choose import Engines
from ai_hr.evidence import embeddings, letters, names, negation, terms, words
from ai_hr.interview import contradictions
from tests.ai_hr import people
from tests.ai_hr.people import matched

T = TypeVar("T")

THREADS = 12
CACHES = [
    *(words.stem, words.stop_stems, letters.folded, letters.skeleton, letters.sounded, terms._known_terms),
    *(names._spellings, names._single, names._often_misspelt, names._skill_data, names.products, names.general_skills),
    *(names.languages, names.implied_by, names.known_products, names._ordinary, names.loanwords),
    *(negation._lists, negation._harmless, negation._know, negation._knows, negation._nothing, negation._of_others),
    *(embeddings.encode_phrase, contradictions._antonyms),
]


@pytest.fixture
def hurried() -> Iterator[None]:
    """Threads take turns as often as they can, so that whatever they share is met half done."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def cold() -> None:
    for cache in CACHES:
        cache.cache_clear()


def together(work: Callable[[], T]) -> list[T]:
    start = Barrier(THREADS)

    def one(_: int) -> T:
        start.wait()
        return work()

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(one, range(THREADS)))


@pytest.mark.usefixtures("hurried")
def test_words_have_the_same_stems_on_many_threads() -> None:
    text = "\n".join([people.DEVELOPER_RU, people.DEVELOPER_EN, people.COOK_RESUME_RU, people.COOK_RESUME_EN])
    cold()
    alone = words.words(text)
    for _ in range(10):
        cold()
        assert together(lambda: words.words(text)) == [alone] * THREADS
        assert words.words(text) == alone


@pytest.mark.usefixtures("hurried")
def test_resumes_score_the_same_on_many_threads(engines: Engines) -> None:
    def records() -> list[str]:
        return [
            matched(engines, vacancy, resume).model_copy(update={"duration_ms": 0}).model_dump_json()
            for vacancy in (people.PYTHON_RU, people.COOK_EN)
            for resume in (people.DEVELOPER_RU, people.COOK_RESUME_EN)
        ]

    cold()
    alone = records()
    cold()
    assert together(records) == [alone] * THREADS
