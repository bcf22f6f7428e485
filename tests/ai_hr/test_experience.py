# ruff: noqa: E501 (texts of people stay in one piece)
"""How long somebody has worked: what counts as work, and what is only a number beside it."""

import pytest

from ai_hr.evidence.dates import month_number
from ai_hr.evidence.experience import Worked, worked
from ai_hr.evidence.personal import without_personal
from ai_hr.evidence.sections import sections

NOW = month_number(2026, 11)


def told(text: str) -> Worked:
    """As a resume is read: without what is personal."""
    seen = without_personal(text)
    return worked(seen, sections(seen), as_of=NOW)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Опыт работы\n2020 — 2021\nОбразование\n2014 — 2018\nМГУ", 24),
        ("2014 — 2018, университет, бакалавр", 0),
        ("Опыт работы\n2014 — 2018\nШкола № 5, учитель физики", 60),
        ("Опыт работы 4 года 6 месяцев", 54),
        ("5+ years of experience in sales", 60),
        ("Стаж более 10 лет", 120),
        ("Опыт: 1,5 года", 18),
        ("Гарантия 5 лет", 0),
        ("Опыт работы 20 лет\n2020 — 2021 кафе", 24),
    ],
)
def test_work_is_counted_and_study_is_not(text: str, months: int) -> None:
    assert told(text).months == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        # What stands below the dates may tell of a licence later on.
        ("Курьер\n2018 — 2019\nРазвозил заказы по городу. Права категории B.", 24),
        # A place was taken out behind a comma: the next line is still a line of its own.
        ("2018 – 2019: Fitter, Leeds\nPipes in two schools.", 24),
        ("2018 – 2019 army service, then a warehouse", 0),
    ],
)
def test_what_stands_near_the_dates_is_not_what_they_are_of(text: str, months: int) -> None:
    assert told(text).months == months


@pytest.mark.parametrize(
    "heading",
    [
        "Работа",
        "Трудовой путь",
        "Прошлые места работы",
        "My work history",
        "Recent positions",
        "3. Employment",
        "🛠 Опыт работы",
        "• Опыт работы",
        "Опыт работы, проекты",
    ],
)
def test_a_work_history_is_known_by_its_heading(heading: str) -> None:
    text = f"Образование\n2005 – 2009 Лесной институт\n\n{heading}\n2010 – 2012 ООО «Лес», техник\n2014 – 2015 ООО «Сад», лесник\n"
    assert told(text).months == 60


@pytest.mark.parametrize(
    "heading",
    [
        "Образование, тренинги",
        "Education & courses",
        "Дополнительное профессиональное образование",
        "IV. Education",
        "Курсы повышения квалификации",
        "Волонтёрский опыт",
        "Военная служба",
        "Мои увлечения и интересы",
        "Honors and awards",
    ],
)
def test_what_stands_under_another_heading_is_no_work(heading: str) -> None:
    text = f"Опыт работы\n2010 – 2012 ООО «Лес», техник\n\n{heading}\n2001 – 2008 «Зелёная планета»\n"
    assert told(text).months == 36


