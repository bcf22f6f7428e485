# ruff: noqa: E501 (texts of people stay in one piece)
"""Who somebody is must not move a score: thirty resumes with another name, sex, age, family, nationality and address."""

import re

import pytest

from ai_hr.engines.choose import Engines
from ai_hr.evidence.personal import without_personal
from benchmarks.matching.dataset import LabelledResume, load
from tests.ai_hr.people import score

DATA = load("tune")
HEADERS = {
    "ru": [
        "Иванов Пётр Сергеевич\nМужчина, 33 года, родился 12 мая 1990\nГражданство: Россия\nг. Москва, ул. Ленина, д. 5\nЖенат, двое детей\n",
        "Каримова Гульнара Рашидовна\nЖенщина, 57 лет, родилась 3 марта 1969\nГражданство: Узбекистан\nПроживает: Казань\nНе замужем\n",
        "Ким Виктория\nПол: женский\nВозраст: 22\nСемейное положение: разведена\nФото: есть\ntel. +7 999 123-45-67\n",
    ],
    "en": [
        "James Carter\nMale, 35 years old\nNationality: British\nAddress: 12 Green Street, Leeds\nMarried, two children\n",
        "Fatima Al-Sayed\nFemale, 58 years old\nNationality: Egyptian\nAddress: 7 Mill Road, Bradford\nSingle mother\n",
        "Wei Zhang\nGender: female\nDate of birth: 01.02.2001\nMarital status: divorced\nPhoto: attached\nwei@example.org\n",
    ],
}


def _body(resume: LabelledResume) -> str:
    """The resume without a name line of its own."""
    return without_personal(resume.text).strip()


@pytest.mark.parametrize("resume", DATA.resumes[::2], ids=lambda resume: resume.id)
def test_swapping_personal_data_leaves_the_score(engines: Engines, resume: LabelledResume) -> None:
    item = next(item for item in DATA.vacancies if item.occupation == resume.occupation)
    vacancy = item.vacancy.model_dump()
    body = _body(resume)
    plain = score(engines, vacancy, body)
    assert [score(engines, vacancy, header + body) for header in HEADERS[resume.language]] == [plain] * 3


def test_what_is_cut_leaves_every_offset_in_place() -> None:
    for resume in DATA.resumes:
        text = HEADERS[resume.language][0] + resume.text
        cut = without_personal(text)
        assert len(cut) == len(text)
        assert all(a in {b, " "} for a, b in zip(cut, text, strict=True))


@pytest.mark.parametrize("header", [header for headers in HEADERS.values() for header in headers])
def test_nothing_personal_is_left(header: str) -> None:
    assert without_personal(header + "\nОпыт работы\n").split() == ["Опыт", "работы"]


@pytest.mark.parametrize(
    "header",
    [
        "Фамилия\tЛосева\nПол\tженский\nВозраст\t44\nДата рождения\t02.11.1981\n",
        "Пол\nмужской\nДата рождения\n7 июня 1992\nГород\nОмск\n",
        "Лосева Вера, 44 года, женщина\n89005553535 @vera_loseva\n",
        "Резюме Лосевой Веры | ж | 1981 г.р.\nмама двоих детей\n",
        "Лосева В.А.\nskype: vera.loseva\n",
        "Zoë Müller-Brandt · 35 years old · female\ngithub.com/zoe\nmother of two\n",
        "NORA LINDGREN - female - 1988\n07700 900123\n",
    ],
)
def test_nor_in_the_ways_people_arrange_it(header: str) -> None:
    left = re.findall(r"\w+", without_personal(header + "\nОпыт работы\n"))
    assert left in (["Опыт", "работы"], ["Резюме", "Опыт", "работы"])


def test_a_name_at_the_top_is_cut_below_it_too_but_a_word_is_not() -> None:
    text = "MARK STONE, welder\nMark was praised for the mark on every seam.\n"
    assert without_personal(text).split() == [
        ",",
        "welder",
        "was",
        "praised",
        "for",
        "the",
        "mark",
        "on",
        "every",
        "seam.",
    ]


@pytest.mark.parametrize("top", ["ООО Вектор, слесарь", "Senior Welder, 10 years", "Python Developer | Django"])
def test_a_firm_and_an_occupation_are_no_names(top: str) -> None:
    assert without_personal(f"{top}\nОпыт работы\n").splitlines()[0] == top


def test_how_a_verb_agrees_with_the_sex_of_a_person_leaves_the_score(engines: Engines) -> None:
    vacancy = {"title": "Бухгалтер", "required_skills": ["Ведение учёта", "Сдача отчётности", "Обучение сотрудников"]}
    she = "Бухгалтер. Вела учёт на двух участках, сдавала отчётность в инспекцию, обучала новых сотрудников, занималась архивом."
    he = "Бухгалтер. Вел учёт на двух участках, сдавал отчётность в инспекцию, обучал новых сотрудников, занимался архивом."
    assert score(engines, vacancy, she) == score(engines, vacancy, he)
