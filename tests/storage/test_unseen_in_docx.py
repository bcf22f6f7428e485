"""Text of a DOCX that is not on the page, or too squeezed to be read, for any reason but its colour."""

from pathlib import Path

import pytest

from storage.extraction.reading import extract
from tests.storage import papers
from tests.storage.papers import paragraph, run
from tests.storage.test_grounds_in_docx import row, secret, shape, table
from tests.storage.test_hidden_in_pdf import SECRET, hidden_in

_BODY = paragraph(run(papers.TEXT))
_BEGIN, _SEPARATE, _END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
_TITLE_PAGE = "<w:titlePg/>"
_MERGED = row(_BODY, '<w:vMerge w:val="restart"/>') + row(paragraph(run(SECRET)), "<w:vMerge/>")
_NOTES = papers.docx_part("footnotes", f'<w:footnote w:id="2">{paragraph(run(SECRET))}</w:footnote>')


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (secret('<w:w w:val="2"/>'), "tiny"),
        (secret('<w:spacing w:val="-300"/>'), "tiny"),
        (secret('<w:fitText w:val="40"/>'), "tiny"),
        (secret('<w:cs/><w:szCs w:val="2"/>'), "tiny"),
        (secret("", '<w:spacing w:line="30" w:lineRule="exact"/>'), "tiny"),
        (secret("", '<w:spacing w:line="8" w:lineRule="auto"/>'), "tiny"),
        (secret('<w:position w:val="1400"/>'), "off_page"),
        (secret("", '<w:ind w:left="-16000"/>'), "off_page"),
        (secret("", '<w:framePr w:w="3000" w:hAnchor="page" w:vAnchor="page" w:x="300" w:y="-9000"/>'), "off_page"),
        (table(row(secret("")), '<w:tblInd w:w="-16000"/>'), "off_page"),
        (table(row(secret("")).replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>")), "vanished"),
        (
            table(row(secret("")).replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="9" w:hRule="exact"/></w:trPr>')),
            "tiny",
        ),
        (paragraph(shape(text=secret(""), size=(1, 1), behind=False)), "tiny"),
        (paragraph(shape(text=secret(""), at=(900, 10), behind=False)), "off_page"),
        (paragraph(shape(text=secret(""), hidden=True, behind=False)), "vanished"),
        (secret("<w14:textFill><w14:noFill/></w14:textFill>"), "no_contrast"),
    ],
    ids=[
        "narrow letters", "close letters", "fitted", "complex script", "low line", "share of a line", "lifted",
        "indented", "framed", "table outside", "hidden row", "low row", "small box", "box outside",
        "hidden box", "no paint",
    ],
)  # fmt: skip
def test_out_of_sight(tmp_path: Path, body: str, reason: str) -> None:
    assert hidden_in(tmp_path, papers.docx(_BODY + body)) == [(SECRET, reason)]


def test_a_list_off_the_page(tmp_path: Path) -> None:
    level = '<w:lvl w:ilvl="0"><w:pPr><w:ind w:left="-16000"/></w:pPr></w:lvl>'
    numbering = papers.docx_part(
        "numbering",
        f'<w:abstractNum w:abstractNumId="3">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>',
    )
    body = _BODY + secret("", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert hidden_in(tmp_path, papers.docx(body, {"word/numbering.xml": numbering})) == [(SECRET, "off_page")]


@pytest.mark.parametrize(
    "body",
    [
        secret('<w:w w:val="80"/><w:spacing w:val="-10"/>'),
        secret('<w:position w:val="12"/>'),
        secret('<w:webHidden/><w:szCs w:val="2"/>'),
        secret("", '<w:spacing w:line="240" w:lineRule="exact"/>'),
        secret("", '<w:ind w:left="-600" w:right="-600"/>'),
        table(row(secret("")).replace("<w:tr>", '<w:tr><w:trPr><w:trHeight w:val="400" w:hRule="exact"/></w:trPr>')),
        paragraph(shape(text=secret(""), fill="<a:noFill/>", at=(90, 400), behind=False)),
    ],
    ids=["condensed", "superscript", "other sizes", "exact line", "in the margin", "exact row", "box"],
)
def test_unusual_and_in_sight(tmp_path: Path, body: str) -> None:
    assert hidden_in(tmp_path, papers.docx(_BODY + body)) == []


@pytest.mark.parametrize(
    "content",
    [
        papers.docx(_BODY + paragraph(_BEGIN, run(SECRET), _SEPARATE, run(""), _END)),
        papers.docx(_BODY + paragraph(_BEGIN, _BEGIN, _SEPARATE, run(SECRET), _END, _SEPARATE, _END)),
        papers.docx(
            _BODY, {"word/header1.xml": papers.docx_part("hdr", paragraph(run(SECRET)))},
            section=papers.reference("header1.xml", "first"),
        ),
        papers.docx(
            _BODY, {"word/footer1.xml": papers.docx_part("ftr", paragraph(run(SECRET)))},
            section=papers.reference("footer1.xml", "default") + _TITLE_PAGE,
        ),
        papers.docx(_BODY, {"word/header7.xml": papers.docx_part("hdr", paragraph(run(SECRET)))}, section=""),
        papers.docx(_BODY, {"word/footnotes.xml": _NOTES}),
        papers.docx(_BODY + table(_MERGED)),
        papers.docx(f'{_BODY}<x:wrap xmlns:x="urn:unknown">{paragraph(run(SECRET))}</x:wrap>'),
        papers.docx(_BODY + paragraph(shape(text=paragraph(run(SECRET))).replace('"wps"', '"unknown"'))),
    ],
    ids=[
        "code of a field", "field in the code", "first page's header", "second page's footer", "unused header",
        "unused note", "merged cell", "unknown element", "unknown shape",
    ],
)  # fmt: skip
def test_what_word_does_not_show_is_not_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert SECRET not in extract(file).text


@pytest.mark.parametrize(
    "content",
    [
        papers.docx(_BODY + paragraph(_BEGIN, run("код"), _SEPARATE, run("портфолио на сайте"), _END)),
        papers.docx(_BODY + paragraph(_BEGIN, run("портфолио на сайте"))),
        papers.docx(
            _BODY, {"word/header1.xml": papers.docx_part("hdr", paragraph(run("портфолио на сайте")))},
            section=papers.reference("header1.xml", "first") + _TITLE_PAGE,
        ),
        papers.docx(
            _BODY + paragraph('<w:r><w:footnoteReference w:id="2"/></w:r>'),
            {"word/footnotes.xml": _NOTES.replace(SECRET, "портфолио на сайте")},
        ),
    ],
    ids=["result of a field", "field without an end", "first page's header", "note"],
)  # fmt: skip
def test_what_word_shows_is_read(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(content)
    assert "портфолио на сайте" in extract(file).text
