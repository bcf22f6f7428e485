"""What lies under a text decides whether it is seen: shades, tables, the page, and shapes behind the text."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.storage import papers
from tests.storage.papers import paragraph, run
from tests.storage.test_hidden_in_pdf import SECRET, hidden_in

_WHITE, _NAVY = '<w:color w:val="FFFFFF"/>', '<w:color w:val="10243E"/>'
_DARK = '<w:shd w:val="clear" w:color="auto" w:fill="10243E"/>'
_BODY = paragraph(run(papers.TEXT))
_TO_DISPLAY = papers.docx_part("settings", "<w:displayBackgroundShape/>")
_STYLES = papers.docx_part(
    "styles",
    f'<w:style w:type="paragraph" w:styleId="Band"><w:pPr>{_DARK}</w:pPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr>'
    '<w:shd w:val="clear" w:fill="10243E"/></w:tcPr></w:tblStylePr></w:style>',
)
_SOLID, _THEME = '<a:srgbClr val="5D1049"/>', '<a:schemeClr val="accent2"><a:lumMod val="50000"/></a:schemeClr>'


def shape(  # one for all the ways to be on a page
    fill: str = f"<a:solidFill>{_SOLID}</a:solidFill>",
    size: tuple[int, int] = (612, 150),
    at: tuple[int, int] = (0, 0),
    *,
    behind: bool = True,
    text: str = "",
    geometry: str = '<a:prstGeom prst="rect"/>',
    hidden: bool = False,
) -> str:
    (width, height), (x, y) = ((12_700 * a, 12_700 * b) for a, b in (size, at))
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor behindDoc="{behind:d}">'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapNone/><wp:docPr id="1" name="Shape" hidden="{hidden:d}"/>'
        f"<a:graphic><a:graphicData><wps:wsp><wps:spPr>{geometry}{fill}</wps:spPr>{box}<wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def table(row: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{row}</w:tbl>"


def row(text: str, properties: str = "") -> str:
    return f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc></w:tr>"


def secret(run_properties: str = _WHITE, properties: str = "") -> str:
    return paragraph(f"<w:pPr>{properties}</w:pPr>", run(SECRET, run_properties))


def white_picture(colour: str) -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (64, 32), colour).save(output, "PNG")
    return output.getvalue()


def over_a_picture(colour: str) -> bytes:
    picture = shape('<a:blipFill><a:blip r:embed="media/image1.png"/></a:blipFill>')
    return papers.docx(paragraph(picture) + secret() + _BODY, {"word/media/image1.png": white_picture(colour)})


HIDDEN = {
    "white on white": papers.docx(_BODY + secret(f'{_WHITE}<w:shd w:val="clear" w:fill="FDFDFD"/>')),
    "white highlight": papers.docx(_BODY + secret(f'{_WHITE}<w:highlight w:val="white"/>')),
    "shade that is none": papers.docx(_BODY + secret(f'{_WHITE}<w:shd w:val="nil" w:fill="10243E"/>')),
    "white over a dark style": papers.docx(
        _BODY + secret(f'{_WHITE}<w:shd w:val="clear" w:fill="FFFFFF"/>', '<w:pStyle w:val="Band"/>'),
        {"word/styles.xml": _STYLES},
    ),
    "dark in a dark cell": papers.docx(_BODY + table(row(secret(_NAVY), _DARK))),
    "yellow in yellow": papers.docx(_BODY + secret('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')),
    "theme's white": papers.docx(_BODY + secret('<w:color w:val="123456" w:themeColor="background1"/>')),
    "page's colour not shown": papers.docx(_BODY + secret(), before='<w:background w:color="000000"/>'),
    "white page": papers.docx(
        _BODY + secret(), {"word/settings.xml": _TO_DISPLAY}, before='<w:background w:color="FFFFFF"/>'
    ),
    "second row of a table": papers.docx(
        _BODY + table(row(_BODY) + row(secret()), '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>'),
        {"word/styles.xml": _STYLES},
    ),
    "header row switched off": papers.docx(
        _BODY + table(row(secret()), '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="0"/>'),
        {"word/styles.xml": _STYLES},
    ),
    "over a dot": papers.docx(paragraph(shape(size=(1, 1), at=(90, 85))) + secret() + _BODY),
    "beside a stripe": papers.docx(paragraph(shape(size=(40, 700))) + secret() + _BODY),
    "over a frame": papers.docx(paragraph(shape(geometry='<a:prstGeom prst="frame"/>')) + secret() + _BODY),
    "over a hidden shape": papers.docx(paragraph(shape(hidden=True)) + secret() + _BODY),
    "over glass": papers.docx(paragraph(shape("<a:noFill/>")) + secret() + _BODY),
    "far below a banner": papers.docx(paragraph(shape()) + _BODY * 20 + secret()),
    "banner's colour": papers.docx(
        paragraph(shape(size=(612, 500))) + _BODY * 4 + secret('<w:color w:val="5D1049"/>') + _BODY
    ),
    "over a white picture": over_a_picture("white"),
    "box in its own colour": papers.docx(
        _BODY + paragraph(shape(behind=False, text=secret('<w:color w:val="5D1049"/>'), at=(0, 500)))
    ),
    "white in a clear box": papers.docx(_BODY + paragraph(shape("<a:noFill/>", text=secret(), at=(0, 500)))),
    "box below another": papers.docx(
        _BODY + paragraph(shape(text=secret(), at=(90, 500)), shape(size=(600, 200), at=(0, 490)))
    ),
}
SEEN = {
    "solid pattern": papers.docx(_BODY + secret(properties='<w:shd w:val="solid" w:color="10243E" w:fill="auto"/>')),
    "whole table shaded": papers.docx(_BODY + table(row(secret()), _DARK)),
    "header row of a style": papers.docx(
        _BODY + table(row(secret()), '<w:tblStyle w:val="Grid"/><w:tblLook w:firstRow="1"/>'),
        {"word/styles.xml": _STYLES},
    ),
    "dark page": papers.docx(
        _BODY.replace("<w:rPr>", f"<w:rPr>{_WHITE}") + secret(),
        {"word/settings.xml": _TO_DISPLAY},
        before='<w:background w:color="10243E"/>',
    ),
    "automatic in a dark cell": papers.docx(_BODY + table(row(secret('<w:color w:val="auto"/>'), _DARK))),
    "over a banner": papers.docx(paragraph(shape()) + secret() + _BODY * 10),
    "over the theme's colour": papers.docx(
        paragraph(shape(f"<a:solidFill>{_THEME}</a:solidFill>")) + secret() + _BODY * 10
    ),
    "over a gradient": papers.docx(
        paragraph(
            shape(
                f'<a:gradFill><a:gsLst><a:gs pos="0">{_SOLID}</a:gs><a:gs pos="100000"><a:srgbClr val="FFFFFF"/></a:gs>'
                '</a:gsLst><a:lin ang="5400000"/></a:gradFill>',
                size=(612, 400),
            )
        )
        + secret()
        + _BODY
    ),
    "over a banner of the header": papers.docx(
        secret() + _BODY, {"word/header1.xml": papers.docx_part("hdr", paragraph(shape()))}
    ),
    "over an old shape": papers.docx(
        paragraph(
            '<w:r><w:pict><v:rect style="position:absolute;margin-left:-90pt;margin-top:-72pt;width:612pt;'
            'height:150pt;z-index:-5" fillcolor="#223"/></w:pict></w:r>'
        )
        + secret()
        + _BODY
    ),
    "over a dark picture": over_a_picture("#203010"),
    "in a dark box": papers.docx(_BODY + paragraph(shape(behind=False, text=secret(), at=(0, 500)))),
    "long in a clear box over a banner": papers.docx(
        paragraph(shape(), shape("<a:noFill/>", behind=False, text=secret() * 6)) + _BODY
    ),
    "black below a banner": papers.docx(paragraph(shape()) + secret() + _BODY * 30),
    "pale grey": papers.docx(_BODY + secret('<w:color w:val="C8C8C8"/>')),
    "white letters with dark edges": papers.docx(
        _BODY
        + secret(
            f'{_WHITE}<w14:textOutline w14:w="9525"><w14:solidFill><w14:srgbClr w14:val="203040"/></w14:solidFill>'
            "</w14:textOutline>"
        )
    ),
}


@pytest.mark.parametrize("content", HIDDEN.values(), ids=HIDDEN.keys())
def test_hidden_by_its_ground(tmp_path: Path, content: bytes) -> None:
    assert hidden_in(tmp_path, content) == [(SECRET, "no_contrast")]


@pytest.mark.parametrize("content", SEEN.values(), ids=SEEN.keys())
def test_seen_on_its_ground(tmp_path: Path, content: bytes) -> None:
    assert hidden_in(tmp_path, content) == []


def test_a_few_lines_beside_a_banner_have_the_benefit_of_the_doubt_and_a_page_has_not(tmp_path: Path) -> None:
    banner, contacts = paragraph(shape(size=(612, 110))), paragraph(run("Казань, anna@example.com", _WHITE))
    assert hidden_in(tmp_path, papers.docx(banner + contacts + _BODY)) == []
    assert hidden_in(tmp_path, papers.docx(banner + contacts * 20 + _BODY))
