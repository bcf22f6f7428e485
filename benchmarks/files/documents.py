"""Resumes of the kinds that people send, drawn here so that the words and their order are known."""

import io
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import font_roboto
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FONT = "Roboto"
_PHRASES = [
    "Разработка высоконагруженных сервисов на Python и Django",
    "Руководила командой из пяти инженеров в банке",
    "Настроила непрерывную поставку и наблюдаемость",
    "Designed REST APIs and moved them to Kubernetes",
    "Сократила время ответа вдвое без новых серверов",
    "Учила стажёров и проводила собеседования",
    "Maintained PostgreSQL, Redis and Kafka in production",
]


# Draws the lines on a page and returns its blocks.
Draw = Callable[[Canvas, list[str]], list[list[str]]]


class Document(NamedTuple):
    """`blocks` are the texts whose lines belong together, in reading order."""

    name: str
    content: bytes
    pages: int
    blocks: list[list[str]]


def documents() -> Iterator[Document]:
    pdfmetrics.registerFont(TTFont(_FONT, str(Path(font_roboto.__file__).parent / "files" / "Roboto-Regular.ttf")))
    yield _document("one column", 3, _one_column)
    yield _document("a word at a time", 2, _word_by_word)
    yield _document("two columns", 2, _two_columns)
    yield _document("two columns, row by row", 2, _two_columns_by_rows)
    yield _document("dark sidebar", 2, _sidebar)


def _document(name: str, pages: int, draw: Draw) -> Document:
    output, blocks, phrases = io.BytesIO(), [], itertools.cycle(_PHRASES)
    canvas = Canvas(output)
    for page in range(pages):
        canvas.setFont(_FONT, 10)
        blocks += draw(canvas, [f"{next(phrases)} {page + 1}.{line:02d}" for line in range(80)])
        canvas.showPage()
    canvas.save()
    return Document(name, output.getvalue(), pages, blocks)


def _one_column(canvas: Canvas, lines: list[str]) -> list[list[str]]:
    block = [f"{first}; {second}" for first, second in zip(lines[:50], lines[30:], strict=True)]
    for number, line in enumerate(block):
        canvas.drawString(40, 790 - number * 14, line)
    return [block]


def _word_by_word(canvas: Canvas, lines: list[str]) -> list[list[str]]:
    for number, line in enumerate(lines[:50]):
        x = 40.0
        for word in line.split():
            canvas.drawString(x, 790 - number * 14, word)
            x += canvas.stringWidth(word, _FONT, 10) + 2.6
    return [lines[:50]]


def _two_columns(canvas: Canvas, lines: list[str]) -> list[list[str]]:
    left, right = lines[:40], lines[40:]
    for number, line in enumerate(left):
        canvas.drawString(30, 790 - number * 13, line[:44])
    for number, line in enumerate(right):
        canvas.drawString(310, 786 - number * 14, line[:44])
    return [[line[:44] for line in left], [line[:44] for line in right]]


def _two_columns_by_rows(canvas: Canvas, lines: list[str]) -> list[list[str]]:
    left, right = [line[:44] for line in lines[:40]], [line[:44] for line in lines[40:]]
    for number, (first, second) in enumerate(zip(left, right, strict=True)):
        canvas.drawString(30, 790 - number * 14, first)
        canvas.drawString(310, 790 - number * 14, second)
    return [left, right]


def _sidebar(canvas: Canvas, lines: list[str]) -> list[list[str]]:
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(0, 0, 190, 842, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    skills = [line[:26] for line in lines[:25]]
    for number, line in enumerate(skills):
        canvas.drawString(20, 770 - number * 18, line)
    canvas.setFillColorRGB(0, 0, 0)
    for number, line in enumerate(lines[25:75]):
        canvas.drawString(210, 790 - number * 14, line)
    return [skills, lines[25:75]]
