"""Looking again at text that nothing speaks against: is there ink at all where it stands, and is it alone there?

A font of blank glyphs, a mask, a mode of blending and a good many other tricks end in the same: nothing is painted.
"""

from collections.abc import Iterable, Iterator
from math import ceil

from storage.extraction.pdf_geometry import Box
from storage.extraction.pdf_pictures import Picture
from storage.extraction.pdf_pieces import Piece

# Lightness in steps: what nothing speaks against is dark, so even its thinnest letters are a step from their paper.
_STEPS = [value // 16 * 16 for value in range(256)]
# Lines that stand close share less of their height than this.
_OVERLAP = 0.25
# Of a pile, a piece is compared with so many; a hostile page has thousands in one place.
_MOST_COMPARED = 40


class Ink:
    """Rows of a picture as bytes: a page has a hundred lines, and there is no quicker way to look at each."""

    def __init__(self, picture: Picture) -> None:
        self._width, self._height = picture.image.size
        self._scale = picture.scale
        self._rows = picture.image.point(_STEPS).tobytes()

    def is_missing(self, box: Box) -> bool:
        """Letters reach both edges of their box; a rule that crosses the place of absent letters does not."""
        left, right = max(int(box.left * self._scale), 0), min(ceil(box.right * self._scale), self._width)
        top, height = box.top * self._scale, (box.bottom - box.top) * self._scale
        above, below = (top, top + height / 3), (top + height * 2 / 3, top + height)
        return not (self._is_between(left, right, *above) and self._is_between(left, right, *below))

    def _is_between(self, left: int, right: int, top: float, bottom: float) -> bool:
        first = max(round(top), 0)
        for row in range(first, min(max(round(bottom), first + 1), self._height)):
            points = self._rows[row * self._width + left : row * self._width + right]
            if points.count(points[:1]) < len(points):
                return True
        return False


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
