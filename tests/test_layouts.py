"""The same resume, however it is laid out and whatever it is saved as, is read and scored the same."""

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import Any

import docx
import font_roboto
import pytest
import requests
from bson import ObjectId
from django.core.files.uploadedfile import SimpleUploadedFile
from reportlab.lib import pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table

from demo.candidates import ANNA
from demo.company import VACANCIES
from demo.resumes import docx_resume, pdf_resume
from storage.resumes import accept_resume
from tests.interviews.real_ai import AiHr
from tests.storage.papers import rtf

LINES = [line for heading, lines in ANNA.sections for line in (heading, *lines)]


def style(**changes: Any) -> ParagraphStyle:
    pdfmetrics.registerFont(TTFont("Roboto", font_roboto.Roboto))
    return ParagraphStyle("line", fontName="Roboto", **({"fontSize": 10, "leading": 14} | changes))


def pdf(flow: Sequence[Any], pagesize: tuple[float, float] = pagesizes.A4, **margins: float) -> bytes:
    out = BytesIO()
    SimpleDocTemplate(out, pagesize=pagesize, **margins).build(list(flow))
    return out.getvalue()


def paragraphs(**changes: Any) -> list[Paragraph]:
    return [Paragraph(line, style(**changes)) for line in LINES]


def in_two_columns() -> bytes:
    out = BytesIO()
    document = BaseDocTemplate(out, pagesize=pagesizes.A4)
    width, height = pagesizes.A4
    columns = [Frame(left, 40, width / 2 - 50, height - 80) for left in (40, width / 2 + 20)]
    document.addPageTemplates(PageTemplate(frames=columns))
    document.build([Paragraph(line, style(spaceAfter=60)) for line in LINES])
    return out.getvalue()


def docx_table() -> bytes:
    document = docx.Document()
    table = document.add_table(rows=0, cols=2)
    for heading, lines in ANNA.sections:
        row = table.add_row().cells
        row[0].text, row[1].text = heading, "\n".join(lines)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


LAYOUTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a plain PDF": ("cv.pdf", lambda: pdf_resume("", ANNA.sections)),
    "large letters": ("cv.pdf", lambda: pdf(paragraphs(fontSize=16, leading=22))),
    "a narrow page": ("cv.pdf", lambda: pdf(paragraphs(), pagesize=pagesizes.A6, leftMargin=20, rightMargin=20)),
    "a wide page": ("cv.pdf", lambda: pdf(paragraphs(), pagesize=pagesizes.landscape(pagesizes.A3))),
    "two columns": ("cv.pdf", in_two_columns),
    "a table in a PDF": ("cv.pdf", lambda: pdf([Table([[line] for line in paragraphs()])])),
    "DOCX": ("cv.docx", lambda: docx_resume("", ANNA.sections)),
    "a table in a DOCX": ("cv.docx", docx_table),
    "RTF": ("cv.rtf", lambda: rtf("\\par ".join(LINES).replace("—", "\\emdash "))),
    "text": ("cv.txt", lambda: "\n".join(LINES).encode()),
}


@pytest.fixture(scope="module")
def ai_hr() -> Iterator[AiHr]:
    service = AiHr()
    service.start()
    yield service
    service.kill()


def scores(ai_hr: AiHr, name: str, content: bytes) -> list[dict[str, Any]]:
    """For each vacancy of the examples: one that fits, one in part, one not at all."""
    resume = accept_resume(owner_id=ObjectId(), upload=SimpleUploadedFile(name, content))
    sent = {"resume": {"text": resume.text, "quality": resume.quality}, "as_of": "2026-11"}
    return [asked(ai_hr, sent | {"vacancy": vacancy}) for vacancy in VACANCIES]


def asked(ai_hr: AiHr, message: dict[str, Any]) -> dict[str, Any]:
    answered = requests.post(f"{ai_hr.url}/v1/resume-match", json=message, timeout=30)
    assert answered.status_code == 200, answered.text
    record = answered.json()
    return {
        "score": record["total_score_percent"],
        "months": record["experience"]["months"],
        "verdicts": [one["verdict"] for one in record["requirements"]],
        "flags": record["flags"],
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_changes_nothing(ai_hr: AiHr, layout: str) -> None:
    name, write = LAYOUTS[layout]
    expected = scores(ai_hr, "cv.txt", "\n".join(LINES).encode())
    assert scores(ai_hr, name, write()) == expected
    assert len({one["score"] for one in expected}) > 1
