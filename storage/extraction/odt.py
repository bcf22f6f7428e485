"""ODT, as LibreOffice and Google Docs write it: headers, body, tables and text boxes."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.outcome import Reading, Refused
from storage.extraction.visibility import AUTO, CLEAR, Fill, Look
from storage.extraction.writing import TextWriter

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _STYLE = f"{_OASIS}text:1.0}}", f"{_OASIS}table:1.0}}", f"{_OASIS}style:1.0}}"
_OFFICE, _DRAW = f"{_OASIS}office:1.0}}", f"{_OASIS}drawing:1.0}}"
_FO = f"{_OASIS}xsl-fo-compatible:1.0}}"
_PARAGRAPHS = {f"{_TEXT}p", f"{_TEXT}h"}
_SKIPPED = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}sequence-decls", f"{_OFFICE}forms"}
_MANIFEST = "META-INF/manifest.xml"
_PROGRAMS = ("Basic/", "Scripts/")
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_MAX_INHERITANCE = 20
_MAX_SPACES = 100


def read(path: Path) -> Reading:
    archive = Archive(path)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise Refused("resume_encrypted")
    if any(name.startswith(_PROGRAMS) and not name.endswith("/") for name in archive.names):
        raise Refused("resume_active_content")
    content = archive.xml("content.xml")
    common = archive.xml("styles.xml") if "styles.xml" in archive else Element("none")
    reader = _Reader([content, common])
    for header in common.iter(f"{_STYLE}header"):
        reader.blocks(header, Look())
    reader.blocks(content, Look())
    for footer in common.iter(f"{_STYLE}footer"):
        reader.blocks(footer, Look())
    writer = reader.writer
    return Reading("opendocument", writer.text, writer.hidden, truncated=writer.truncated)


class _Reader:
    def __init__(self, roots: list[Element]) -> None:
        self.writer = TextWriter()
        self._styles = {s.get(f"{_STYLE}name", ""): s for root in roots for s in root.iter(f"{_STYLE}style")}

    def blocks(self, element: Element, below: Look) -> None:
        for node in element:
            if node.tag in _PARAGRAPHS:
                self._paragraph(node, below)
            elif node.tag == f"{_TABLE}table-row":
                self._row(node, below)
            elif node.tag not in _SKIPPED:
                self.blocks(node, below)

    def _paragraph(self, paragraph: Element, below: Look) -> None:
        self._inline(paragraph, self._look(paragraph, _TEXT).on(below))
        self.writer.end_line()
        for box in paragraph.iter(f"{_DRAW}text-box"):
            self.blocks(box, Look(colour=AUTO))

    def _inline(self, element: Element, look: Look) -> None:
        self.writer.write(element.text or "", hidden=look.hidden)
        for node in element:
            if node.tag not in _SKIPPED and node.tag != f"{_DRAW}frame":
                self.writer.write(_character(node))
                self._inline(node, self._look(node, _TEXT).on(look))
            self.writer.write(node.tail or "", hidden=look.hidden)

    def _row(self, row: Element, below: Look) -> None:
        cells = row.findall(f"{_TABLE}table-cell")
        in_line = all(len(list(_paragraphs(cell))) <= 1 for cell in cells)
        for position, cell in enumerate(cells):
            look = self._look(cell, _TABLE).on(below)
            if not in_line:
                self.blocks(cell, look)
                self.writer.end_block()
                continue
            if position:
                self.writer.write("\t")
            for paragraph in _paragraphs(cell):
                self._inline(paragraph, self._look(paragraph, _TEXT).on(look))
        self.writer.end_line()

    def _look(self, element: Element, namespace: str) -> Look:
        look, name = Look(), element.get(f"{namespace}style-name")
        for _ in range(_MAX_INHERITANCE):
            style = self._styles.get(name or "")
            if style is None:
                break
            look = look.over(_look_of(style))
            name = style.get(f"{_STYLE}parent-style-name")
        return look


def _paragraphs(cell: Element) -> Iterator[Element]:
    return (node for node in cell.iter() if node.tag in _PARAGRAPHS)


def _character(node: Element) -> str:
    if node.tag == f"{_TEXT}s":
        count = node.get(f"{_TEXT}c", "1")
        return " " * min(int(count), _MAX_SPACES) if count.isdecimal() else " "
    return {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}.get(node.tag, "")


def _look_of(style: Element) -> Look:
    look = Look()
    for properties in style:
        look = Look(
            vanish=True if properties.get(f"{_TEXT}display") == "none" else None,
            colour=_colour(properties.get(f"{_FO}color")),
            size=_points(properties.get(f"{_FO}font-size")),
            fill=_fill(properties.get(f"{_FO}background-color")),
        ).over(look)
    return look


def _colour(value: str | None) -> int | None:
    with contextlib.suppress(ValueError):
        return int(value[1:], 16) if value and value.startswith("#") else None
    return None


def _fill(value: str | None) -> Fill | None:
    colour = _colour(value)
    return (CLEAR if value == "transparent" else None) if colour is None else (colour,)


def _points(value: str | None) -> float | None:
    """None for a size in percent: it is relative to something readable."""
    with contextlib.suppress(ValueError):
        return float(value[:-2]) * _POINTS[value[-2:]] if value and value[-2:] in _POINTS else None
    return None
