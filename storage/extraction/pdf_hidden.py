"""Telling the text of a page that its reader cannot see.

Nothing is accused for its colour: white letters on a dark panel are ordinary. A suspect piece of text is taken off the
page, and the page is rendered with it and without it: if the two pictures are the same where it stands, nobody sees
it, whatever the trick (a colour like what lies under it, something painted over it, a clip, a hidden layer).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import groupby
from math import ceil, floor
from typing import cast

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from storage.extraction.layout import Segment
from storage.extraction.pdf_geometry import Box, Geometry
from storage.extraction.pdf_lines import TextLines
from storage.extraction.pdf_objects import Handle, Survey, address, font_size, is_painted, survey

OFF_PAGE, TINY, NOT_PAINTED, NO_CONTRAST = "off_page", "tiny", "not_painted", "no_contrast"
# Smaller print than this, in points, is read by machines only.
_READABLE_SIZE = 3.0
# Out of 255 in any colour channel, at one pixel a point: fainter than the lightest grey that is still read.
_SEEN_DIFFERENCE = 20
# The strokes of a scanned letter differ from their paper by at least this.
_INK_DIFFERENCE = 60
_MAX_SIDE_PIXELS = 2000


def segments_of(page: pypdfium2.PdfPage, geometry: Geometry) -> list[Segment]:
    lines = TextLines(page, geometry)
    if not lines.text.strip():
        return []
    found = survey(page, geometry)
    if not found.suspects and not found.unsure:
        return [segment for start, end in lines.spans() for segment in lines.line(start, end)]
    return _judged(page, geometry, list(_pieces(lines, found)), found)


@dataclass(frozen=True)
class _Piece:
    """A segment and, when it is a suspect, the text object it belongs to."""

    segment: Segment
    handle: Handle | None

    @property
    def box(self) -> Box:
        return Box(*self.segment[:4])


def _pieces(lines: TextLines, found: Survey) -> Iterator[_Piece]:
    for start, end in lines.spans():
        for first, last, handle in _runs(lines, start, end, found):
            if lines.text[first:last].strip():
                yield from (_Piece(segment, handle) for segment in lines.line(first, last))


def _runs(lines: TextLines, start: int, end: int, found: Survey) -> Iterator[tuple[int, int, Handle | None]]:
    """Neighbouring characters of one suspect object, or of no suspect."""

    def suspect_at(index: int) -> int:
        handle = lines.object_at(index)
        # The spaces that PDFium adds between objects belong to none.
        key = address(handle) if handle else 0
        if key and found.unsure:
            found.suspects.setdefault(key, handle)
        return key if key in found.suspects else 0

    if len(lines.boxes(start, end)) == 1:  # all of one object, as most lines are
        yield start, end, found.suspects.get(suspect_at(start))
        return
    for key, group in groupby(range(start, end), key=suspect_at):
        positions = list(group)
        yield positions[0], positions[-1] + 1, found.suspects.get(key)


def _judged(page: pypdfium2.PdfPage, geometry: Geometry, pieces: list[_Piece], found: Survey) -> list[Segment]:
    suspects = [piece for piece in pieces if piece.handle is not None]
    if not suspects:
        return [piece.segment for piece in pieces]
    pictures = _Pictures(page, geometry, suspects)
    return [
        piece.segment._replace(hidden=_reason(piece.handle, piece.box, geometry, pictures, found))
        if piece.handle is not None
        else piece.segment
        for piece in pieces
    ]


def _reason(handle: Handle, box: Box, geometry: Geometry, pictures: "_Pictures", found: Survey) -> str | None:
    if not geometry.page.intersects(box):
        return OFF_PAGE
    if font_size(handle) < _READABLE_SIZE and box.bottom - box.top < _READABLE_SIZE:
        return TINY
    if pictures.difference(box) >= _SEEN_DIFFERENCE:
        return None
    if is_painted(handle):
        return NO_CONTRAST
    # The layer that a scanner's software lays over the picture of a page repeats what the reader sees there.
    over_picture = any(picture.contains(box, slack=box.bottom - box.top) for picture in found.pictures)
    return None if over_picture and pictures.ink(box) >= _INK_DIFFERENCE else NOT_PAINTED


class _Pictures:
    """The part of the page where the suspects stand, rendered with them and without."""

    def __init__(self, page: pypdfium2.PdfPage, geometry: Geometry, suspects: list[_Piece]) -> None:
        self._part = _clamped(reduce(Box.joined, (piece.box for piece in suspects)), geometry)
        self._scale = min(1.0, _MAX_SIDE_PIXELS / max(geometry.width, geometry.height, 1))
        self._with = self._rendered(page, geometry)
        for piece in suspects:
            raw.FPDFPageObj_SetIsActive(piece.handle, False)
        self._changed = ImageChops.difference(self._with, self._rendered(page, geometry))

    def difference(self, box: Box) -> int:
        """The greatest change in any channel, 0 to 255, which taking the suspects away makes inside the box."""
        return max((high for _, high in self._extremes(self._changed, box)), default=0)

    def ink(self, box: Box) -> int:
        """The contrast, 0 to 255, of what is painted inside the box."""
        return max((high - low for low, high in self._extremes(self._with, box)), default=0)

    def _rendered(self, page: pypdfium2.PdfPage, geometry: Geometry) -> Image.Image:
        part = self._part
        crop = (part.left, geometry.height - part.bottom, geometry.width - part.right, part.top)
        # In Pillow's own order of bytes, so that nothing is copied.
        bitmap = page.render(scale=self._scale, crop=crop, may_draw_forms=False, rev_byteorder=True, maybe_alpha=False)
        picture: Image.Image = bitmap.to_pil()
        return picture

    def _extremes(self, picture: Image.Image, box: Box) -> list[tuple[int, int]]:
        left, top = (box.left - self._part.left) * self._scale, (box.top - self._part.top) * self._scale
        right, bottom = (box.right - self._part.left) * self._scale, (box.bottom - self._part.top) * self._scale
        area = (max(int(left), 0), max(int(top), 0), min(ceil(right), picture.width), min(ceil(bottom), picture.height))
        if area[0] >= area[2] or area[1] >= area[3]:
            return []
        return list(cast(tuple[tuple[int, int], ...], picture.crop(area).getextrema()))


def _clamped(box: Box, geometry: Geometry) -> Box:
    """Whole points, on the page, and never empty."""
    left, top = (
        min(max(floor(box.left), 0), int(geometry.width) - 1),
        min(max(floor(box.top), 0), int(geometry.height) - 1),
    )
    return Box(
        left,
        top,
        max(left + 1, min(ceil(box.right), geometry.width)),
        max(top + 1, min(ceil(box.bottom), geometry.height)),
    )
