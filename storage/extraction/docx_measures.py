"""How much room paragraphs and tables of a DOCX take, estimated by the usual proportions of letters."""

import math
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W
from storage.extraction.docx_looks import TWIPS, Styles, number
from storage.extraction.docx_parts import is_on
from storage.extraction.docx_walk import within
from storage.extraction.sheet import Box, Sheet
from storage.extraction.visibility import DEFAULT_SIZE

# In shares of a font's size.
_LETTER, _LINE = 0.5, 1.2
_USUAL_LINE = 240
_CELL_MARGIN = 5.4
_LEAST_WIDTH = 1.0
_R, _T = f"{W}r", f"{W}t"


class Measure:
    def __init__(self, paragraph: Element, styles: Styles) -> None:
        self._paragraph = paragraph
        self._properties = list(styles.paragraph_properties(paragraph))
        self._look = styles.paragraph(paragraph).over(styles.default)
        self._styles = styles
        self._runs = list(within(paragraph, _R))
        self._letters = sum(len(node.text or "") for run in self._runs for node in run if node.tag == _T)
        self.before, self.after = self._twips("spacing", "before"), self._twips("spacing", "after")
        self.left = self._twips("ind", "left") or self._twips("ind", "start")
        self.right = self._twips("ind", "right") or self._twips("ind", "end")
        self.breaks_before = any(is_on(properties, "pageBreakBefore") for properties in self._properties[:1])

    def breaks_after(self, kind: str) -> bool:
        return any(node.get(f"{W}type") == kind for node in self._breaks)

    def height(self, width: float) -> float:
        lines = math.ceil(self._letters / self.letters_in(width)) or 1
        return self.line * (lines + sum(map(is_line_break, self._breaks)))

    def letters_in(self, width: float) -> float:
        """How many of them make a line."""
        return max(width, _LEAST_WIDTH) / (self._size * _LETTER)

    def filled(self, box: Box) -> Box:
        """The part of the box across which the text reaches, by its alignment."""
        room = box.width - self._letters * self._size * _LETTER
        if room <= 0:
            return box
        before = {"center": room / 2, "right": room, "end": room}.get(self._alignment, 0)
        return Box(box.left + before, box.top, box.right - room + before, box.bottom)

    def missed(self, sheet: Sheet, left: float, right: float) -> str | None:
        first = left + self._twips("ind", "firstLine") - self._twips("ind", "hanging")
        one_line = self._letters * self._size * _LETTER < right - first
        return sheet.missed_by_line(first if one_line else left, right, self._alignment)

    def frame(self, sheet: Sheet, top: float) -> Box | None:
        """A paragraph may stand in a frame of its own, anywhere. One that only drops its first letter does not."""
        frame = next((f for p in self._properties if (f := p.find(f"{W}framePr")) is not None), None)
        if frame is None or frame.get(f"{W}dropCap", "none") != "none":
            return None
        x, y, width, height = ((number(frame.get(f"{W}{name}")) or 0) / TWIPS for name in ("x", "y", "w", "h"))
        left = x + (0 if frame.get(f"{W}hAnchor") == "page" else sheet.left)
        down = {"page": 0.0, "margin": sheet.top}.get(frame.get(f"{W}vAnchor", ""), top)
        right = left + (width or max(sheet.width - sheet.right - left, self._letters * self._size * _LETTER))
        return Box(left, y + down, right, y + down + (height or self.height(right - left)))

    @property
    def _breaks(self) -> list[Element]:
        return [node for run in self._runs for node in run if node.tag in {f"{W}br", f"{W}cr"}]

    @cached_property
    def _size(self) -> float:
        """The largest letters make the line."""
        looks = [self._styles.run(run).on(self._look) for run in self._runs] or [self._look]
        return max(1.0, *(DEFAULT_SIZE if look.size is None else look.size for look in looks))

    @cached_property
    def line(self) -> float:
        height, rule = self._said("spacing", "line"), self._said("spacing", "lineRule") or "auto"
        value, letters = number(height), self._size * _LINE
        if value is None:
            return letters
        if rule == "auto":
            return letters * value / _USUAL_LINE
        return value / TWIPS if rule == "exact" else max(value / TWIPS, letters)

    @property
    def _alignment(self) -> str:
        return self._said("jc", "val") or "left"

    def _twips(self, name: str, attribute: str) -> float:
        return (number(self._said(name, attribute)) or 0) / TWIPS

    def _said(self, name: str, attribute: str) -> str | None:
        found = (properties.find(f"{W}{name}") for properties in self._properties)
        return next((v for e in found if e is not None and (v := e.get(f"{W}{attribute}")) is not None), None)


def is_line_break(node: Element) -> bool:
    return node.tag in {f"{W}br", f"{W}cr"} and node.get(f"{W}type", "textWrapping") == "textWrapping"


class TableShape:
    def __init__(self, table: Element) -> None:
        grid = table.find(f"{W}tblGrid")
        widths = [number(column.get(f"{W}w")) or 0 for column in grid] if grid is not None else []
        self._widths = [width / TWIPS for width in widths]
        self._properties = table.find(f"{W}tblPr")
        layout = table.find(f"{W}tblPr/{W}tblLayout")
        self.fixed = layout is not None and layout.get(f"{W}type") == "fixed"

    def begins(self, left: float, sheet: Sheet) -> tuple[float, float | None]:
        """The left edge; and the upper one, when the table has a place of its own on the page."""
        floating = self._properties.find(f"{W}tblpPr") if self._properties is not None else None
        if floating is None:
            indent = self._properties.find(f"{W}tblInd") if self._properties is not None else None
            return left + (_twips(indent, "w") if indent is not None else 0), None
        across = {"page": 0.0, "margin": sheet.left}.get(floating.get(f"{W}horzAnchor", ""), left)
        down = {"page": 0.0, "margin": sheet.top}.get(floating.get(f"{W}vertAnchor", ""))
        return across + _twips(floating, "tblpX"), None if down is None else down + _twips(floating, "tblpY")

    def height(self, row: Element) -> tuple[float, bool]:
        """The least there is, or the exact one."""
        height = row.find(f"{W}trPr/{W}trHeight")
        return (0, False) if height is None else (_twips(height, "val"), height.get(f"{W}hRule") == "exact")

    def cells(self, row: Element, left: float, right: float) -> Iterator[tuple[Element, float, float]]:
        cells = list(within(row, f"{W}tc"))
        column, usual = 0, (right - left) / max(len(cells), 1)
        # A table that is not fixed is made to fit, whatever its columns say.
        total = sum(self._widths)
        fit = 1 if self.fixed or total <= right - left else (right - left) / total
        for cell in cells:
            span = cell.find(f"{W}tcPr/{W}gridSpan")
            count = max(int(number(span.get(f"{W}val")) or 1), 1) if span is not None else 1
            width = fit * sum(self._widths[column : column + count]) or usual
            margin = min(_CELL_MARGIN, width / 2)
            yield cell, left + margin, left + width - margin
            column, left = column + count, left + width


def _twips(element: Element, name: str) -> float:
    return (number(element.get(f"{W}{name}")) or 0) / TWIPS
