"""Shapes in the language of Word before 2007 (VML), which Word still writes for its old documents."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W, hexadecimal, local
from storage.extraction.docx_drawings import Drawing, Place
from storage.extraction.docx_looks import number
from storage.extraction.docx_paint import NOTHING, Paint, Painter, plain
from storage.extraction.docx_parts import R
from storage.extraction.palette import PALETTE
from storage.extraction.sheet import Box
from storage.extraction.visibility import WHITE, mixed

V = "{urn:schemas-microsoft-com:vml}"
_SHAPES = {f"{V}{name}" for name in ("rect", "roundrect", "oval", "shape", "polyline", "curve")}
# Of the types of Word: rectangles, plain and round, pictures and text boxes.
_RECTANGULAR = tuple(f"#_x0000_t{number}" for number in (1, 2, 75, 202))
_GROUP = f"{V}group"
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0}
_NO = {"f", "false", "0"}
_FIXED = 65536


def is_old(element: Element) -> bool:
    return element.tag in _SHAPES or element.tag == _GROUP


def old_drawings(element: Element, place: Place, painter: Painter) -> Iterator[Drawing]:
    """The measure of a group is not followed: each of its shapes is taken to be as large."""
    shapes = [element] if element.tag in _SHAPES else [node for node in element.iter() if node.tag in _SHAPES]
    return (_drawing(element, shape, place, painter) for shape in shapes)


def _drawing(outer: Element, shape: Element, place: Place, painter: Painter) -> Drawing:
    style, own = _style(outer), _style(shape)
    height = number(style.get("z-index")) or 0
    return Drawing(
        box=_box(style, place),
        sheet=place.sheet,
        page=place.page,
        paint=_paint(shape, place.part, painter),
        behind=height < 0,
        free=style.get("position") == "absolute" and not any(local(node) == "wrap" for node in outer),
        height=height,
        hidden="hidden" in {style.get("visibility"), own.get("visibility")},
        text=next(shape.iter(f"{W}txbxContent"), None),
        grows=own.get("mso-fit-shape-to-text") == "t" or any("fit-shape-to-text:t" in v for v in _of_boxes(shape)),
    )


def _box(style: dict[str, str], place: Place) -> Box:
    sheet = place.sheet
    across = {"page": 0.0, "margin": sheet.left}.get(style.get("mso-position-horizontal-relative", ""), place.box.left)
    down = {"page": 0.0, "margin": sheet.top}.get(style.get("mso-position-vertical-relative", ""), place.box.top)
    left = across + (_length(style.get("margin-left")) or _length(style.get("left")))
    top = down + (_length(style.get("margin-top")) or _length(style.get("top")))
    return Box(left, top, left + _length(style.get("width")), top + _length(style.get("height")))


def _paint(shape: Element, part: str, painter: Painter) -> Paint:
    picture, fill = shape.find(f"{V}imagedata"), shape.find(f"{V}fill")
    if picture is None and fill is not None and fill.get(f"{R}id"):
        picture = fill
    if picture is not None:
        return painter.picture(part, picture.get(f"{R}id"))
    if not _is_filled(shape, fill):
        return NOTHING
    colour = _colour(shape.get("fillcolor", "white"))
    if fill is None:
        return plain(colour)
    if fill.get("type", "").startswith("gradient"):
        end = _colour(fill.get("color2", "white"))
        return Paint(lambda _: (colour, mixed(colour, end, 0.5), end), lambda _: True)
    return plain(colour, _opacity(fill.get("opacity", "1")))


def _is_filled(shape: Element, fill: Element | None) -> bool:
    """A path of its own is not followed, nor that of an unusual type: what is filled is not known."""
    own = shape.get("path") or shape.get("points") or shape.get("type", _RECTANGULAR[0]) not in _RECTANGULAR
    off = shape.get("filled", "t") in _NO or (fill is not None and fill.get("on", "t") in _NO)
    return not own and not off


def _colour(text: str) -> int:
    """`#2b2d42`, `#fff`, `navy`, or either with the number of a palette behind it."""
    name = text.split(" ", maxsplit=1)[0].lower()
    if name.startswith("#"):
        digits = name[1:]
        found = hexadecimal("".join(2 * digit for digit in digits) if len(digits) == len("fff") else digits)
        return WHITE if found is None else found
    return {**PALETTE, "navy": 0x000080, "gray": 0x808080, "maroon": 0x800000, "teal": 0x008080}.get(name, WHITE)


def _opacity(text: str) -> float:
    value = number(text.removesuffix("f")) or 0
    return min(max(value / _FIXED if text.endswith("f") else value, 0), 1)


def _style(element: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs}


def _of_boxes(shape: Element) -> list[str]:
    return [box.get("style", "") for box in shape.iter(f"{V}textbox")]


def _length(text: str | None) -> float:
    """A length without a unit is in pixels; in percent of something unknown it is none."""
    text = text or ""
    return (
        (number(text[:-2]) or 0) * _POINTS[text[-2:]] if text[-2:] in _POINTS else (number(text) or 0) * _POINTS["px"]
    )
