"""The grade that titles and years speak of; it is shown and never scored."""

import pytest

from ai_hr.evidence.dates import month_number
from ai_hr.evidence.experience import worked
from ai_hr.evidence.sections import sections
from ai_hr.evidence.seniority import seniority

NOW = month_number(2026, 11)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        # Titles, wherever job sites put them.
        ("Опыт работы\nМарт 2020 —\nнастоящее время\n6 лет 9 месяцев\n«Мосты»\nСт. сметчик", "senior"),
        ("Experience\nTeam leader, Bridges Ltd, 2019 – 2020", "lead"),
        ("Experience\nCTO\nBridges Ltd\n2019 – 2020", "lead"),
        ("Опыт работы\n2019 – 2020 Заместитель директора, «Мосты»", "lead"),
        # Whom one works for, what one wishes for, and what only sounds like a title.
        ("Experience\n2019 – 2020 Estimator, Bridges Ltd\nReported to the director of works", "middle"),
        ("Желаемая должность: начальник отдела\nОпыт работы\n2019 – 2020 Сметчик", "middle"),
        ("Опыт работы\n2019 – 2020 Сметчик\nНачальник: Сидоров С. С.", "middle"),
        ("Experience\n2019 – 2020 Estimator\nLead times fell by a week", "middle"),
        ("Education\nSenior High School, Hull\nExperience\nJan 2020 – Mar 2020 Estimator", "junior"),
        ("Опыт работы\n2010 – 2020 Сметчик\nОбучала младших сметчиков и стажёров", "senior"),
        # Who was a junior long ago is none.
        ("Experience\n2010 – 2011 Junior estimator\n2012 – 2020 Estimator", "senior"),
        ("Experience\nJan 2020 – Dec 2020 Junior estimator", "junior"),
    ],
)
def test_the_grade_that_was_held(text: str, level: str) -> None:
    where = sections(text)
    assert seniority(text, where, worked=worked(text, where, as_of=NOW)).level == level
