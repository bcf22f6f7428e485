"""How the text of an RTF looks at a moment, by the control words in force: of its letters, paragraph and cell."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from storage.extraction.sheet import Box, Sheet
from storage.extraction.visibility import AUTO, CLEAR, READABLE_SIZE, TINY, WHITE, Fill, Look, mixed

# Words with the number they mean when they bring none. These are in force until \plain …
LETTERS = {
    "v": 1, "cf": 0, "fs": 24, "charscalex": 100, "expnd": 0, "expndtw": 0, "up": 6, "dn": 6, "highlight": 0,
    "chcbpat": 0, "chcfpat": 0, "chshdng": 0,
}  # fmt: skip
# … and these until \pard.
PARAGRAPHS = {
    "intbl": 1, "cbpat": 0, "cfpat": 0, "shading": 0, "sl": 0, "slmult": 0, "li": 0, "ri": 0, "ql": 0, "qj": 0,
    "qr": 0, "qc": 0, "posx": 0, "posnegx": 0, "posy": 0, "posnegy": 0, "absw": 0, "absh": 0,
}  # fmt: skip
_CELLS = {"clcbpat", "clcfpat", "clshdng"}
_ROWS = {"trrh", "trleft"}
_SHEET = {
    "paperw": "width", "paperh": "height", "margl": "left", "margr": "right", "margt": "top", "margb": "bottom",
}  # fmt: skip
_PAGE = {"trowd", "cellx", "cell", "row", *_CELLS, *_ROWS, *_SHEET}
_ALIGNMENTS = {"ql": "left", "qj": "left", "qr": "right", "qc": "center"}
TWIPS = 20
_QUARTERS = 4
_HUNDREDTHS = 10_000
# In 240ths of a line. Less than this and neighbouring lines lie upon each other.
_LEAST_LINE = 96
# \sl1000 means an ordinary line.
_ORDINARY_LINE = 1000

Words = Mapping[str, int]
Colours = Sequence[int | None]


def letters(words: Words, colours: Colours) -> Look:
    spacing = words["expndtw"] / TWIPS if "expndtw" in words else words.get("expnd", 0) / _QUARTERS
    colour = _colour(colours, words["cf"]) if "cf" in words else None
    return Look(
        vanish=words.get("v", 0) != 0,
        colour=AUTO if colour is None else colour,
        size=words.get("fs", 24) / 2,
        fill=_highlight(words, colours) or _shade(words, colours, "chcbpat", "chcfpat", "chshdng"),
        scale=words.get("charscalex", 100) / 100,
        spacing=spacing,
        raised=(words.get("up", 0) - words.get("dn", 0)) / 2,
    )


def paragraph(words: Words, colours: Colours, sheet: Sheet) -> Look:
    alignment = next((name for word, name in _ALIGNMENTS.items() if word in words), "left")
    begins = sheet.left + (words.get("li", 0) + min(words.get("fi", 0), 0)) / TWIPS
    ends = sheet.width - sheet.right - words.get("ri", 0) / TWIPS
    outside = sheet.missed_by_line(begins, ends, alignment)
    return Look(
        fill=_shade(words, colours, "cbpat", "cfpat", "shading"),
        line=_line(words),
        concealed=outside or _framed_off(words, sheet),
    )


class Page:
    """What is in force beyond groups: the sheet, and the fills of the cells of the row, which come before its text."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        self._cells: list[Words] = []
        self._next: dict[str, int] = {}
        self._current = 0
        self._row: dict[str, int] = {}
        self.changed = False

    def take(self, word: str, number: int) -> None:
        self.changed |= word in _PAGE
        if word in _SHEET:
            self.sheet = replace(self.sheet, **{_SHEET[word]: number / TWIPS})
        elif word == "trowd":
            self._cells, self._next, self._current, self._row = [], {}, 0, {}
        elif word == "cellx":
            self._cells.append({**self._next, word: number})
            self._next = {}
        elif word in {"cell", "row"}:
            self._current = self._current + 1 if word == "cell" else 0
        elif word in _CELLS:
            self._next[word] = number
        elif word in _ROWS:
            self._row[word] = number

    def cell(self, colours: Colours) -> Look:
        if self._current >= len(self._cells):
            return Look()
        cell = self._cells[self._current]
        return Look(fill=_shade(cell, colours, "clcbpat", "clcfpat", "clshdng"), concealed=self._concealed(cell))

    def _concealed(self, cell: Words) -> str | None:
        """A row's height is exact when it is below zero. Cells are given by their right edges."""
        before = self._cells[self._current - 1]["cellx"] if self._current else self._row.get("trleft", 0)
        left, right = before / TWIPS, cell["cellx"] / TWIPS
        if right - left < READABLE_SIZE or 0 < -self._row.get("trrh", 0) / TWIPS < READABLE_SIZE:
            return TINY
        sheet = self.sheet
        return sheet.missed(Box(sheet.left + left, sheet.top, sheet.left + right, sheet.height))


def _line(words: Words) -> float:
    height = words.get("sl", 0)
    if words.get("slmult"):
        return 0 if 0 < abs(height) < _LEAST_LINE else math.inf
    return -height / TWIPS if height < 0 and height != -_ORDINARY_LINE else math.inf


def _framed_off(words: Words, sheet: Sheet) -> str | None:
    left = (words.get("posx", 0) or -abs(words.get("posnegx", 0))) / TWIPS
    top = (words.get("posy", 0) or -abs(words.get("posnegy", 0))) / TWIPS
    width, height = abs(words.get("absw", 0)) / TWIPS, abs(words.get("absh", 0)) / TWIPS
    return sheet.missed(Box(left, top, left + (width or sheet.width), top + (height or sheet.height)))


def _highlight(words: Words, colours: Colours) -> Fill:
    colour = _ground(colours, words.get("highlight", 0))
    return CLEAR if colour is None else (colour,)


def _shade(words: Words, colours: Colours, ground: str, ink: str, density: str) -> Fill:
    """A pattern: so many hundredths of a percent of the ink on the ground."""
    share = min(max(words.get(density, 0) / _HUNDREDTHS, 0), 1)
    below, above = _ground(colours, words.get(ground, 0)), _ground(colours, words.get(ink, 0))
    if below is None and not share:
        return CLEAR
    return (mixed(above or 0, WHITE if below is None else below, share),)


def _ground(colours: Colours, index: int) -> int | None:
    """0 is none, whatever the table's first entry says."""
    return _colour(colours, index) if index else None


def _colour(colours: Colours, index: int) -> int | None:
    return colours[index] if 0 <= index < len(colours) else None
