"""Where the paragraphs of a DOCX come to stand, estimated: no font is measured. It tells what lies under a text."""

import contextlib
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from storage.extraction.docx_colours import W
from storage.extraction.docx_drawings import Drawing, Place
from storage.extraction.docx_looks import TWIPS, Styles, number
from storage.extraction.docx_measures import Measure, TableShape
from storage.extraction.docx_parts import sections
from storage.extraction.docx_shapes import Drawings
from storage.extraction.docx_walk import within
from storage.extraction.sheet import Box, Sheet
from storage.extraction.visibility import OFF_PAGE, READABLE_SIZE, TINY

_BOX_MARGIN = 3.6
_USUAL_GAP, _MOST_COLUMNS = 720, 45
# Of an estimated height so much is surely needed.
_SURE_SHARE = 0.75
_P, _TBL = f"{W}p", f"{W}tbl"


@dataclass(frozen=True)
class Spot:
    """A paragraph's place on a page; on all of them when there is none. `line` is the height of its lines, `letters`
    how many make one. `flown` is the height that was estimated on the way from a known place: from it errors come."""

    box: Box
    page: int | None
    line: float
    letters: float
    flown: float
    concealed: str | None = None

    def part(self, line: float, letters: int) -> Box:
        """The lines of so many letters, from this line on."""
        first, last = math.floor(line), math.ceil(line + letters / self.letters)
        top = self.box.top + first * self.line
        return replace(self.box, top=top, bottom=top + max(last - first, 1) * self.line)


@dataclass(frozen=True)
class _Column:
    """Where text runs, from its left to its right edge. Below the floor nothing is shown of what began at the top."""

    left: float
    right: float
    top: float = 0
    floor: float = math.inf
    narrow: bool = False

    def cut(self, top: float) -> str | None:
        if self.narrow:
            return TINY
        surely = self.top + _SURE_SHARE * (top - self.top)
        return OFF_PAGE if surely > self.floor else None


