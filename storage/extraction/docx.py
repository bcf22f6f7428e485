"""DOCX, read straight from its XML: body, tables, text boxes, headers, footers and notes, in reading order."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.docx_looks import Styles, W, is_shaded_cell
from storage.extraction.outcome import Reading, Refused
from storage.extraction.visibility import Look
from storage.extraction.writing import TextWriter

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_PROGRAM = re.compile(r".*(vbaProject\.bin|oleObject\d*\.bin|activeX\d*\.(bin|xml))", re.IGNORECASE)
_RELATIONS = re.compile(r"word/_rels/.*\.rels")
_REMOTE = re.compile(r"(https?|ftp):|\\\\|//|file://[^/]", re.IGNORECASE)
# A hyperlink waits to be clicked; these are fetched as the document opens.
_FETCHED = ("attachedTemplate", "oleObject", "frame", "subDocument")
_BREAKS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PANEL = Look(shaded=True)


def read(path: Path) -> Reading:
    archive = Archive(path)
    _refuse_active_content(archive)
    reader = _Reader(Styles(archive))
    for name in _parts_in_order(archive):
        root = archive.xml(name)
        reader.blocks(root, _PANEL if root.find(f"{W}background") is not None else Look())
        reader.writer.end_block()
    writer = reader.writer
    return Reading("wordprocessingml", writer.text, writer.hidden, truncated=writer.truncated)


def _refuse_active_content(archive: Archive) -> None:
    if any(_PROGRAM.fullmatch(name) for name in archive.names):
        raise Refused("resume_active_content")
    for name in filter(_RELATIONS.fullmatch, archive.names):
        for relation in archive.xml(name):
            if relation.get("Type", "").endswith(_FETCHED) and _REMOTE.match(relation.get("Target", "")):
                raise Refused("resume_active_content")


def _parts_in_order(archive: Archive) -> list[str]:
    """Headers stand above the text and often hold the name and contacts; footers and notes below."""
    parts = sorted(name for name in archive.names if _PARTS.fullmatch(name))
    headers = [name for name in parts if name.startswith("word/header")]
    return [*headers, "word/document.xml", *(name for name in parts if name not in headers)]


class _Reader:
    def __init__(self, styles: Styles) -> None:
        self.writer = TextWriter()
        self._styles = styles

    def blocks(self, element: Element, below: Look) -> None:
        for node in _shown(element):
            if node.tag == f"{W}p":
                self._paragraph(node, below)
            elif node.tag == f"{W}tr":
                self._row(node, below)
            else:
                self.blocks(node, below)

    def _paragraph(self, paragraph: Element, below: Look) -> None:
        self._inline(paragraph, below)
        self.writer.end_line()
        for box in _text_boxes(paragraph):
            # A box may lie on a panel of any colour: its letters are accused of nothing but being hidden or tiny.
            self.blocks(box, below.over(_PANEL))

    def _inline(self, paragraph: Element, below: Look) -> None:
        look = self._styles.paragraph(paragraph).over(below)
        for run in _runs(paragraph):
            hidden = self._styles.run(run, look).hidden
            for node in run:
                piece = (node.text or "") if node.tag == f"{W}t" else _BREAKS.get(node.tag, "")
                self.writer.write(piece, hidden=hidden)

    def _row(self, row: Element, below: Look) -> None:
        """One line for a row of one-line cells; cells with paragraphs of their own are a layout, read one by one."""
        cells = list(row.iter(f"{W}tc")) if row.find(f".//{W}tbl") is None else row.findall(f"{W}tc")
        in_line = all(len(_paragraphs_with_text(cell)) <= 1 for cell in cells)
        for position, cell in enumerate(cells):
            look = Look(shaded=is_shaded_cell(cell)).over(below)
            if not in_line:
                self.blocks(cell, look)
                self.writer.end_block()
                continue
            if position:
                self.writer.write("\t")
            for paragraph in _paragraphs_with_text(cell):
                self._inline(paragraph, look)
        self.writer.end_line()


def _shown(element: Element) -> Iterator[Element]:
    """Word keeps a text box twice, for new and for old readers; deleted text waits for a reviewer."""
    return (node for node in element if node.tag not in {_FALLBACK, f"{W}del", f"{W}moveFrom"})


def _runs(element: Element) -> Iterator[Element]:
    for node in _shown(element):
        if node.tag == f"{W}r":
            yield node
        else:
            yield from _runs(node)


def _text_boxes(element: Element) -> Iterator[Element]:
    for node in _shown(element):
        if node.tag == f"{W}txbxContent":
            yield node
        else:
            yield from _text_boxes(node)


def _paragraphs_with_text(cell: Element) -> list[Element]:
    return [paragraph for paragraph in cell.iter(f"{W}p") if any(True for _ in paragraph.iter(f"{W}t"))]
