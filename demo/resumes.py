"""Resumes as candidates send them: real PDF and DOCX files."""

from collections.abc import Sequence
from io import BytesIO

import docx
import font_roboto
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate

Section = tuple[str, Sequence[str]]
_FONT = "Roboto"
_TEXT = ParagraphStyle("text", fontName=_FONT, fontSize=10, leading=14)
_HEADING = ParagraphStyle("heading", parent=_TEXT, fontSize=13, leading=20, spaceBefore=8)


def pdf_resume(person: str, sections: Sequence[Section]) -> bytes:
    pdfmetrics.registerFont(TTFont(_FONT, font_roboto.Roboto))
    flow: list[Flowable] = [Paragraph(person, _HEADING)]
    for heading, lines in sections:
        flow += [Paragraph(heading, _HEADING), *(Paragraph(line, _TEXT) for line in lines)]
    out = BytesIO()
    # `invariant`: the same resume is the same bytes, whenever it is made.
    SimpleDocTemplate(out, pagesize=A4, title=person, invariant=1).build(flow)
    return out.getvalue()


def docx_resume(person: str, sections: Sequence[Section]) -> bytes:
    document = docx.Document()
    document.add_heading(person, level=1)
    for heading, lines in sections:
        document.add_heading(heading, level=2)
        for line in lines:
            document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
