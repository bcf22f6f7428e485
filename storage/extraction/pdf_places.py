"""Text that is hidden by where it stands, or how small, whatever is painted there."""

from storage.extraction.pdf_geometry import Geometry
from storage.extraction.pdf_objects import font_size, is_dark, mostly_on
from storage.extraction.pdf_pieces import Piece

OFF_PAGE, TINY = "off_page", "tiny"
# Smaller print than this, in points, is read by machines only; light print must be larger, whatever lies below.
_READABLE_SIZE, _READABLE_LIGHT_SIZE = 3.0, 4.0
# Printers' marks stand this near to the page, on the part of the sheet that is cut off.
_CUT_OFF = 36.0
# Even the narrowest fonts need more for a letter, in sizes of the font. What has less is squeezed, heaped up, or the
# alternative text of something else.
_LEAST_ADVANCE = 0.15
# Any less than this, in points, is looked at.
_DOUBTFUL_ADVANCE = 2.0
# An icon's alternative text is not longer than this.
_ICON_LETTERS = 24


def may_be_cramped(piece: Piece) -> bool:
    return piece.points_a_letter < _DOUBTFUL_ADVANCE


def judge_place(piece: Piece, geometry: Geometry) -> None:
    """Only as long as the page is whole."""
    if not mostly_on(geometry.page, piece.box):
        piece.left_out = _is_cut_off(piece, geometry)
        piece.hidden = OFF_PAGE
    elif _is_cramped(piece):
        piece.left_out = len(piece.segment.text) <= _ICON_LETTERS
        piece.hidden = TINY
    elif _is_tiny(piece):
        piece.hidden = TINY


def _is_cut_off(piece: Piece, geometry: Geometry) -> bool:
    near = geometry.page.grown(_CUT_OFF)
    return geometry.sheet.contains(piece.box, slack=0) and near.contains(piece.box, slack=0)


def _is_cramped(piece: Piece) -> bool:
    box = piece.box
    size = max(min(box.right - box.left, box.bottom - box.top), *map(font_size, piece.handles))
    return 0 < piece.points_a_letter < _LEAST_ADVANCE * size


def _is_tiny(piece: Piece) -> bool:
    least = _READABLE_SIZE if all(map(is_dark, piece.handles)) else _READABLE_LIGHT_SIZE
    return piece.box.bottom - piece.box.top < least and max(map(font_size, piece.handles)) < least
