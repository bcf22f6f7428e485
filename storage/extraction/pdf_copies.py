"""Letters that are drawn more than once: shadows, glows and outlines.

PDFium takes such copies for one text and keeps the first, which is the one below. What the reader sees is another: a
white shadow under dark letters hides nothing.
"""

from collections import defaultdict
from ctypes import addressof
from itertools import islice

from pypdfium2 import raw

from storage.extraction.pdf_geometry import Box, Geometry
from storage.extraction.pdf_lines import TextLines
from storage.extraction.pdf_objects import Handle, Survey, address, bounds, font_size

# A shadow stands this near to its letters, in sizes of the font.
_SHIFT = 0.25
_CELL = 8.0
# Enough for a glow drawn in every direction; a hostile page has thousands in one place.
_MOST_IN_CELL = 16
# Suspects whose copies are looked for; the page of an honest resume has fewer.
_MOST_SUSPECTS = 1000


def settle_copies(found: Survey, lines: TextLines, geometry: Geometry) -> dict[int, Handle]:
    """For each suspect that is drawn again, the copy that the reader sees. Suspects with a copy beyond suspicion are
    none any more."""
    shown: dict[int, Handle] = {}
    cells = _cells(found, geometry) if found.suspects else {}
    for key, handle in islice(found.suspects.items(), _MOST_SUSPECTS):
        copies = _copies(handle, cells, lines, geometry) if key in found.texts else []
        plain = [copy for copy in copies if address(copy) not in found.suspects]
        if copies:
            shown[key] = max(plain or copies, key=lambda copy: found.texts[address(copy)][0])
    for key, copy in shown.items():
        if address(copy) not in found.suspects:
            del found.suspects[key]
    return shown


_Cells = dict[tuple[int, int], list[tuple[Handle, Box]]]


def _cells(found: Survey, geometry: Geometry) -> _Cells:
    cells: _Cells = defaultdict(list)
    for _, handle in found.texts.values():
        box = bounds(handle, geometry)
        cell = cells[_cell(box)]
        if len(cell) < _MOST_IN_CELL:
            cell.append((handle, box))
    return cells


def _cell(box: Box, right: int = 0, down: int = 0) -> tuple[int, int]:
    return int(box.left // _CELL) + right, int(box.top // _CELL) + down


def _copies(handle: Handle, cells: _Cells, lines: TextLines, geometry: Geometry) -> list[Handle]:
    """The same font and width are the same letters, once PDFium has dropped them."""
    box, slack = bounds(handle, geometry), _SHIFT * font_size(handle)
    near = [_cell(box, right, down) for right in (-1, 0, 1) for down in (-1, 0, 1)]
    return [
        other
        for cell in near
        for other, place in cells.get(cell, ())
        if _is_near(box, place, slack) and address(other) != address(handle) and _same_letters(handle, other, lines)
    ]


def _is_near(box: Box, other: Box, slack: float) -> bool:
    return all(abs(here - there) <= slack for here, there in zip(box, other, strict=True))


def _same_letters(handle: Handle, other: Handle, lines: TextLines) -> bool:
    return _font(handle) == _font(other) and lines.written_by(other) in {"", lines.written_by(handle)}


def _font(handle: Handle) -> int:
    font = raw.FPDFTextObj_GetFont(handle)
    return addressof(font.contents) if font else 0
