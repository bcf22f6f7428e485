"""Text that a word processor hides is marked with its reason; what stands on a dark shade is not accused."""

from pathlib import Path

import pytest

from tests.storage import papers
from tests.storage.test_hidden_in_pdf import SECRET, hidden_in

_WHITE, _VANISH, _TINY = '<w:color w:val="FFFFFF"/>', "<w:vanish/>", '<w:sz w:val="2"/>'
_SHADE = '<w:shd w:val="clear" w:fill="1F3864"/>'
_STYLES = papers.docx_part(
    "styles", '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>'
)  # fmt: skip


def with_secret(properties: str) -> bytes:
    return papers.docx(papers.paragraph(papers.run(f"{papers.TEXT} "), papers.run(SECRET, properties)))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (with_secret(_VANISH), "vanished"),
        (with_secret(_WHITE), "no_contrast"),
        (with_secret(_TINY), "tiny"),
        (
            papers.docx(
                papers.paragraph(papers.run(f"{papers.TEXT} "), papers.run(SECRET, '<w:rStyle w:val="Ghost"/>')),
                {"word/styles.xml": _STYLES},
            ),
            "vanished",
        ),
        (
            papers.doc(f"{papers.TEXT} {SECRET}", hidden=(len(papers.TEXT) + 1, len(papers.TEXT) + 1 + len(SECRET))),
            "vanished",
        ),
        (papers.rtf(rf"{papers.TEXT} {{\v {SECRET}}}"), "vanished"),
        (papers.rtf(rf"{papers.TEXT} {{\cf2 {SECRET}}}"), "no_contrast"),
        (papers.rtf(rf"{papers.TEXT} {{\fs2 {SECRET}}}"), "tiny"),
        (
            papers.odt(
                f'<text:p>{papers.TEXT} <text:span text:style-name="T">{SECRET}</text:span></text:p>',
                '<style:style style:name="T"><style:text-properties text:display="none"/></style:style>',
            ),
            "vanished",
        ),
        (
            papers.odt(
                f'<text:p>{papers.TEXT} <text:span text:style-name="T">{SECRET}</text:span></text:p>',
                '<style:style style:name="T"><style:text-properties fo:color="#ffffff"/></style:style>',
            ),
            "no_contrast",
        ),
    ],
    ids=[
        "docx vanish",
        "docx white",
        "docx tiny",
        "docx style",
        "doc",
        "rtf",
        "rtf white",
        "rtf tiny",
        "odt",
        "odt white",
    ],
)
def test_hidden_in_a_word_processor(tmp_path: Path, content: bytes, reason: str) -> None:
    assert hidden_in(tmp_path, content) == [(SECRET, reason)]


@pytest.mark.parametrize(
    "content",
    [
        with_secret(_WHITE + _SHADE),
        with_secret('<w:vanish w:val="false"/>'),
        papers.docx(
            papers.paragraph(papers.run(papers.TEXT))
            + f"<w:tbl><w:tr><w:tc><w:tcPr>{_SHADE}</w:tcPr>"
            + papers.paragraph(papers.run(SECRET, _WHITE))
            + "</w:tc></w:tr></w:tbl>"
        ),
    ],
    ids=["on a shade", "switched off", "in a dark cell"],
)
def test_visible_in_a_word_processor(tmp_path: Path, content: bytes) -> None:
    assert hidden_in(tmp_path, content) == []
