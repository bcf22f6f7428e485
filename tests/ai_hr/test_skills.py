"""One skill, many spellings; and what only sounds like it."""

import pytest

from ai_hr.evidence.clauses import clauses
from ai_hr.evidence.negation import denied
from ai_hr.evidence.reading import read
from ai_hr.evidence.words import shared, terms, tools_named
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
    ("wanted", "text", "named"),
    [
        ("1С:Бухгалтерия", "вёл бухгалтерию в 1C", True),
        ("1С:Бухгалтерия", "главный бухгалтер", False),
        ("Django или FastAPI", "сервис на фастапи", True),
        ("Python для анализа данных", "собираю отчёты по данным", False),
        ("МСФО", "consolidated under IFRS", True),
        ("Excel", "сводные таблицы и ВПР", True),
        ("Ведение переговоров", "переговоры с поставщиками", None),
    ],
)
def test_a_requirement_that_names_a_product_is_shown_by_its_name(wanted: str, text: str, named: bool | None) -> None:
    assert tools_named(terms(wanted), terms(text)) is named


def test_of_a_name_inside_another_only_the_longer_is_meant() -> None:
    assert terms("1С:Бухгалтерия").skills == {"1С"}


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("С Docker не работал", ["С Docker не работал"]),
        ("Не работал с Docker, Kubernetes", ["Не работал с Docker", "Kubernetes"]),
        ("Не работал с Docker, зато хорошо знаю Linux", ["Не работал с Docker"]),
        ("Kubernetes: нет опыта", ["Kubernetes", "нет опыта"]),
        ("No experience with Kubernetes, but used Docker", ["No experience with Kubernetes"]),
        ("I have never worked with Python", ["I have never worked with Python"]),
        ("Хочу изучить Go", ["Хочу изучить Go"]),
        ("Want to learn Rust", ["Want to learn Rust"]),
        ("Отчётность сдаёт главный бухгалтер", ["Отчётность сдаёт главный бухгалтер"]),
        ("Заказами занимается заведующая", ["Заказами занимается заведующая"]),
        ("Litigation goes to outside firms", ["Litigation goes to outside firms"]),
        ("Not worked in hotels", ["Not worked in hotels"]),
        ("No degree yet", ["No degree yet"]),
        ("After Effects только осваиваю", ["After Effects только осваиваю"]),
        ("Корочки по электробезопасности нет", ["Корочки по электробезопасности нет"]),
        ("Приёмом оплаты занимаются администраторы", ["Приёмом оплаты занимаются администраторы"]),
        ("I am currently learning Blender", ["I am currently learning Blender"]),
        ("Отчётность сдаю сам", []),
        ("Работал с главным бухгалтером", []),
        ("Не только Python, но и Go", []),
        ("Работал с Docker без отпусков", []),
    ],
)
def test_denials_and_intentions(text: str, expected: list[str]) -> None:
    parts = clauses(text)
    assert [part.text for part, no in zip(parts, denied(parts, text), strict=True) if no] == expected
