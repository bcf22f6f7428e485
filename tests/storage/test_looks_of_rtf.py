"""Hidden and seen text of an RTF: colours by what lies under them, and looks that end where the format ends them."""

from pathlib import Path

import pytest

from storage.extraction.reading import extract
from tests.storage.papers import TEXT
from tests.storage.test_hidden_in_pdf import SECRET, hidden_in

_BOX = r"{\shp{\*\shpinst\shpleft0\shptop0\shpright4000\shpbottom2000%s{\shptxt %s}}}"


def rtf(body: str) -> bytes:
    """Colours: 1 black, 2 white, 3 dark green, 4 yellow."""
    head = (
        r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Arial;}}{\colortbl;\red0\green0\blue0;"
        r"\red255\green255\blue255;\red16\green60\blue40;\red255\green255\blue0;}\f0 "
    )
    return f"{head}{TEXT}\\par {body}}}".encode("cp1251")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (rf"\pard\cbpat2\cf2 {SECRET}", "no_contrast"),
        (rf"\pard\cbpat3\cf3 {SECRET}", "no_contrast"),
        (rf"\highlight4\cf4 {SECRET}", "no_contrast"),
        (rf"{{\chcbpat3 }}\chcbpat0\cf2 {SECRET}", "no_contrast"),
        (rf"\pard\cbpat3 \par\pard\cf2 {SECRET}", "no_contrast"),
        (rf"{{\highlight3\plain\cf2 {SECRET}}}", "no_contrast"),
        (rf"\trowd\clcbpat3\cellx3000\cellx6000\pard\intbl \cell\cf2 {SECRET}\cell\row", "no_contrast"),
        (_BOX % (r"{\sp{\sn fillColor}{\sv 2636816}}", rf"\cf3 {SECRET}"), "no_contrast"),
        (_BOX.replace("4000", "1") % ("", SECRET), "tiny"),
        (rf"\charscalex2 {SECRET}", "tiny"),
        (rf"\expndtw-300 {SECRET}", "tiny"),
        (rf"\pard\sl-20\slmult0 {SECRET}", "tiny"),
        (rf"\trowd\trrh-10\cellx3000\pard\intbl {SECRET}\cell\row", "tiny"),
        (rf"\pard\li-20000 {SECRET}", "off_page"),
    ],
    ids=[
        "white shade", "dark on dark", "yellow on yellow", "shade ended", "shade of a paragraph before", "plain",
        "next cell", "box in its own colour", "small box", "narrow", "close", "low line", "low row", "indented",
    ],
)  # fmt: skip
def test_hidden_in_rtf(tmp_path: Path, body: str, reason: str) -> None:
    assert hidden_in(tmp_path, rtf(body)) == [(SECRET, reason)]


@pytest.mark.parametrize(
    "body",
    [
        rf"{{\fs4 \par\pard\plain {SECRET}\par {SECRET}}}",
        rf"{{\cf2\v \plain {SECRET}}}",
        rf"\pard\cbpat3\cf2 {SECRET}",
        rf"\pard\shading10000\cfpat3\cf2 {SECRET}",
        rf"\trowd\clcbpat3\cellx3000\cellx6000\pard\intbl\cf2 {SECRET}\cell\cf1 \cell\row",
        _BOX % (r"{\sp{\sn fillColor}{\sv 2636816}}", rf"\cf2 {SECRET}"),
        rf"\pard\li-300\sl240\slmult1\expndtw-10 {SECRET}",
    ],
    ids=["size ended", "all ended", "dark shade", "solid pattern", "dark cell", "dark box", "ordinary"],
)
def test_seen_in_rtf(tmp_path: Path, body: str) -> None:
    assert hidden_in(tmp_path, rtf(body)) == []


@pytest.mark.parametrize(
    "body",
    [rf"{{\deleted {SECRET}}}", rf"{{\headerf {SECRET}}}"],
    ids=["deleted", "header of a first page that is as the others"],
)
def test_what_word_does_not_show_of_an_rtf_is_not_read(tmp_path: Path, body: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(rtf(body))
    assert extract(file).text == TEXT