@pytest.mark.parametrize(
    ("text", "months"),
    [
        # A heading and all that follows it in one long line.
        (
            "Опыт работы\n2010 – 2012 ООО «Лес», техник\nОбразование: Воронежская государственная лесотехническая академия, кафедра лесоводства, 2001 – 2006",
            36,
        ),
        # A duty is no heading.
        ("Опыт работы\n2010 – 2012 ООО «Лес»\n• Обучение\n• Курсы\n2014 – 2015 ООО «Сад»\n", 60),
        ("Work experience\n2010 – 2012 Forest Ltd\nTraining of new foresters\n2014 – 2015 Garden Ltd\n", 60),
        # Years of others: a firm's, a report's, a product's, a hobby's.
        ("Опыт работы\n01.2019 – 12.2020 Сметчик\nКомпания работает с 1974 года, делает мосты.", 24),
        ("Опыт работы\n01.2019 – 12.2020 Сметчик\n• Составил отчёт за 2011 – 2016 годы с разбивкой по месяцам", 24),
        ("Work experience\n01.2019 – 12.2020 Estimator\nMoved Visual Studio 2012 – 2017 projects to the cloud.", 24),
        ("Work experience\n01.2019 – 12.2020 Estimator\nCaptain of the rowing team since 2003.", 24),
        ("Сметчик\nЖиву в Твери с 2003 года, права категории C с 2006 года.\n01.2019 – 12.2020 «Мосты»", 24),
        # Said in the first person, or as an entry of its own.
        ("Я сметчик, работаю в «Мостах» с января 2025 года.", 23),
        ("Опыт работы\nС 01.2025 «Мосты», сметчик\n2019 – 2020 «Дороги», сметчик", 47),
        ("Опыт работы\nСметчик, «Мосты», с января 2025 года\n2019 – 2020 «Дороги», сметчик", 47),
        # Time that was not worked.
        ("Опыт работы\n2015 – 2016 Сметчик\n2017 – 2018 Декретный отпуск\n2019 – 2020 Сметчик", 48),
        ("Work experience\n2015 – 2016 Estimator\n2017 – 2018 Sabbatical\n2019 – 2020 Estimator", 48),
        # An employer that teaches, and a school.
        ("Библиотекарь, Тверской государственный университет, 2015 – 2018", 48),
        ("School of Arts and Crafts, caretaker, 2015 – 2018", 48),
        ("ТвГУ, история, 2015 – 2018", 0),
        ("BEng Bridges, Hull, 2015 – 2018", 0),
        ("Учился в лицее (2012–2014), затем трудился в «Мостах» (2015–2018) сметчиком.", 48),
        ("2015 — 2018 лицей № 3,\nбиблиотекарь и архивариус", 48),
        # An address in the line of a job.
        ("Опыт работы\nг. Тверь, 01.2019 – 12.2020\n«Мосты», сметчик", 24),
        ("Опыт работы\n«Мосты», пр-т Победы, д. 7, сметчик, 01.2019 – 12.2020", 24),
        ("Work experience\nBridges plc, 7 Mill Lane, Hull, 01.2019 – 12.2020, estimator", 24),
        ("Опыт работы\nАдрес: Тверь, период: 01.2019 – 12.2020, «Мосты»", 24),
    ],
)
def test_periods_that_count_as_work(text: str, months: int) -> None:
    assert told(text).months == months


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Ольга, 51 год, стаж 9 лет, сметы и договоры.", 108),
        ("Сметчик, 51 год, общий стаж 9 лет, водительский стаж 30 лет.", 108),
        ("Опыт 9 лет в фирме, которой 40 лет.", 108),
        ("Experience: 9 years. The firm has been in business for 40 years.", 108),
        ("Taught a group of children aged 9 to 12 years in an art studio.", 0),
        ("Опыт работы с детьми от 9 до 12 лет, рисование и лепка.", 0),
        ("Опыт работы с детьми 9 лет, рисование и лепка.", 108),
        ("Ищу работу, где нужен опыт от 9 лет.", 0),
        ("Работал сметчиком девять лет.", 108),
        ("Over two and a half years of hands-on experience with estimates.", 30),
        ("Опыт работы полтора года.", 18),
    ],
)
def test_years_that_are_stated(text: str, months: int) -> None:
    assert told(text).months == months


def test_a_line_with_two_periods_is_quoted_once_and_whole() -> None:
    text = "Опыт работы\nСметчик 01.2015 – 12.2015, техник 01.2017 – 12.2017\nСлесарь с 2019 по 2020 г."
    assert [line.text for line in told(text).lines] == [
        "Сметчик 01.2015 – 12.2015, техник 01.2017 – 12.2017",
        "Слесарь с 2019 по 2020 г",
    ]
