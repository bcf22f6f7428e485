"""How texts are made comparable."""

import pytest

from vacancies.search import phrase_key, query_words, searchable


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Python", "  PYTHON "),
        ("Машинное обучение", "машинного   обучения"),
        ("Node.js", "node js"),
        ("Ёлка", "елка"),
        ("ﬁnance", "finance"),
        ("Unit testing", "unit tests"),
    ],
)
def test_the_same_skill_has_one_key(one: str, other: str) -> None:
    assert phrase_key(one) == phrase_key(other)


def test_languages_named_by_a_letter_stay_apart() -> None:
    assert len({phrase_key(name) for name in ("C", "C++", "C#", "F#", "R")}) == 5


def test_a_phrase_without_words_is_its_own_key() -> None:
    assert (phrase_key(" 🐍 "), phrase_key("++")) == ("🐍", "++")


def test_a_query_asks_for_each_word_once_and_not_for_prepositions() -> None:
    assert query_words("Разработчик на Python и разработчики для PYTHON!") == query_words("разработчик python")
    assert query_words(" — и на ?! ") == []


def test_an_endless_word_is_cut() -> None:
    assert query_words("z" * 10_000) == ["z" * 64]


def test_a_vacancy_is_found_by_title_description_and_skills() -> None:
    keys = searchable(
        title="Повар",
        description="Ресторан",
        work_field="Общественное питание",
        required_skills=["Супы", "суп"],
        optional_skills=["ХАССП"],
    )

    assert keys == {
        "field_key": phrase_key("общественное питание"),
        "skill_keys": ["суп", "хассп"],
        "search_words": query_words("повар ресторан супы хассп"),
    }
