"""What is read in a PDF, and in which order."""

import io
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from storage.extraction.outcome import Extraction, Refused
from storage.extraction.reading import extract
from tests.storage.pages import EXPERIENCE, lines, pdf, picture, resume


def read(path: Path, content: bytes) -> Extraction:
    file = path / "file"
    file.write_bytes(content)
    return extract(file)


def test_plain_page(tmp_path: Path) -> None:
    found = read(tmp_path, pdf(resume))
    assert found.kind == "pdf"
    assert found.text.split("\n") == ["Анна Петрова, разработчик", *EXPERIENCE]
    assert found.quality == {
        "pages": 1,
        "pages_with_text": 1,
        "letters_share": found.quality["letters_share"],
        "language": "ru",
        "hidden": [],
        "repaired": False,
        "truncated": False,
        "ocr": False,
    }
    assert found.extractor.startswith("pdfium ")


def test_two_columns_under_a_heading_keep_their_paragraphs(tmp_path: Path) -> None:
    left = [f"Навык слева {number}" for number in range(12)]
    right = [f"Описание опыта работы в правой колонке {number}" for number in range(16)]

    def page(canvas: Canvas) -> None:
        canvas.drawString(60, 800, "Анна Сергеевна Петрова, ведущий разработчик на Python и Django в банке")
        lines(canvas, left, top=760, pitch=14)
        lines(canvas, right, x=230, top=757, pitch=13)

    text = read(tmp_path, pdf(page)).text
    assert "\n".join(left) in text
    assert "\n".join(right) in text


def test_columns_drawn_line_by_line_across_are_still_columns(tmp_path: Path) -> None:
    left = [f"Левая колонка, строка {number:02d}, до самого края" for number in range(12)]
    right = [f"Правая колонка, строка {number:02d}, до самого края" for number in range(12)]

    def page(canvas: Canvas) -> None:
        for number, pair in enumerate(zip(left, right, strict=True)):
            canvas.drawString(60, 780 - number * 14, pair[0])
            canvas.drawString(330, 780 - number * 14, pair[1])

    assert read(tmp_path, pdf(page)).text == "\n".join(left) + "\n\n" + "\n".join(right)


def test_dates_beside_jobs_stay_beside_them(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        for job in range(4):
            top = 780 - job * 120
            lines(canvas, [f"Январь 201{job} —", "по сей день"], top=top, pitch=14)
            lines(canvas, [f"Компания {job}", "Разработчик", "Писал код", "Читал код"], x=200, top=top, pitch=14)

    rows = read(tmp_path, pdf(page)).text.split("\n")
    assert [f"Январь 201{job} —\tКомпания {job}" in rows for job in range(4)] == [True] * 4


def test_rows_of_a_table_are_read_across(tmp_path: Path) -> None:
    skills = {"Python": "5 лет", "Django": "3 года", "SQL": "7 лет", "Docker": "2 года", "Kafka": "1 год"}

    def page(canvas: Canvas) -> None:
        lines(canvas, list(skills))
        lines(canvas, list(skills.values()), x=300)
        lines(canvas, EXPERIENCE, top=650)

    rows = read(tmp_path, pdf(page)).text.split("\n")
    assert rows[:5] == [f"{skill}\t{years}" for skill, years in skills.items()]


def test_turned_page(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(canvas, EXPERIENCE, top=500)

    assert read(tmp_path, pdf(page)).text.split("\n") == EXPERIENCE


def test_filled_form_fields_are_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        resume(canvas)
        canvas.acroForm.textfield(value="Kubernetes", x=60, y=400, width=200, height=20)

    assert "Kubernetes" in read(tmp_path, pdf(page)).text


def test_cyrillic_in_a_font_without_a_unicode_map(tmp_path: Path) -> None:
    text = "Анна Петрова, разработчик на Python, прочие навыки"

    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(60, 700, text.encode("cp1251").decode("latin-1"))

    found = read(tmp_path, pdf(page))
    assert (found.text, found.quality["repaired"]) == (text, True)


def test_owner_password_does_not_stop_reading(tmp_path: Path) -> None:
    assert "Анна Петрова" in read(tmp_path, encrypted(pdf(resume), user="")).text


def encrypted(content: bytes, *, user: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (encrypted(pdf(resume), user="secret"), "resume_encrypted"),
        (pdf(lambda canvas: None), "resume_without_text"),
        (pdf(lambda canvas: canvas.drawString(60, 700, "Cтраница 1")), "resume_without_text"),
        (pdf(resume)[:200], "resume_unreadable"),
        (b"%PDF-1.7\nnothing more", "resume_unreadable"),
    ],
    ids=["password", "no text", "a page number", "cut off", "header only"],
)
def test_refusals(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, content)
    assert refused.value.code == code


def test_scanned_pages_without_tesseract_are_refused_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    scan = Image.new("L", (400, 500), 255)
    with pytest.raises(Refused) as refused:
        read(tmp_path, pdf(lambda canvas: picture(canvas, scan, 0, 0, 595, 842)))
    assert refused.value.code == "resume_scanned"


def test_scanned_pages_are_recognised_where_tesseract_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program of that name stands in for it: it answers only when it is given a picture and both languages."""
    program = tmp_path / "tesseract"
    program.write_text(
        '#!/bin/sh\n[ "$4" = rus+eng ] && /usr/bin/head -c 8 | /bin/grep -q PNG && '
        'echo "Анна Петрова, разработчик на Python, пять лет опыта"\n'
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    found = read(tmp_path, pdf(lambda canvas: picture(canvas, Image.new("L", (400, 500), 255), 0, 0, 595, 842)))
    assert (found.text, found.extractor) == ("Анна Петрова, разработчик на Python, пять лет опыта", "tesseract")
    assert found.quality["ocr"] is True


def test_long_document_is_read_up_to_the_bound_and_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, pdf(*[resume] * 120))
    assert (found.quality["pages"], found.quality["pages_with_text"]) == (120, 100)
    assert found.quality["truncated"] is True
