"""What a resume says of what was not done, only will be, or is done by others."""

import pytest

from ai_hr.evidence.clauses import clauses
from ai_hr.evidence.negation import denied, excepted
from ai_hr.evidence.reading import read
from ai_hr.schemas import Resume, Vacancy


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
        # A list goes on until the sentence turns.
        ("Не знаю Revit, ArchiCAD; черчу в AutoCAD", ["Не знаю Revit", "ArchiCAD"]),
        ("С Revit не работал, ArchiCAD — мой основной инструмент", ["С Revit не работал"]),
        ("Have not used Sage, only Xero", ["Have not used Sage"]),
        ("Не работал с:\n- Revit\n- ArchiCAD\nAutoCAD", ["Не работал с", "Revit", "ArchiCAD"]),
        ("Цель: стать технологом", ["Цель", "стать технологом"]),
        # A denial without an object denies what stands before it.
        ("Revit — нет, AutoCAD — да", ["Revit", "нет"]),
        ("Xero? Never used it.", ["Xero", "Never used it"]),
        ("| Revit | нет |\n| AutoCAD | есть |", ["Revit", "нет"]),
        # Others do it.
        ("Сервер настраивал подрядчик", ["Сервер настраивал подрядчик"]),
        ("Payroll was run by another department", ["Payroll was run by another department"]),
        ("Отчёты были в Excel, их делала соседняя команда", ["Отчёты были в Excel", "их делала соседняя команда"]),
        ("Interested in Blender", ["Interested in Blender"]),
        ("Отчётность сдаю сам", []),
        ("I don't give massages", ["I don't give massages"]),
        # Denials of other things, and two that affirm.
        ("Never gave up on a client", []),
        ("Depot No. 7, shunter", []),
        ("Не опаздываю, веду кассу", []),
        ("Never missed a shift, ran the till", []),
        ("No accidents in ten years of welding", []),
        ("Без чертежа не работаю", []),
        ("Не было заказа, который бы я не закрыл в срок", []),
        ("I never ship without tests", []),
        ("Moved to Xero with no loss of data", []),
        ("Обучил коллег работе в Xero", []),
        ("Работал с главным бухгалтером", []),
        ("Не только Python, но и Go", []),
        ("Работал с Docker без отпусков", []),
    ],
)
def test_denials_and_intentions(text: str, expected: list[str]) -> None:
    parts = clauses(text)
    assert [part.text for part, no in zip(parts, denied(parts, text), strict=True) if no] == expected


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("Вместо Excel ввёл Google Sheets", ["Excel"]),
        ("Все редакторы, кроме InDesign", ["InDesign"]),
        ("Any till except Micros POS", ["Micros POS"]),
        ("Xero instead of Sage", ["Sage"]),
        ("Кроме Excel, веду Access", []),
    ],
)
def test_what_a_sentence_leaves_out_is_not_there(text: str, left_out: list[str]) -> None:
    assert [span.text for span in excepted(text)] == left_out
    shown = " ".join(clause.text for clause in read(Resume(text=text), Vacancy(title="Повар"), "ru").affirmed)
    assert not any(name in shown for name in left_out)


def test_a_short_line_in_small_letters_ends_where_it_ends() -> None:
    text = "не курю\nexcel, word\nопыт работы с большими объёмами данных\nи отчётностью"
    parts = clauses(text)
    assert [part.text for part in parts] == [
        "не курю",
        "excel",
        "word",
        "опыт работы с большими объёмами данных\nи отчётностью",
    ]
    assert not any(denied(parts, text))
