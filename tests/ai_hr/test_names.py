"""A product is shown by its name, however it is written, and by nothing else."""

import pytest

from ai_hr.engines.choose import Engines
from ai_hr.evidence.asked import asked
from ai_hr.evidence.terms import terms
from tests.ai_hr.people import matched

RU = "{line}\nВеду отчётность, помогаю клиентам, готовлю документы."
EN = "{line}\nI keep the reports, help the clients and prepare documents."


def verdict(engines: Engines, skill: str, line: str, *, title: str = "Специалист") -> tuple[str, list[str]]:
    text = (RU if title == "Специалист" else EN).format(line=line)
    found = matched(engines, {"title": title, "required_skills": [skill]}, text).requirements[0]
    return found.verdict, [quotation.text for quotation in found.quotations]


@pytest.mark.parametrize(
    ("skill", "line"),
    [
        ("PostgreSQL", "PostgreSQL14, индексы"),
        ("Python", "Python-скрипты для отчётов"),
        ("1С", "программа 1с"),
        ("1С", "веду учёт в одинэске"),
        ("1С", "знаю 1С:ЗУП"),
        ("1С:Бухгалтерия", "вёл бухгалтерию в 1C"),
        ("C++", "пишу на С++"),
        ("Excel", "таблицы в Ехсel"),
        ("Excel", "таблицы в Excel’е"),
        ("Kubernetes", "Kubernets в проде"),
        ("Confluence", "страницы в Con\ufb02uence"),
        ("Docker", "контейнеры Dock-\ner"),
        ("Ревит", "чертил в ревите"),
        ("Redmine", "задачи в редмайне"),
        ("МояСистема", "учёт в Моя Система"),
        ("ПДД", "знание правил дорожного движения"),
        ("Опыт работы с MikroTik", "настраивал микротик"),
        ("Grafana или Kibana", "доски в графане"),
        ("Excel", "сводные таблицы каждый день"),
        ("Git", "код на GitHub"),
        ("Python, Docker, Ansible", "Docker, Ansible"),
    ],
)
def test_a_name_is_found_however_it_is_written(engines: Engines, skill: str, line: str) -> None:
    assert verdict(engines, skill, line)[0] == "met"


@pytest.mark.parametrize(
    ("skill", "line"),
    [
        ("1С:Бухгалтерия", "главный бухгалтер"),
        ("1С:ЗУП", "1С:Бухгалтерия 8"),
        ("GitLab", "код на GitHub"),
        ("React Native", "интерфейсы на React"),
        ("Excel", "Excellent memory"),
        ("Spring", "Spring 2019, премия"),
        ("Go", "Go above and beyond"),
        ("Trello", "доска задач в команде"),
        ("R", "ООО «Ромашка»"),
        ("C", "витамин C, категория C"),
        ("Немецкий язык", "французский язык свободно"),
        ("Python и Docker", "Docker каждый день"),
        ("Notion", "веду заметки о клиентах"),
    ],
)
def test_nothing_else_shows_it(engines: Engines, skill: str, line: str) -> None:
    assert verdict(engines, skill, line) == ("not_found", [])


@pytest.mark.parametrize(
    ("skill", "line", "found"),
    [
        ("Zendesk", "I answer tickets in Zendesk", "met"),
        ("Zendesk", "I answer tickets by mail", "not_found"),
        ("QuickBooks", "books in quickbooks online", "met"),
        ("QuickBooks", "bookkeeping for small firms", "not_found"),
    ],
)
def test_in_an_english_vacancy_too(engines: Engines, skill: str, line: str, found: str) -> None:
    assert verdict(engines, skill, line, title="Assistant")[0] == found


@pytest.mark.parametrize(
    "skill", ["Ведение переговоров", "Digital-маркетинг", "Станки с ЧПУ", "Customer success", "KPI"]
)
def test_what_may_be_said_in_other_words_is_no_name(skill: str) -> None:
    assert not asked(skill, russian=True).names


def test_of_a_name_inside_another_only_the_longer_is_meant() -> None:
    assert terms("1С:Бухгалтерия").skills == {"1С:Бухгалтерия"}


def test_a_named_skill_counts_whole_whatever_else_the_resume_tells(engines: Engines) -> None:
    own = "Пишу сервисы на Python и Django."
    hobbies = "\n".join(f"Участвовал в походе номер {number}, получил грамоту." for number in range(30))
    vacancy = {"title": "Разработчик", "required_skills": ["Python", "Django"]}
    alone, beside = (matched(engines, vacancy, text) for text in (own, f"{own}\n{hobbies}"))
    assert alone.total_score_percent == beside.total_score_percent == 100


def test_one_skill_in_two_spellings_is_asked_once(engines: Engines) -> None:
    vacancy = {"title": "Разработчик", "required_skills": ["Python", "python"], "optional_skills": ["PYTHON"]}
    found = matched(engines, vacancy, RU.format(line="Python"))
    assert [one.skill for one in found.requirements] == ["Python"]


def test_a_resume_in_capitals_is_read_like_any_other(engines: Engines) -> None:
    vacancy = {"title": "Повар", "required_skills": ["Приготовление горячих блюд", "Выпечка пирогов", "Сварка"]}
    text = "Повар столовой\nГотовлю горячие блюда на сто человек\nПеку пироги и булочки"
    plain, capitals = (matched(engines, vacancy, one) for one in (text, text.upper()))
    assert [one.verdict for one in plain.requirements] == [one.verdict for one in capitals.requirements]
