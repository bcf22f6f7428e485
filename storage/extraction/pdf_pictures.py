"""Pictures of a page, or of a part of it, to measure what the reader sees: grey, about a pixel a point."""

from dataclasses import dataclass
from functools import reduce
from math import ceil, floor
from typing import cast

import pypdfium2
from PIL import Image

from storage.extraction.pdf_geometry import Box, Geometry

_MAX_SIDE_PIXELS = 2000
_INK = 255


@dataclass(frozen=True)
class Picture:
    image: Image.Image
    part: Box
    scale: float

    def at(self, box: Box) -> Image.Image | None:
        """What stands in the box; None when it is empty or elsewhere."""
        scale = self.scale
        left, top = max(int((box.left - self.part.left) * scale), 0), max(int((box.top - self.part.top) * scale), 0)
        right = min(ceil((box.right - self.part.left) * scale), self.image.width)
        bottom = min(ceil((box.bottom - self.part.top) * scale), self.image.height)
        return self.image.crop((left, top, right, bottom)) if left < right and top < bottom else None

    def like(self, image: Image.Image) -> "Picture":
        """Another one of the same place."""
        return Picture(image, self.part, self.scale)

    def contrast(self, box: Box) -> int:
        """Between the darkest and the lightest point, 0 to 255."""
        image = self.at(box)
        if image is None:
            return 0
        low, high = cast(tuple[int, int], image.getextrema())
        return high - low

    def ink(self, box: Box) -> int:
        """Pixels that are set; for pictures of nothing but black and white."""
        image = self.at(box)
        return image.histogram()[_INK] if image else 0

    def ink_share(self, box: Box) -> float:
        image = self.at(box)
        return image.histogram()[_INK] / (image.width * image.height) if image else 0.0


def rendered(page: pypdfium2.PdfPage, geometry: Geometry, part: Box) -> Picture:
    scale = min(1.0, _MAX_SIDE_PIXELS / max(geometry.width, geometry.height, 1))
    crop = (part.left, geometry.height - part.bottom, geometry.width - part.right, part.top)
    bitmap = page.render(scale=scale, crop=crop, may_draw_forms=False, grayscale=True, maybe_alpha=False)
    return Picture(bitmap.to_pil(), part, scale)


def part_around(boxes: list[Box], geometry: Geometry) -> Box:
    """Whole points, on the page, and never empty."""
    box = reduce(Box.joined, boxes)
    left = min(max(floor(box.left), 0), int(geometry.width) - 1)
    top = min(max(floor(box.top), 0), int(geometry.height) - 1)
    right = max(left + 1, min(ceil(box.right), geometry.width))
    bottom = max(top + 1, min(ceil(box.bottom), geometry.height))
    return Box(left, top, right, bottom)
