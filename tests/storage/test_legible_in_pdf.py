"""Ink of others near hidden words does not make them seen, and what lies below seen words does not make them hidden."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
)
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from storage.extraction.reading import extract
from tests.storage.pages import EXPERIENCE, FONT, SECRET, Draw, hidden_in, pdf, resume, resume_with

BLACK, WHITE, NAVY = "#000000", "#ffffff", "#14213d"


def drawn(canvas: Canvas, words: str, x: float, y: float, colour: str, *, size: float = 11, mode: int = 0) -> None:
    canvas.saveState()
    text = canvas.beginText(x, y)
    text.setFont(FONT, size)
    text.setFillColor(HexColor(colour))
    text.setStrokeColor(HexColor(colour))
    text.setTextRenderMode(mode)
    text.textOut(words)
    canvas.drawText(text)
    canvas.restoreState()


def over_grey_rules(canvas: Canvas) -> None:
    canvas.setStrokeColor(HexColor("#999999"))
    canvas.line(50, 303, 500, 303)
    drawn(canvas, SECRET, 60, 300, WHITE)


def among_the_lines(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 62, 763, WHITE, size=7)


def under_a_panel_with_a_white_name(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 60, 300, BLACK)
    canvas.setFillColor(HexColor(NAVY))
    canvas.rect(40, 280, 400, 60, fill=1, stroke=0)
    drawn(canvas, "Пётр Ильин", 60, 298, WHITE, size=20)


def in_a_grey_too_pale_for_print(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 60, 300, "#e9e9e9")


def in_yellow_on_paper(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 60, 300, "#ffff00")


def outlined_in_white(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 60, 300, WHITE, mode=1)


def over_the_edge_but_for_a_letter(canvas: Canvas) -> None:
    drawn(canvas, SECRET, 590, 300, BLACK)


def behind_a_dash(canvas: Canvas) -> None:
    canvas._code.append(f"/Span <</ActualText <FEFF{SECRET.encode('utf-16-be').hex()}>>> BDC")
    drawn(canvas, "—", 60, 300, BLACK)
    canvas._code.append("EMC")


def squeezed_to_a_stroke(canvas: Canvas) -> None:
    text = canvas.beginText(60, 300)
    text.setHorizScale(2)
    text.textOut(SECRET)
    canvas.drawText(text)


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (over_grey_rules, "no_contrast"),
        (among_the_lines, "no_contrast"),
        (under_a_panel_with_a_white_name, "no_contrast"),
        (in_a_grey_too_pale_for_print, "no_contrast"),
        (in_yellow_on_paper, "no_contrast"),
        (outlined_in_white, "no_contrast"),
        (over_the_edge_but_for_a_letter, "off_page"),
        (behind_a_dash, "tiny"),
        (squeezed_to_a_stroke, "tiny"),
    ],
)
def test_ink_nearby_vouches_for_nothing(tmp_path: Path, draw: Draw, reason: str) -> None:
    assert hidden_in(tmp_path, resume_with(draw)) == [(SECRET, reason)]


def changed(content: bytes, change: Callable[[pypdf.PageObject], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    change(writer.pages[0])
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def named(**values: object) -> DictionaryObject:
    """A dictionary of PDF; plain strings are names."""
    return DictionaryObject(
        {
            NameObject(f"/{key}"): NameObject(f"/{value}") if isinstance(value, str) else value
            for key, value in values.items()
        }
    )


def with_a_mask_that_lets_nothing_through(page: pypdf.PageObject) -> None:
    black = DecodedStreamObject()
    black.set_data(b"0 g 0 0 700 900 re f")
    black.update(named(Type="XObject", Subtype="Form", BBox=RectangleObject((0, 0, 700, 900))))
    black.update(named(Group=named(S="Transparency", CS="DeviceGray")))
    mask = named(S="Luminosity", G=page.indirect_reference.pdf._add_object(black))
    page["/Resources"][NameObject("/ExtGState")] = named(Hiding=named(SMask=mask))


def with_empty_letters(page: pypdf.PageObject) -> None:
    """A font whose every glyph is blank, and whose characters are good Unicode."""
    writer = page.indirect_reference.pdf
    blank = DecodedStreamObject()
    blank.set_data(b"500 0 0 0 0 0 d1")
    letters = sorted(set(SECRET))
    differences = ArrayObject()
    for letter in letters:
        differences += [NumberObject(ord(letter)), NameObject("/space" if letter == " " else f"/{letter}")]
    page["/Resources"]["/Font"][NameObject("/Blank")] = named(
        Type="Font",
        Subtype="Type3",
        FontBBox=RectangleObject((0, 0, 1000, 1000)),
        FontMatrix=ArrayObject([FloatObject(n) for n in (0.001, 0, 0, 0.001, 0, 0)]),
        CharProcs=named(**dict.fromkeys(["space", *letters[1:]], writer._add_object(blank))),
        Encoding=named(Type="Encoding", Differences=differences),
        FirstChar=NumberObject(0),
        LastChar=NumberObject(255),
        Widths=ArrayObject([NumberObject(500)] * 256),
    )


@pytest.mark.parametrize(
    ("change", "before"),
    [(with_a_mask_that_lets_nothing_through, "/Hiding gs"), (with_empty_letters, "/Blank 11 Tf")],
    ids=["mask", "font"],
)
def test_letters_of_which_nothing_is_painted(
    tmp_path: Path, change: Callable[[pypdf.PageObject], None], before: str
) -> None:
    """Nothing speaks against them but that there is no ink."""

    def page(canvas: Canvas) -> None:
        canvas._code.append(f"BT {before} 60 300 Td ({SECRET}) Tj ET")

    assert hidden_in(tmp_path, changed(resume_with(page), change)) == [(SECRET, "no_contrast")]


def shadowed(shift: tuple[float, float], colour: str, mode: int = 0) -> Draw:
    """A resume whose every line has a copy below it, as design programs make shadows, glows and outlines."""

    def page(canvas: Canvas) -> None:
        for number, words in enumerate(["Olga Berg, pastry chef", *EXPERIENCE]):
            x, y = 60, 780 - number * 15
            drawn(canvas, words, x + shift[0], y + shift[1], colour, mode=mode)
            drawn(canvas, words, x, y, BLACK)

    return page


def under_the_picture_of_the_page(canvas: Canvas) -> None:
    """Some scanning software writes its text below the picture, in plain black."""
    resume(canvas)
    canvas.drawImage(ImageReader(scanned(resume)), 0, 0, 595, 842)


def over_a_pale_scan(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(scanned(resume, black=175, white=244)), 0, 0, 595, 842)
    for number, words in enumerate(EXPERIENCE):
        drawn(canvas, words, 60, 765 - number * 15, BLACK, mode=3)


def scanned(draw: Draw, *, black: int = 0, white: int = 255) -> Image.Image:
    image = pypdfium2.PdfDocument(pdf(draw))[0].render(scale=2).to_pil().convert("L")
    return image.point([black + value * (white - black) // 255 for value in range(256)])


def twice_for_bold_on_a_panel(canvas: Canvas) -> None:
    resume(canvas)
    canvas.setFillColor(HexColor(NAVY))
    canvas.rect(40, 200, 400, 60, fill=1, stroke=0)
    for shift in (0, 0.01):
        drawn(canvas, "Olga", 60 + shift, 205, WHITE, size=60)


def twice_for_bold_in_a_form(canvas: Canvas) -> None:
    resume(canvas)
    canvas.beginForm("heading")
    for shift in (0, 0.01):
        drawn(canvas, "Olga", 60 + shift, 205, NAVY, size=60)
    canvas.endForm()
    canvas.doForm("heading")


def over_a_watermark(canvas: Canvas) -> None:
    drawn(canvas, "RESUME", 60, 740, "#eeeeee", size=60)
    resume(canvas)


@pytest.mark.parametrize(
    "draw",
    [
        pytest.param(shadowed((0, -0.75), WHITE), id="letterpress"),
        pytest.param(shadowed((1.5, -1.5), WHITE), id="glow"),
        pytest.param(shadowed((0, 0), WHITE, mode=1), id="outline"),
        pytest.param(shadowed((0.8, -0.8), "#dddddd"), id="shadow"),
        under_the_picture_of_the_page,
        over_a_pale_scan,
        over_a_watermark,
        twice_for_bold_on_a_panel,
        twice_for_bold_in_a_form,
    ],
)
def test_what_is_seen_is_not_accused_for_what_is_below(tmp_path: Path, draw: Draw) -> None:
    assert hidden_in(tmp_path, pdf(draw)) == []


def test_what_the_printer_cuts_off_is_left_out(tmp_path: Path) -> None:
    """Neither read nor an accusation; what stands far outside of the page is one."""

    def page(canvas: Canvas) -> None:
        resume(canvas)
        drawn(canvas, "cv_final.indd 1 12.05.2026", 60, 6, BLACK, size=6)

    def cropped(page: pypdf.PageObject) -> None:
        page.cropbox = RectangleObject((20, 20, 575, 822))

    file = tmp_path / "file"
    file.write_bytes(changed(pdf(page), cropped))
    found = extract(file)
    assert "indd" not in found.text
    assert "Анна Петрова" in found.text
    assert found.quality["hidden"] == []
