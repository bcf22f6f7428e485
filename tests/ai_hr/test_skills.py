"""One skill, many spellings; and what only sounds like it."""

import pytest

from ai_hr.evidence.reading import read
from ai_hr.evidence.terms import shared, terms
from ai_hr.schemas import Resume, Vacancy


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Kubernetes", "деплой в k8s"),
        ("k8s", "Кубернетес в проде"),
        ("PostgreSQL", "работал с постгресом"),
        ("машинное обучение", "machine learning engineer"),
        ("Machine learning", "курс по машинному обучению"),
        ("Бухгалтерский учет", "ведение бухгалтерского учёта"),
        ("HACCP", "соблюдение ХАССП"),
        ("SQL", "писал запросы к PostgreSQL"),
        ("Python", "бэкенд на Django"),
        ("Grafana", "дашборды в Графане"),
        ("Rust", "пишу на Rust"),
    ],
)
def test_the_same_skill(wanted: str, text: str) -> None:
    assert shared(terms(wanted), terms(text)) == 1


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("Go", "go to market strategy"),
        ("Java", "JavaScript developer"),
        ("Django", "знаю Python"),
        ("Kubernetes", "собирал образы Docker"),
    ],
)
def test_another_skill(wanted: str, text: str) -> None:
    assert shared(terms(wanted), terms(text)) == 0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Опыт работы\nАвгуст 2018 — настоящее время\nПовар", ["Повар"]),
        ("Education\nJan 2017 - Present\nMarketing", ["Marketing"]),
        ("Май 2019\nМайский торт", ["Майский торт"]),
    ],
)
def test_headings_and_dates_show_nothing(text: str, kept: list[str]) -> None:
    reading = read(Resume(text=text), Vacancy(title="Повар"), "ru")
    assert [clause.text for clause in reading.affirmed] == kept
