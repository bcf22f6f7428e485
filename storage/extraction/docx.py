"""DOCX, read straight from its XML: body, tables, text boxes, headers, footers and notes, in reading order."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from storage.extraction.archive import Archive
from storage.extraction.outcome import Reading, Refused
from storage.extraction.writing import TextWriter

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = re.compile(r"word/(header|footer|footnotes|endnotes)\d*\.xml")
_MACROS = "word/vbaProject.bin"


def read(path: Path) -> Reading:
    archive = Archive(path)
    if _MACROS in archive:
        raise Refused("resume_has_macros")
    writer = TextWriter()
    for name in _parts_in_order(archive):
        _write_blocks(archive.xml(name), writer)
        writer.end_block()
    return Reading(extractor="wordprocessingml", text=writer.text, hidden=writer.hidden, truncated=writer.truncated)


def _parts_in_order(archive: Archive) -> list[str]:
    """Headers stand above the text and often hold the name and contacts; footers and notes below."""
    parts = sorted(name for name in archive.names if _PARTS.fullmatch(name))
    headers = [name for name in parts if name.startswith("word/header")]
    return [*headers, "word/document.xml", *(name for name in parts if name not in headers)]


def _write_blocks(element: Element, writer: TextWriter) -> None:
    for node in _visible_choice(element):
        if node.tag == f"{_W}p":
            _write_paragraph(node, writer)
        elif node.tag == f"{_W}tr":
            _write_row(node, writer)
        elif node.tag != f"{_W}del":
            _write_blocks(node, writer)


def _write_row(row: Element, writer: TextWriter) -> None:
    """Cells of a row on one line when they are short lines; a layout table's cells keep their paragraphs."""
    for cell in row.iter(f"{_W}tc"):
        _write_blocks(cell, writer)


def _write_paragraph(paragraph: Element, writer: TextWriter) -> None:
    for run in _runs(paragraph):
        _write_run(run, writer)
    writer.end_line()


def _runs(element: Element) -> Iterator[Element]:
    for node in element:
        if node.tag == f"{_W}r":
            yield node
        elif node.tag != f"{_W}del":
            yield from _runs(node)


def _write_run(run: Element, writer: TextWriter) -> None:
    for node in run:
        if node.tag == f"{_W}t":
            writer.write(node.text or "")
        elif node.tag in {f"{_W}tab", f"{_W}ptab"}:
            writer.write("\t")
        elif node.tag in {f"{_W}br", f"{_W}cr"}:
            writer.write("\n")


def _visible_choice(element: Element) -> Iterator[Element]:
    """Word keeps a text box twice, for new and for old readers: one of the two is enough."""
    return (node for node in element if node.tag != f"{_MC}Fallback")