class Flow:
    """Walks all that is read of a document, once. `spots` and `boxes` are by the identity of a paragraph and of the
    content of a text box."""

    def __init__(self, styles: Styles, drawings: Drawings) -> None:
        self.spots: dict[int, Spot] = {}
        self.boxes: dict[int, Drawing] = {}
        self.drawings: list[Drawing] = []
        self._styles = styles
        self._drawings = drawings
        self._part = ""
        self._sheet = Sheet()
        self._page: int | None = None
        self._y = self._flown = self._head = self._head_of_columns = 0.0
        self._columns, self._at = [_Column(0, 0)], 0

    @property
    def pages(self) -> int:
        return self._page or 1

    def header(self, root: Element, part: str, sheet: Sheet) -> None:
        self._begin(part, sheet, None, sheet.header)
        self._blocks(root, _Column(sheet.left, sheet.width - sheet.right))
        self._head = max(self._head, self._y)

    def footer(self, root: Element, part: str, sheet: Sheet) -> None:
        self._begin(part, sheet, None, sheet.height - sheet.bottom)
        self._blocks(root, _Column(sheet.left, sheet.width - sheet.right))

    def body(self, document: Element, part: str) -> None:
        following = iter(sections(document))
        section = next(following, None)
        self._begin(part, sheet_of(section), 1, 0)
        self._y = max(self._sheet.top, self._head)
        self._divide(section)
        body = document.find(f"{W}body")
        for node in within(document if body is None else body, _P, _TBL):
            self._block(node, self._columns[self._at])
            if node.find(f"{W}pPr/{W}sectPr") is not None:
                self._section(next(following, None))

    def _begin(self, part: str, sheet: Sheet, page: int | None, top: float) -> None:
        self._part, self._sheet, self._page, self._y, self._flown = part, sheet, page, top, 0
        self._columns, self._at = [_Column(sheet.left, sheet.width - sheet.right)], 0

    def _section(self, section: Element | None) -> None:
        self._sheet = sheet_of(section)
        kind = section.find(f"{W}type") if section is not None else None
        if kind is None or kind.get(f"{W}val") != "continuous":
            self._turn_page()
        self._divide(section)

    def _divide(self, section: Element | None) -> None:
        self._columns, self._at, self._head_of_columns = columns_of(section, self._sheet), 0, self._y

    def _turn(self) -> None:
        """To the next column, or page."""
        if self._at + 1 < len(self._columns):
            self._at, self._y = self._at + 1, self._head_of_columns
        else:
            self._turn_page()

    def _turn_page(self) -> None:
        if self._page is not None:
            self._page += 1
            self._at, self._y = 0, max(self._sheet.top, self._head)
            self._head_of_columns = self._y

    def _advance(self, height: float) -> None:
        self._y += height
        self._flown += height
        if self._y > self._sheet.height - self._sheet.bottom:
            self._turn()

    def _blocks(self, element: Element, column: _Column) -> None:
        for node in within(element, _P, _TBL):
            self._block(node, column)

    def _block(self, node: Element, column: _Column) -> None:
        if node.tag == _P:
            self._paragraph(node, column)
        else:
            self._table(node, column)

    def _paragraph(self, paragraph: Element, column: _Column) -> None:
        measure = Measure(paragraph, self._styles)
        framed = measure.frame(self._sheet, self._y)
        if framed is not None:
            with self._aside(framed.top):
                self._stand(paragraph, measure, _Column(framed.left, framed.right, framed.top), framed)
            return
        if measure.breaks_before:
            self._turn_page()
        self._stand(paragraph, measure, column, None)
        if measure.breaks_after("page"):
            self._turn_page()
        elif measure.breaks_after("column"):
            self._turn()

    def _stand(self, paragraph: Element, measure: Measure, column: _Column, frame: Box | None) -> None:
        left, right = column.left + measure.left, column.right - measure.right
        height = measure.height(right - left)
        top = self._y + measure.before
        box = measure.filled(Box(left, top, right, top + height))
        missed = self._sheet.missed(frame) if frame is not None else measure.missed(self._sheet, left, right)
        self.spots[id(paragraph)] = Spot(
            box, self._page, measure.line, measure.letters_in(right - left), self._flown, missed or column.cut(top)
        )
        place = Place(self._sheet, Box(left, top, right, top), self._page, self._part)
        room = 0.0
        for drawing in self._drawings.of(paragraph, place):
            self.drawings.append(drawing)
            self._text_box(drawing)
            room = max(room, drawing.room)
        self._advance(measure.before + max(height, room) + measure.after)

    def _text_box(self, drawing: Drawing) -> None:
        if drawing.text is None:
            return
        self.boxes[id(drawing.text)] = drawing
        box = drawing.box
        floor = math.inf if drawing.grows else box.bottom
        with self._aside(box.top + _BOX_MARGIN):
            self._flown = 0
            self._blocks(drawing.text, _Column(box.left + drawing.inset, box.right - drawing.inset, box.top, floor))

    def _table(self, table: Element, column: _Column) -> None:
        shape = TableShape(table)
        left, top = shape.begins(column.left, self._sheet)
        if top is None:
            self._rows(table, shape, replace(column, left=left))
        else:
            with self._aside(top):
                self._rows(table, shape, replace(column, left=left))

    def _rows(self, table: Element, shape: TableShape, column: _Column) -> None:
        for row in within(table, f"{W}tr"):
            top, bottom, least, exact = self._y, self._y, *shape.height(row)
            floor = min(column.floor, top + least) if exact else column.floor
            for cell, left, right in shape.cells(row, column.left, column.right):
                with self._aside(top):
                    narrow = column.narrow or (shape.fixed and right - left < READABLE_SIZE)
                    inner = _Column(left, right, top if exact else column.top, floor, narrow)
                    self._blocks(cell, inner)
                    bottom = max(bottom, self._y)
            self._advance(least if exact else max(bottom - top, least))

    @contextlib.contextmanager
    def _aside(self, top: float) -> Iterator[None]:
        """Text that stands somewhere else, or beside: what comes after goes on from here. It keeps to its page."""
        before = self._page, self._at, self._y, self._flown
        self._y = top
        yield
        self._page, self._at, self._y, self._flown = before


def columns_of(section: Element | None, sheet: Sheet) -> list[_Column]:
    """Equal ones by their number, or those that are listed."""
    left, right = sheet.left, sheet.width - sheet.right
    columns = section.find(f"{W}cols") if section is not None else None
    if columns is None:
        return [_Column(left, right)]
    count = max(int(number(columns.get(f"{W}num")) or 1), 1)
    space = number(columns.get(f"{W}space"))
    gap = (_USUAL_GAP if space is None else space) / TWIPS
    width = (right - left - gap * (count - 1)) / count
    listed = [(number(c.get(f"{W}w")) or 0, number(c.get(f"{W}space")) or 0) for c in columns.findall(f"{W}col")]
    found = []
    for wide, apart in listed or [(width * TWIPS, gap * TWIPS)] * min(count, _MOST_COLUMNS):
        found.append(_Column(left, left + wide / TWIPS))
        left += (wide + apart) / TWIPS
    return found


def sheet_of(section: Element | None) -> Sheet:
    size, margins = (section.find(f"{W}{name}") if section is not None else None for name in ("pgSz", "pgMar"))
    given = {"width": (size, "w"), "height": (size, "h")} | {
        side: (margins, side) for side in ("left", "right", "top", "bottom", "header")
    }
    lengths = {
        side: number(element.get(f"{W}{name}")) for side, (element, name) in given.items() if element is not None
    }
    return Sheet(**{side: abs(length) / TWIPS for side, length in lengths.items() if length is not None})
