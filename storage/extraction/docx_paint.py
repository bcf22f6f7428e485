"""What a shape or a picture of a DOCX paints inside of its box."""

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import Theme, attribute, local, share
from storage.extraction.docx_geometry import fills_its_box
from storage.extraction.docx_looks import number
from storage.extraction.docx_parts import Package, R
from storage.extraction.sheet import Box
from storage.extraction.visibility import CLEAR, WHITE, Fill, mixed

_LEAST_OPACITY = 0.9
_FULL_TURN = 21_600_000
# A picture is looked at through a net of so many points on a side.
_NET = 24
_MOST_PIXELS = 60_000_000
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")


# Rows of points: their colours on white paper, and how opaque they are.
Net = list[list[tuple[int, float]]]


@dataclass(frozen=True)
class Paint:
    """Of a part of the box, given in shares of its width and height: its colours, none where it is seen through, and
    whether it lets nothing of what is below be seen."""

    colours: Callable[[Box], Fill]
    covers: Callable[[Box], bool]


NOTHING = Paint(lambda _: CLEAR, lambda _: False)


def plain(colour: int, opacity: float = 1) -> Paint:
    fill = (mixed(colour, WHITE, opacity),)
    return Paint(lambda _: fill if opacity else CLEAR, lambda _: opacity >= _LEAST_OPACITY)


class Painter:
    """Knows the theme, and where pictures are kept. `part` is the name of the part that the shape stands in."""

    def __init__(self, package: Package, theme: Theme) -> None:
        self._package = package
        self._theme = theme
        self._nets: dict[str, Net] = {}

    def shape(self, shape: Element, part: str) -> Paint:
        """Of a `wsp` or a `pic`: its own fill, or the one of its style."""
        properties = child(shape, "spPr")
        if properties is None or not fills_its_box(properties):
            return NOTHING
        picture = child(shape, "blipFill")
        if picture is not None:
            return self._picture(picture, part)
        for fill in properties:
            paint = self._fill(fill, part)
            if paint is not None:
                return paint
        return self._of_style(child(shape, "style"))

    def picture(self, part: str, identifier: str | None) -> Paint:
        name = self._package.referred(part, identifier)
        if name is None:
            return NOTHING
        return Paint(
            lambda box: tuple(colour for colour, _ in self._seen(name, box)),
            lambda box: all(opacity >= _LEAST_OPACITY for _, opacity in self._seen(name, box) or [(0, 0)]),
        )

    def letters(self, style: Element) -> int | None:
        """The colour of a shape's letters that say none themselves, by the shape's style."""
        found = self._theme.drawn(child(style, "fontRef"))
        return None if found is None else found[0]

    def _fill(self, fill: Element, part: str) -> Paint | None:
        name = local(fill)
        if name == "noFill":
            return NOTHING
        if name == "solidFill":
            return self._solid(fill)
        if name == "gradFill":
            return _gradient(self._theme.gradient(fill), fill)
        if name == "pattFill":
            return self._solid(child(fill, "bgClr"))
        return self._picture(fill, part) if name == "blipFill" else None

    def _solid(self, parent: Element | None) -> Paint:
        found = self._theme.drawn(parent)
        if found is None:
            return NOTHING
        return plain(found[0], 1 if found[1] is None else found[1])

    def _of_style(self, style: Element | None) -> Paint:
        reference = child(style, "fillRef") if style is not None else None
        return NOTHING if reference is None or reference.get("idx") == "0" else self._solid(reference)

    def _picture(self, fill: Element, part: str) -> Paint:
        """A picture whose colours are changed by an effect may look like anything: nobody relies on it."""
        blip = child(fill, "blip")
        if blip is None or any(local(effect) != "extLst" for effect in blip):
            return NOTHING
        whole, crop = self.picture(part, blip.get(f"{R}embed")), child(fill, "srcRect")
        if crop is None:
            return whole
        left, top, right, bottom = (share(crop.get(edge, "0")) for edge in "ltrb")
        shown = Box(left, top, max(1 - right, left), max(1 - bottom, top))
        return Paint(lambda box: whole.colours(_inside(shown, box)), lambda box: whole.covers(_inside(shown, box)))

    def _seen(self, name: str, box: Box) -> list[tuple[int, float]]:
        """Pictures are opened only for a text that lies over them, or under."""
        if name not in self._nets:
            self._nets[name] = _looked_at(self._package.read(name))
        columns = slice(_at(box.left), _at(box.right) + 1)
        return [point for row in self._nets[name][_at(box.top) : _at(box.bottom) + 1] for point in row[columns]]


def _gradient(fill: Fill, gradient: Element) -> Paint:
    """Along a line the colours of a part are known; around a centre it may have any of them."""
    line = next((node for node in gradient if local(node) == "lin"), None)
    if line is None or not fill:
        return Paint(lambda _: fill, lambda _: bool(fill))
    angle = (number(attribute(line, "ang")) or 0) / _FULL_TURN * math.tau
    across, down = math.cos(angle), math.sin(angle)
    least, most = min(across, 0) + min(down, 0), max(across, 0) + max(down, 0)

    def colours(box: Box) -> Fill:
        corners = [x * across + y * down for x in (box.left, box.right) for y in (box.top, box.bottom)]
        first, last = (
            round((edge - least) / (most - least) * (len(fill) - 1)) for edge in (min(corners), max(corners))
        )
        return fill[min(max(first, 0), len(fill) - 1) : max(last, 0) + 1]

    return Paint(colours, lambda _: True)


def _looked_at(content: bytes) -> Net:
    """Empty for a picture that cannot be read here."""
    from PIL import Image  # noqa: PLC0415 only for documents with pictures under text

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return []
            picture.draft("RGB", (_NET, _NET))
            pixels = picture.convert("RGBA").resize((_NET, _NET), Image.Resampling.BOX).tobytes()
    except Exception:  # Pillow lets the errors of every decoder through
        return []
    points = [_on_paper(pixels[at : at + 4]) for at in range(0, len(pixels), 4)]
    return [points[row * _NET : (row + 1) * _NET] for row in range(_NET)]


def _on_paper(pixel: bytes) -> tuple[int, float]:
    opacity = pixel[3] / 255
    return mixed(int.from_bytes(pixel[:3], "big"), WHITE, opacity), opacity


def _at(position: float) -> int:
    return min(max(int(position * _NET), 0), _NET - 1)


def _inside(shown: Box, box: Box) -> Box:
    return Box(
        shown.left + box.left * shown.width,
        shown.top + box.top * shown.height,
        shown.left + box.right * shown.width,
        shown.top + box.bottom * shown.height,
    )


def child(element: Element, name: str) -> Element | None:
    return next((node for node in element if local(node) == name), None)
