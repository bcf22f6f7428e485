"""What somebody's education is worth: the highest level that was completed, and what a vacancy asks for."""

import pytest

from ai_hr.evidence.dates import month_number
from ai_hr.evidence.education import educated, education_asked
from ai_hr.evidence.sections import sections

NOW = month_number(2026, 11)
WORK = {
    "ru": "Опыт работы\n2019 – 2021 ООО «Мосты», сметчик\n\nОбразование\n",
    "en": "Work experience\n2019 – 2021 Bridges Ltd, estimator\n\nEducation\n",
}


def level(text: str) -> str:
    return educated(text, sections(text), as_of=NOW).level


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # As job sites write it, the level over the school.
        ("Неоконченное высшее\n2011\nТверской государственный университет\nИсторический факультет", "secondary"),
        ("Среднее специальное\n2011\nИнститут текстиля\nШвейное дело", "vocational"),
        ("Среднее\n2011\nТверь", "secondary"),
        ("Высшее\n2029\nТверской государственный университет", "secondary"),
        # A label is for what stands below it, a school's name for itself.
        ("Лицей № 3, 2006\nТверской государственный университет, 2011", "bachelor"),
        # Study that goes on or broke off.
        ("Высшее (не закончено), ТвГУ", "secondary"),
        ("ТвГУ, отчислена с 2 курса", "secondary"),
        ("2024 – 2028 ТвГУ, бакалавриат, история", "secondary"),
        ("Магистрант ТвГУ, история", "bachelor"),
        ("Планирую поступать в магистратуру. Техникум связи, 2011", "vocational"),
        ("Высшее: нет", "none"),
        ("Без высшего образования, колледж связи, 2011", "vocational"),
        # Honours of a student.
        ("Магистр истории, ТвГУ, 2011, лучший студент курса", "master"),
        # Kinds of degrees.
        ("Специалист, ТвГУ, 2011", "master"),
        ("Канд. истор. наук, 2011", "phd"),
        ("Д.ю.н., 2011", "phd"),
        ("Ординатура, терапия, 2011", "master"),
        ("МИСиС, металлургия, 2011", "bachelor"),
        ("УрГУПС или СамГУ, 2011", "bachelor"),
        ("СПО, сварщик", "vocational"),
        # Names of schools grown together, and by their letters.
        ("Лесной гостехникум, 2011", "vocational"),
        ("Тверской медуниверситет, 2011", "bachelor"),
        ("СибГХУ, реставрация, 2011", "bachelor"),
        ("Смогу выйти завтра. Школа № 3", "secondary"),
    ],
)
def test_levels_in_russian(lines: str, expected: str) -> None:
    assert level(WORK["ru"] + lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("PhD candidate, Hull", "bachelor"),
        # "No." is a number, a "bed" no degree.
        ("Trade school No. 7, 2011", "vocational"),
        ("Won a prize for a hotel of 40 beds and a raised bed", "none"),
        ("B.Ed. Hull 2011", "bachelor"),
        ("PhD student, Hull. M.Sc. Hull 2020", "master"),
        ("2025 – 2027 MSc Bridges, Hull\n2021 – 2024 BEng Bridges, Hull", "bachelor"),
        ("Sep 2024 – Present\nHull University\nBachelor of Engineering", "secondary"),
        ("BSc Bridges, expected May 2027", "secondary"),
        ("BSc Bridges, Hull, 2011, student council award", "bachelor"),
        ("BA History, Hull, 2011", "bachelor"),
        ("MS in Bridges, Hull, 2011", "master"),
        ("Diploma of carpentry, Boston, MA, 2011", "none"),
        ("B. Eng. Bridges, Hull, 2011", "bachelor"),
        ("MPhil, Hull", "master"),
        ("D.Phil., Hull", "phd"),
        ("Associate degree in Bridges, Hull College", "vocational"),
        ("Trinity College Dublin, MEng", "master"),
        ("A levels: Maths, Art", "secondary"),
        ("Some college, no degree", "none"),
    ],
)
def test_levels_in_english(lines: str, expected: str) -> None:
    assert level(WORK["en"] + lines) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Курсы\nНетология и Высшая школа рекламы, онлайн\nИнститут продаж, 40 часов",
        "Certificates\nUniversity of Hull, Bridges for Everybody (edX)",
        "Work experience\n2019 – 2021 Recruiter\nHired PhD students and people with a master's degree.",
        "Опыт работы\n2019 – 2021 Методист программ магистратуры, институт истории\nДокладывал в высшее руководство.",
        "Scrum master of two teams, master of ceremonies at their parties.",
        "Преподаватель, колледж связи, 2015 – 2020",
    ],
)
def test_work_and_courses_give_no_degree(text: str) -> None:
    assert level(text) == "none"


def test_without_a_part_of_its_own_education_is_found_where_it_is_said() -> None:
    assert level("Anna Brown, PhD\nHistorian\nExperience\n2019 – 2021 Hull museum") == "phd"
    assert level("В 2011 году окончила ТвГУ, учитель истории.") == "bachelor"
    assert level("Опыт работы\n2019 – 2021 музей\nВысшее образование, историк") == "bachelor"


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Требуется наличие высшего медицинского образования", "bachelor"),
        ("Специалист с высшим техническим образованием", "bachelor"),
        ("Образование среднее специальное или высшее", "vocational"),
        ("Master's or PhD degree in Physics", "master"),
        ("BEng/MEng degree", "bachelor"),
        ("Degree in Law", "bachelor"),
        ("High school diploma", "secondary"),
        ("Неполное высшее образование", "secondary"),
        ("Высшее образование необязательно, но не важно и то, какое. Опыт важнее.", "none"),
        ("A degree is not required", "none"),
        ("Мы оплачиваем высшее образование сотрудников", "none"),
        ("Занятия в центре дополнительного образования при колледже", "none"),
    ],
)
def test_a_vacancy_asks_for_the_least_level_it_names(description: str, expected: str) -> None:
    assert education_asked(description) == expected
