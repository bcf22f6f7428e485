"""Levels of languages, licences and trades are counted: what is near in meaning may be too low."""

import pytest

from ai_hr.evidence.clauses import clauses
from ai_hr.evidence.ranks import met_by_rank


@pytest.mark.parametrize(
    ("skill", "text", "met"),
    [
        ("Английский B2", "Английский — C1", True),
        ("Английский B2", "Английский: базовый, немецкий: свободно", False),
        ("Fluent German", "German (intermediate)", False),
        ("English B1", "English: fluent", True),
        ("Права категории C", "Водительские права: B, C", True),
        ("Driving licence category C", "Driving licence, cat. C. Own tools.", True),
        ("Права категории C", "Права категории «B»", False),
        ("Категория CE", "Категории В, С, СЕ", True),
        ("Driving licence category D", "Driving licence: category B", False),
        ("IV группа по электробезопасности", "Группа по электробезопасности — V", True),
        ("IV группа по электробезопасности", "имею 3 группу по электробезопасности", False),
        ("Слесарь 5 разряда", "слесарь 3-го разряда", False),
    ],
)
def test_a_level_is_compared(skill: str, text: str, met: bool) -> None:
    finding = met_by_rank(skill, clauses(text))
    assert finding
    assert finding.met is met
    assert bool(finding.spans) is met


@pytest.mark.parametrize(
    ("skill", "text"),
    [
        ("Слесарь 5 разряда", "слесарь 6 разряда"),
        ("Права категории C", "вожу погрузчик"),
        ("Английский язык", "Английский — A2"),
        ("Группа продлённого дня", "вела группу из 5 детей"),
    ],
)
def test_the_rest_is_a_matter_of_meaning(skill: str, text: str) -> None:
    assert met_by_rank(skill, clauses(text)) is None


def test_a_language_without_its_level_may_be_known_well_enough() -> None:
    finding = met_by_rank("Английский C1", clauses("Знаю английский"))
    assert finding
    assert finding.met
    assert finding.confidence < 0.75
