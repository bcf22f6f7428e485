"""Letters that are drawn more than once: shadows, glows, outlines, and bold made by drawing twice.

PDFium takes such copies for one text and keeps the first, which is the one below. What the reader sees is another: a
white shadow under dark letters hides nothing.
"""

from collections import defaultdict
from ctypes import addressof
from functools import cached_property
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from storage.extraction.pdf_geometry import Box, Geometry
from storage.extraction.pdf_lines import TextLines
from storage.extraction.pdf_objects import Handle, Survey, address, all_objects, bounds, font_size

# A shadow stands this near to its letters, in sizes of the font.
_SHIFT = 0.25
_CELL = 8.0
# Enough for a glow drawn in every direction; a hostile page has thousands in one place.
_MOST_IN_CELL = 16
# Texts whose copies are looked for; the page of an honest resume has fewer.
_MOST_ASKED = 1000


class _Copy(NamedTuple):
    """`order` counts what the page paints, from the bottom up."""

    order: int
    handle: Handle
    box: Box


class Copies:
    """The texts of a page that are drawn again in their place."""

    def __init__(self, page: pypdfium2.PdfPage, geometry: Geometry, lines: TextLines) -> None:
        self._page, self._geometry, self._lines = page, geometry, lines
        self._known: dict[int, list[Handle]] = {}

    def clear(self, found: Survey) -> None:
        """Suspects with a copy beyond suspicion are none any more."""
        seen = [key for key, handle in found.suspects.items() if self._has_plain_copy(handle, found)]
        for key in seen:
            del found.suspects[key]

    def of(self, handle: Handle) -> list[Handle]:
        """It and its copies, from the lowest to the topmost. The same font and width are the same letters, once PDFium
        has dropped them."""
        key = address(handle)
        if key not in self._known and len(self._known) < _MOST_ASKED:
            self._known[key] = self._find(handle)
        return self._known.get(key, [handle])

    def _has_plain_copy(self, handle: Handle, found: Survey) -> bool:
        return any(address(copy) not in found.suspects for copy in self.of(handle))

    def _find(self, handle: Handle) -> list[Handle]:
        box, slack = bounds(handle, self._geometry), _SHIFT * font_size(handle)
        near = (_cell(box, right, down) for right in (-1, 0, 1) for down in (-1, 0, 1))
        copies = [
            copy
            for cell in near
            for copy in self._cells.get(cell, ())
            if _is_near(box, copy.box, slack) and self._is_same(handle, copy.handle)
        ]
        return [copy.handle for copy in sorted(copies, key=lambda copy: copy.order)] or [handle]

    @cached_property
    def _cells(self) -> dict[tuple[int, int], list[_Copy]]:
        cells = defaultdict(list)
        for order, (handle, kind) in enumerate(all_objects(self._page)):
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                # Of what stands inside of a form, only the place in the form is known; its copies stand there, too.
                copy = _Copy(order, handle, bounds(handle, self._geometry))
                cells[_cell(copy.box)].append(copy)
        return {place: cell[-_MOST_IN_CELL:] for place, cell in cells.items()}

    def _is_same(self, handle: Handle, other: Handle) -> bool:
        if address(handle) == address(other):
            return True
        return _font(handle) == _font(other) and self._lines.written_by(other) in {"", self._lines.written_by(handle)}


def _cell(box: Box, right: int = 0, down: int = 0) -> tuple[int, int]:
    return int(box.left // _CELL) + right, int(box.top // _CELL) + down


def _is_near(box: Box, other: Box, slack: float) -> bool:
    return all(abs(here - there) <= slack for here, there in zip(box, other, strict=True))


def _font(handle: Handle) -> int:
    font = raw.FPDFTextObj_GetFont(handle)
    return addressof(font.contents) if font else 0
