"""Reading the shapes, pictures and text boxes of a DOCX, with their places on the page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W, local
from storage.extraction.docx_drawings import Drawing, Place
from storage.extraction.docx_looks import number
from storage.extraction.docx_paint import Painter, child
from storage.extraction.docx_parts import OFF
from storage.extraction.docx_vml import is_old, old_drawings
from storage.extraction.docx_walk import children
from storage.extraction.sheet import Box, Sheet

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_KEPT_OFF = f"{WP}wrapTopAndBottom"
_EMU = 12_700
_PERCENT = 100_000
_QUARTER_TURNS = {"5400000", "16200000", "-5400000"}
# From the place that a shape says it has to the one on the page.
_Placed = Callable[[Element | None], Box]


class Drawings:
    """Of the drawings of a paragraph."""

    def __init__(self, painter: Painter) -> None:
        self._painter = painter

    def of(self, element: Element, place: Place) -> Iterator[Drawing]:
        for node in children(element):
            if node.tag in {f"{WP}anchor", f"{WP}inline"}:
                yield from self._anchored(node, place)
            elif is_old(node):
                yield from old_drawings(node, place, self._painter)
            elif node.tag != f"{W}txbxContent":
                yield from self.of(node, place)

    def _anchored(self, anchor: Element, place: Place) -> Iterator[Drawing]:
        inline = anchor.tag == f"{WP}inline"
        described = anchor.find(f"{WP}docPr")
        whole = Drawing(
            box=_box(anchor, place),
            sheet=place.sheet,
            page=place.page,
            behind=_is(anchor, "behindDoc"),
            free=not inline and anchor.find(f"{WP}wrapNone") is not None,
            height=number(anchor.get("relativeHeight")) or 0,
            room=_of(anchor.find(f"{WP}extent"), "cy") if inline or anchor.find(_KEPT_OFF) is not None else 0,
            hidden=described is not None and _is(described, "hidden"),
        )
        for data in anchor.iter():
            if local(data) == "graphicData":
                yield from self._inside(data, whole, lambda transform: _turned(whole.box, transform), place.part)

    def _inside(self, group: Element, whole: Drawing, placed: _Placed, part: str) -> Iterator[Drawing]:
        for node in children(group):
            name = local(node)
            if name in {"wgp", "grpSp"}:
                yield from self._inside(node, whole, _placed_in(node, placed), part)
            elif name == "wpc":
                yield from self._inside(node, whole, placed, part)
            elif name in {"wsp", "pic"}:
                yield self._shape(node, whole, placed, part)

    def _shape(self, shape: Element, whole: Drawing, placed: _Placed, part: str) -> Drawing:
        body, style, described = (child(shape, name) for name in ("bodyPr", "style", "cNvPr"))
        return replace(
            whole,
            box=placed(_transform(child(shape, "spPr"))),
            paint=self._painter.shape(shape, part),
            hidden=whole.hidden or (described is not None and _is(described, "hidden")),
            text=next(shape.iter(f"{W}txbxContent"), None),
            colour=None if style is None else self._painter.letters(style),
            inset=_of(body, "lIns") if body is not None and body.get("lIns") else whole.inset,
            grows=body is not None and child(body, "spAutoFit") is not None,
        )


def _placed_in(group: Element, placed: _Placed) -> _Placed:
    """A group has a measure of its own, in which its shapes have their places."""
    transform = _transform(child(group, "grpSpPr"))
    whole = placed(transform)
    offset, extent = (child(transform, name) if transform is not None else None for name in ("chOff", "chExt"))
    left, top = _of(offset, "x"), _of(offset, "y")
    across = whole.width / (_of(extent, "cx") or whole.width or 1)
    down = whole.height / (_of(extent, "cy") or whole.height or 1)

    def inner(shape: Element | None) -> Box:
        if shape is None:
            return whole
        begins, size = child(shape, "off"), child(shape, "ext")
        x, y = whole.left + (_of(begins, "x") - left) * across, whole.top + (_of(begins, "y") - top) * down
        return _turned(Box(x, y, x + _of(size, "cx") * across, y + _of(size, "cy") * down), shape)

    return inner


def _turned(box: Box, transform: Element | None) -> Box:
    """A quarter of a turn about its middle."""
    if transform is None or transform.get("rot") not in _QUARTER_TURNS:
        return box
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return Box(x - box.height / 2, y - box.width / 2, x + box.height / 2, y + box.width / 2)


def _box(anchor: Element, place: Place) -> Box:
    extent, sheet = anchor.find(f"{WP}extent"), place.sheet
    width = _relative(anchor, "H", sheet.width, sheet) or _of(extent, "cx")
    height = _relative(anchor, "V", sheet.height, sheet) or _of(extent, "cy")
    left = _position(anchor.find(f"{WP}positionH"), width, _across(place))
    top = _position(anchor.find(f"{WP}positionV"), height, _down(place))
    simple = anchor.find(f"{WP}simplePos")
    if _is(anchor, "simplePos") and simple is not None:
        left, top = _of(simple, "x"), _of(simple, "y")
    return Box(left, top, left + width, top + height)


def _across(place: Place) -> dict[str, tuple[float, float]]:
    """What horizontal places are relative to, from where to where; the text's column where nothing else is said."""
    sheet, right = place.sheet, place.sheet.width - place.sheet.right
    return {
        "page": (0, sheet.width),
        "margin": (sheet.left, right),
        "leftMargin": (0, sheet.left),
        "insideMargin": (0, sheet.left),
        "rightMargin": (right, sheet.width),
        "outsideMargin": (right, sheet.width),
        "": (place.box.left, place.box.right),
    }


def _down(place: Place) -> dict[str, tuple[float, float]]:
    sheet, bottom = place.sheet, place.sheet.height - place.sheet.bottom
    return {
        "page": (0, sheet.height),
        "margin": (sheet.top, bottom),
        "topMargin": (0, sheet.top),
        "bottomMargin": (bottom, sheet.height),
        "": (place.box.top, place.box.top),
    }


def _position(position: Element | None, size: float, references: dict[str, tuple[float, float]]) -> float:
    if position is None:
        return references[""][0]
    begins, ends = references.get(position.get("relativeFrom", ""), references[""])
    offset, aligned = position.find(f"{WP}posOffset"), position.find(f"{WP}align")
    if offset is not None:
        return begins + (number(offset.text) or 0) / _EMU
    share = next((number(node.text) for node in position.iter() if local(node).startswith("pctPos")), None)
    if share is not None:
        return begins + share / _PERCENT * (ends - begins)
    name = aligned.text if aligned is not None else ""
    if name in {"right", "bottom", "outside"}:
        return ends - size
    return (begins + ends - size) / 2 if name == "center" else begins


def _relative(anchor: Element, direction: str, whole: float, sheet: Sheet) -> float:
    """A size in percent of the page or of what its margins leave goes before the plain one."""
    size = next((node for node in anchor if local(node) == f"sizeRel{direction}"), None)
    share = number(size[0].text) if size is not None and len(size) else None
    if size is None or not share:
        return 0
    margins = sheet.left + sheet.right if direction == "H" else sheet.top + sheet.bottom
    return share / _PERCENT * (whole - margins if size.get("relativeFrom") == "margin" else whole)


def _transform(properties: Element | None) -> Element | None:
    return child(properties, "xfrm") if properties is not None else None


def _of(element: Element | None, name: str) -> float:
    return (number(element.get(name)) or 0) / _EMU if element is not None else 0


def _is(element: Element, name: str) -> bool:
    return element.get(name, "0") not in OFF
