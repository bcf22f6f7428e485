"""How much of a suspect's letters the reader sees.

The page is rendered with the suspects and without: the difference is what they show. The suspects are then painted
alone in black: the mask is what they should show. Text is legible when enough of its mask makes a difference as strong
as an eye needs, so that ink of others within its box vouches for nothing.
"""

from functools import cache, cached_property, reduce

import pypdfium2
from PIL import Image, ImageChops
from pypdfium2 import raw

from storage.extraction.pdf_doubts import overlapping
from storage.extraction.pdf_geometry import Box, Geometry
from storage.extraction.pdf_masks import leave_only
from storage.extraction.pdf_objects import font_size
from storage.extraction.pdf_pictures import Picture, rendered
from storage.extraction.pdf_pieces import Piece

# Out of 255 of lightness. Large letters are read in a paler grey than small ones.
_SEEN, _SEEN_LARGE = 36, 12
_LARGE_SIZE = 18.0
# A pixel of the mask that letters cover less than this, out of 255, is their edge.
_LETTER = 40
# The share of the letters that must be seen, and of the length of the line over which there must be any.
_MOST, _LENGTH = 0.35, 0.5
# Where texts stand in one place, each is judged by the letters that no other overlaps, when they are so many.
_ALONE_SHARE = 0.2
_WHERE_NONE = [255] + [0] * 255
# Letters fill a third of their box or more. Where so much of it changes, and no other text is there, all is said.
_PLAINLY_SEEN = 0.2
# Letters that bring their own colours leave no mask; some of their box must change.
_CHANGED_SHARE = 0.05
# Texts in one place get masks of their own, up to so many.
_MOST_LAYERS = 3


class Legibility:
    def __init__(self, page: pypdfium2.PdfPage, geometry: Geometry, seen: Picture, suspects: list[Piece]) -> None:
        """Takes the page apart; `seen` is what its reader sees of the part where they stand."""
        self._page, self._geometry, self._suspects = page, geometry, suspects
        for piece in suspects:
            for handle in piece.copies:
                raw.FPDFPageObj_SetIsActive(handle, False)
        without = rendered(page, geometry, seen.part)
        self._changes = seen.like(ImageChops.difference(seen.image, without.image))
        self._strong = self._changes.like(self._changes.image.point(_at_least(_SEEN)))
        self._layers, self._crowded = _layers(suspects)
        self._measured = cache(self._measure)

    def of(self, piece: Piece) -> bool:
        if id(piece) not in self._crowded and self._strong.ink_share(piece.box) >= _PLAINLY_SEEN:
            return True
        large = max(font_size(handle) for handle in piece.handles) >= _LARGE_SIZE
        return self._measured(self._layers[id(piece)], _SEEN_LARGE if large else _SEEN).legible(piece.box)

    def _measure(self, layer: int, bound: int) -> "_Measured":
        return _Measured(self._changes, self._masks, layer, bound)

    @cached_property
    def _masks(self) -> dict[int, Image.Image]:
        """By layer, how far its letters cover each pixel."""
        masks = {}
        for layer in sorted(set(self._layers.values())):
            pieces = (piece for piece in self._suspects if self._layers[id(piece)] == layer)
            leave_only(self._page, [handle for piece in pieces for handle in piece.handles])
            mask = rendered(self._page, self._geometry, self._changes.part)
            masks[layer] = ImageChops.invert(mask.image)
        return masks


class _Measured:
    def __init__(self, changes: Picture, masks: dict[int, Image.Image], layer: int, bound: int) -> None:
        """The bound is that of a full letter; less is due where it covers only a part of a pixel."""
        cover = masks[layer]
        due = cover.point([max(value * bound // 255, 1) for value in range(256)])
        shown = ImageChops.subtract(due, changes.image).point(_WHERE_NONE)
        letters, changed = cover.point(_at_least(_LETTER)), changes.image.point(_at_least(bound))
        free = reduce(ImageChops.lighter, (mask for key, mask in masks.items() if key != layer), _none(cover))
        alone = ImageChops.darker(letters, free.point(_WHERE_NONE))
        paper = ImageChops.lighter(cover, free).point(_WHERE_NONE)
        self._letters, self._shown = changes.like(letters), changes.like(ImageChops.darker(letters, shown))
        self._alone, self._alone_shown = changes.like(alone), changes.like(ImageChops.darker(alone, shown))
        self._changed_paper = changes.like(ImageChops.darker(paper, changed))

    def legible(self, box: Box) -> bool:
        letters, alone = self._letters.ink(box), self._alone.ink(box)
        if not letters:
            return self._changed_paper.ink_share(box) > _CHANGED_SHARE
        if alone >= _ALONE_SHARE * letters:
            shown = self._alone_shown.ink(box) / alone
        else:
            shown = self._shown.ink(box) / letters
        return shown >= _MOST and self._reach(box) >= _LENGTH

    def _reach(self, box: Box) -> float:
        """The share of the longer side over which there are letters; a clip cuts them off."""
        image = self._letters.at(box)
        found = image.getbbox() if image else None
        if image is None or found is None:
            return 0.0
        wide, high = found[2] - found[0], found[3] - found[1]
        return wide / image.width if image.width >= image.height else high / image.height


def _none(image: Image.Image) -> Image.Image:
    return Image.new("L", image.size)


def _at_least(bound: int) -> list[int]:
    return [0] * bound + [255] * (256 - bound)


def _layers(suspects: list[Piece]) -> tuple[dict[int, int], set[int]]:
    """The layer of each piece, by its id, so that those that overlap are told apart as far as the layers go; and the
    pieces that overlap any."""
    around: dict[int, set[int]] = {id(piece): set() for piece in suspects}
    for one, other in overlapping(suspects):
        around[id(one)].add(id(other))
        around[id(other)].add(id(one))
    layers: dict[int, int] = {}
    for key, others in around.items():
        taken = {layers[other] for other in others if other in layers}
        layers[key] = min(set(range(_MOST_LAYERS)) - taken, default=_MOST_LAYERS - 1)
    return layers, {key for key, others in around.items() if others}
