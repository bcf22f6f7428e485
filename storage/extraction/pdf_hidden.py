"""Telling the text of a page that its reader cannot see.

Nothing is accused for its colour: white letters on a dark panel are ordinary. Suspects are gathered cheaply (a light
colour, a cover, no ink where letters should be), and only they are measured: what the reader sees of their letters.
"""

import pypdfium2

from storage.extraction.layout import Segment
from storage.extraction.pdf_copies import Copies
from storage.extraction.pdf_doubts import Ink, overlapping
from storage.extraction.pdf_geometry import Box, Geometry
from storage.extraction.pdf_legible import Legibility
from storage.extraction.pdf_lines import TextLines
from storage.extraction.pdf_objects import Survey, address, is_painted, survey
from storage.extraction.pdf_pictures import Picture, part_around, rendered
from storage.extraction.pdf_pieces import Piece, pieces_of
from storage.extraction.pdf_places import judge_place, may_be_cramped
from storage.extraction.pdf_signs import must_be_rendered

NOT_PAINTED, NO_CONTRAST = "not_painted", "no_contrast"
# A scan's letters differ from their paper by this much of what its darkest spot does, and by so much at least.
_INK_SHARE, _LEAST_INK = 0.24, 12
# A picture of a scanned page fills so much of the page.
_SCAN_SHARE = 0.6


def segments_of(page: pypdfium2.PdfPage, geometry: Geometry) -> list[Segment]:
    lines = TextLines(page, geometry)
    if not lines.text.strip():
        return []
    found = survey(page, geometry)
    copies = Copies(page, geometry, lines)
    copies.clear(found)
    pieces = list(pieces_of(lines, found))
    seen = rendered(page, geometry, geometry.page) if must_be_rendered(page, found) else None
    _doubt(pieces, lines, seen)
    suspects = [piece for piece in pieces if piece.handles]
    if suspects:
        _put_copies(suspects, copies)
        _judge(page, geometry, found, seen or _seen(page, geometry, found, suspects), suspects)
    return [piece.segment for piece in pieces if not piece.left_out]


def _seen(page: pypdfium2.PdfPage, geometry: Geometry, found: Survey, suspects: list[Piece]) -> Picture:
    """As much of the page as it takes to judge them: the ink of a scan is measured by the whole of it."""
    part = geometry.page if found.pictures else part_around([piece.box for piece in suspects], geometry)
    return rendered(page, geometry, part)


def _doubt(pieces: list[Piece], lines: TextLines, seen: Picture | None) -> None:
    """Makes suspects of the pieces without ink or room, and of those that stand in one place."""
    doubtful = [piece for piece in pieces if may_be_cramped(piece) or not piece.box.area]
    if seen:
        ink = Ink(seen)
        doubtful += [piece for piece in pieces if ink.is_missing(piece.box)]
    for pair in overlapping(pieces):
        doubtful += pair
    for piece in doubtful:
        if not piece.handles:
            piece.handles = lines.objects(piece.part.first, piece.part.last)


def _put_copies(suspects: list[Piece], copies: Copies) -> None:
    """What the reader sees of a text that is drawn several times is the topmost."""
    for piece in suspects:
        drawn = [copies.of(handle) for handle in piece.handles]
        piece.handles = [several[-1] for several in drawn]
        piece.copies = [copy for several in drawn for copy in several]


def _judge(page: pypdfium2.PdfPage, geometry: Geometry, found: Survey, seen: Picture, suspects: list[Piece]) -> None:
    for piece in suspects:
        judge_place(piece, geometry)
    legibility = Legibility(page, geometry, seen, suspects)
    for piece in suspects:
        if piece.hidden or (_is_painted(piece) and legibility.of(piece)) or _repeats_a_scan(piece, found, seen):
            continue
        piece.hidden = NO_CONTRAST if _is_painted(piece) else NOT_PAINTED


def _is_painted(piece: Piece) -> bool:
    return any(map(is_painted, piece.handles))


def _repeats_a_scan(piece: Piece, found: Survey, seen: Picture) -> bool:
    """Software that recognises scans lays its text over the picture of the page, or under it: it is what the reader
    sees there."""
    least = max(_INK_SHARE * seen.contrast(seen.part), _LEAST_INK)
    return _is_layer_of_a_scan(piece, found, seen.part) and seen.contrast(piece.box) >= least


def _is_layer_of_a_scan(piece: Piece, found: Survey, page: Box) -> bool:
    box = piece.box
    pictures = [picture for picture in found.pictures if picture.box.contains(box, slack=box.bottom - box.top)]
    if not _is_painted(piece):
        return bool(pictures)
    orders = [found.texts[key][0] for key in map(address, piece.handles) if key in found.texts]
    return bool(orders) and any(
        picture.order > max(orders) and page.common(picture.box) >= _SCAN_SHARE * page.area for picture in pictures
    )
