"""Looking again at text that nothing speaks against: is there ink at all where it stands, and is it alone there?

A font of blank glyphs, a mask, a mode of blending and a good many other tricks end in the same: nothing is painted.
"""

from collections.abc import Iterable, Iterator

from storage.extraction.pdf_geometry import Box
from storage.extraction.pdf_pictures import Picture
from storage.extraction.pdf_pieces import Piece

# Out of 255: the roughness of a photograph or of rounding.
_FLAT = 6
# Lines that stand close share less of their height than this.
_OVERLAP = 0.25
# Of a pile, a piece is compared with so many; a hostile page has thousands in one place.
_MOST_COMPARED = 200


def is_blank(box: Box, picture: Picture) -> bool:
    """Letters reach both edges of their box; a rule that crosses the place of absent letters does not."""
    third = (box.bottom - box.top) / 3
    above, below = box._replace(bottom=box.top + third), box._replace(top=box.bottom - third)
    return not box.area or picture.contrast(above) < _FLAT or picture.contrast(below) < _FLAT


def overlapping(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Pairs that share a good part of the smaller one's place."""
    pending: list[tuple[Box, Piece]] = []
    for box, piece in sorted(((piece.box, piece) for piece in pieces), key=lambda pair: pair[0].top):
        pending = [pair for pair in pending if pair[0].bottom > box.top][-_MOST_COMPARED:]
        yield from ((other, piece) for place, other in pending if _share(place, box) > _OVERLAP)
        pending.append((box, piece))


def _share(one: Box, other: Box) -> float:
    if one.right <= other.left or other.right <= one.left:
        return 0.0
    return one.common(other) / (min(one.area, other.area) or 1)
