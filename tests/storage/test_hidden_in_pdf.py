"""Text that a reader of the page cannot see is marked with its reason; what he can see is never accused."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from tests.storage.pages import FONT, SECRET, hidden_in, lines, pdf, picture, resume, resume_with


def secret(canvas: Canvas, *, x: float = 60, y: float = 300) -> None:
    canvas.drawString(x, y, SECRET)


def white_on_paper(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)


def almost_white_on_paper(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.98, 0.98, 0.99)
    secret(canvas)


def panel_colour_on_panel(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(0, 200, 595, 200, fill=1, stroke=0)
    secret(canvas)


def painted_over(canvas: Canvas) -> None:
    secret(canvas)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.rect(50, 290, 400, 30, fill=1, stroke=0)


def under_a_picture(canvas: Canvas) -> None:
    secret(canvas)
    picture(canvas, Image.new("RGB", (40, 40), (200, 30, 30)), 50, 280, 400, 60)


def clipped_away(canvas: Canvas) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(0, 0, 20, 20)
    canvas.clipPath(path, stroke=0)
    secret(canvas)
    canvas.restoreState()


def transparent(canvas: Canvas) -> None:
    canvas.setFillAlpha(0.01)
    secret(canvas)


def white_in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("form")
    canvas.setFont(FONT, 11)
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)
    canvas.endForm()
    canvas.doForm("form")


def beyond_the_edge(canvas: Canvas) -> None:
    secret(canvas, x=-900)


def below_the_page(canvas: Canvas) -> None:
    secret(canvas, y=-200)


def tiny(canvas: Canvas) -> None:
    canvas.setFont(FONT, 1)
    secret(canvas)


def tiny_by_scale(canvas: Canvas) -> None:
    canvas.scale(0.1, 0.1)
    secret(canvas, x=600, y=3000)


def render_mode_3(canvas: Canvas) -> None:
    text = canvas.beginText(60, 300)
    text.setTextRenderMode(3)
    text.textLine(SECRET)
    canvas.drawText(text)


@pytest.mark.parametrize(
    ("draw", "reason"),
    [
        (white_on_paper, "no_contrast"),
        (almost_white_on_paper, "no_contrast"),
        (panel_colour_on_panel, "no_contrast"),
        (painted_over, "no_contrast"),
        (under_a_picture, "no_contrast"),
        (clipped_away, "no_contrast"),
        (transparent, "no_contrast"),
        (white_in_a_form, "no_contrast"),
        (beyond_the_edge, "off_page"),
        (below_the_page, "off_page"),
        (tiny, "tiny"),
        (tiny_by_scale, "tiny"),
        (render_mode_3, "not_painted"),
    ],
)
def test_hidden_in_a_pdf(tmp_path: Path, draw: Callable[[Canvas], None], reason: str) -> None:
    assert hidden_in(tmp_path, resume_with(draw)) == [(SECRET, reason)]


def test_white_text_beneath_ordinary_lines(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 1, 1)
        secret(canvas, y=780)
        canvas.setFillColorRGB(0, 0, 0)
        resume(canvas)

    assert hidden_in(tmp_path, pdf(page)) == [(SECRET, "no_contrast")]


def white_on_a_sidebar(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.2, 0.4)
    canvas.rect(400, 0, 195, 842, fill=1, stroke=0)
    canvas.setFillColorRGB(1, 1, 1)
    lines(canvas, [f"Навык {number}" for number in range(10)], x=420, top=600)


def light_grey(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.78, 0.78, 0.78)
    secret(canvas)


def white_on_a_photograph(canvas: Canvas) -> None:
    picture(canvas, Image.new("RGB", (40, 40), (60, 90, 60)), 50, 280, 400, 60)
    canvas.setFillColorRGB(1, 1, 1)
    secret(canvas)


def black_over_a_pale_frame(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.9, 0.93, 1)
    canvas.rect(50, 280, 400, 60, fill=1, stroke=0)
    canvas.setFillColorRGB(0, 0, 0)
    secret(canvas)


def footnote_of_six_points(canvas: Canvas) -> None:
    canvas.setFont(FONT, 6)
    secret(canvas)


@pytest.mark.parametrize(
    "draw", [white_on_a_sidebar, light_grey, white_on_a_photograph, black_over_a_pale_frame, footnote_of_six_points]
)
def test_visible_text_is_not_accused(tmp_path: Path, draw: Callable[[Canvas], None]) -> None:
    assert hidden_in(tmp_path, resume_with(draw)) == []


def test_text_layer_of_a_scan_is_what_the_reader_sees(tmp_path: Path) -> None:
    """Scanners lay invisible text over the picture of the page; where the picture is blank, it is a lie."""
    scan = Image.new("L", (595, 842), 255)
    ImageDraw.Draw(scan).text((60, 842 - 500), SECRET, fill=0)

    def page(canvas: Canvas) -> None:
        picture(canvas, scan, 0, 0, 595, 842)
        for y, words in ((492, "The words that the picture shows here"), (200, "Words on blank paper")):
            text = canvas.beginText(60, y)
            text.setTextRenderMode(3)
            text.textLine(words)
            canvas.drawText(text)

    assert hidden_in(tmp_path, pdf(page)) == [("Words on blank paper", "not_painted")]
