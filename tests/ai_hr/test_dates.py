"""Periods as people write them. Months count both ends; overlaps count once."""

import pytest

from ai_hr.evidence.dates import merged_months, month_number, periods

NOW = month_number(2026, 11)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Октябрь 2021 — по настоящее время", 62),
        ("Октябрь 2021 — по настоящее время 4 года 6 месяцев", 62),
        ("Oct 2021 - Present", 62),
        ("10.2021–09.2023", 24),
        ("2021-10 — 2023-09", 24),
        ("01.10.2021 - 15.09.2023", 24),
        ("с октября 2021 по март 2023", 18),
        ("from March 2020 to May 2021", 15),
        ("март 2020 г. — май 2021 г.", 15),
        ("Oct – Dec 2021", 3),
        ("Jan '20 – Mar '21", 15),
        ("2018 – 2021", 48),
        ("2019 – н.в.", 95),
        ("Since 2019", 95),
        ("работаю с 2019 года", 95),
        ("Сентябрь 2021 —\nнастоящее время", 63),
        ("2020 — 2022, затем 2021 — 2023", 48),
        ("июль 2022 — август 2022; август 2022 — сентябрь 2022", 3),
        ("2025 — 2030", 23),
        ("2023 — 2021", 0),
        ("тел. 8 800 2020", 0),
        ("12 проектов", 0),
        # A town, a shop or a title that has a month's letters in it is no month.
        ("Технолог, Марсель, 2016 – 2019", 48),
        ("Septodont 2016 – 2019", 48),
        ("Маргарита — апрель 2017 — июль 2019", 28),
        ("секретарь деканата\n2016 – 2019", 48),
        # How people say that a job goes on.
        ("April 2024 — till now", 32),
        ("April 2024 to date", 32),
        ("апрель 2024 — по сей день", 32),
        ("04.2024 – н/в", 32),
        ("апрель 2024 – текущее время", 32),
        ("April 2024 –", 32),
        ("April 2024 –\nclerk on the night shift", 0),
        # Days, American order, the century, two-digit years.
        ("3 Feb 2020 – 28 Aug 2021", 19),
        ("February 3, 2020 – August 28, 2021", 19),
        ("3 февраля 2020 г. — 28 августа 2021 г.", 19),
        ("02/03/2020 – 08/28/2021", 19),
        ("03-02-2020 – 28-08-2021", 19),
        ("2020 Feb – 2021 Aug", 19),
        ("Feb '97 – Aug '98", 19),
        ("Feb-20 – Aug-21", 19),
        ("02.20 – 08.21", 19),
        ("2017-19", 36),
        # Signs and gaps.
        ("02.2020 \u2011 08.2021", 19),
        ("02.2020 → 08.2021", 19),
        ("Февраль 2020      —      Август 2021", 19),
        ("Февраль 2020 —\n         Август 2021", 19),
        # Two dates in lines, cells or labels of their own.
        ("Feb 2020\nAug 2021\nAcme", 19),
        ("Feb 2020\tAug 2021\tAcme", 19),
        ("Дата начала: 02.2020\nДата окончания: 08.2021", 19),
        ("Started Feb 2020 and won a prize Aug 2021", 0),
    ],
)
def test_periods(text: str, months: int) -> None:
    assert merged_months(periods(text, as_of=NOW)) == months
