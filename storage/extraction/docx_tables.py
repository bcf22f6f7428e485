"""What lies under the cells of a DOCX table: their own shade, or the table's, or that of its style at their place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W
from storage.extraction.docx_looks import Styles, number
from storage.extraction.docx_parts import OFF
from storage.extraction.visibility import Look

# The parts of a style that a table may switch on and off, by their bit in the old form of `w:tblLook`.
_SWITCHES = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    row: int
    column: int
    last_row: int
    last_column: int


class TableLooks:
    def __init__(self, table: Element, styles: Styles) -> None:
        self._styles = styles
        self._properties = table.find(f"{W}tblPr")
        named = self._properties.find(f"{W}tblStyle") if self._properties is not None else None
        self._chain = list(styles.named(named))
        self._on = _switched_on(self._properties)

    def cell(self, cell: Element, place: Place) -> Look:
        own = self._styles.theme.shading(cell.find(f"{W}tcPr"))
        look = Look(fill=own).over(Look(fill=self._styles.theme.shading(self._properties)))
        for region, style in product(self._regions(place), self._chain):
            look = look.over(self._styles.region(_part(style, region)))
        return look

    def _regions(self, place: Place) -> Iterator[str]:
        """Names of the parts of a style that hold here, strongest first."""
        vertical = _edge(place.row, place.last_row, "firstRow" in self._on, "lastRow" in self._on)
        horizontal = _edge(place.column, place.last_column, "firstColumn" in self._on, "lastColumn" in self._on)
        if vertical and horizontal:
            yield {"first": "n", "last": "s"}[vertical] + {"first": "w", "last": "e"}[horizontal] + "Cell"
        if vertical:
            yield f"{vertical}Row"
        if horizontal:
            yield f"{horizontal}Col"
        if "noHBand" not in self._on and not vertical:
            yield self._band(place.row - ("firstRow" in self._on), "Horz", "Row")
        if "noVBand" not in self._on and not horizontal:
            yield self._band(place.column - ("firstColumn" in self._on), "Vert", "Col")
        yield ""

    def _band(self, position: int, direction: str, side: str) -> str:
        sizes = (style.find(f"{W}tblPr/{W}tblStyle{side}BandSize") for style in self._chain)
        size = next((number(size.get(f"{W}val")) for size in sizes if size is not None), None)
        return f"band{position // max(int(size or 1), 1) % 2 + 1}{direction}"


def is_shown(cell: Element, row: int) -> bool:
    """Of cells that are merged downwards only the first is, and none that is deleted."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return True
    merged = properties.find(f"{W}vMerge")
    continued = merged is not None and merged.get(f"{W}val", "continue") == "continue" and row > 0
    return not continued and properties.find(f"{W}cellDel") is None


def _switched_on(properties: Element | None) -> set[str]:
    look = properties.find(f"{W}tblLook") if properties is not None else None
    if look is None:
        return set()
    try:
        bits = int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        bits = 0
    given = {name: look.get(f"{W}{name}") for name in _SWITCHES}
    return {name for name, bit in _SWITCHES.items() if (given[name] not in OFF if given[name] else bits & bit)}


def _edge(position: int, last: int, first_on: bool, last_on: bool) -> str:
    if first_on and position == 0:
        return "first"
    return "last" if last_on and position == last else ""


def _part(style: Element, region: str) -> Element | None:
    if not region:
        return style
    return next((part for part in style.findall(f"{W}tblStylePr") if part.get(f"{W}type") == region), None)
