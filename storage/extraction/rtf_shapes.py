"""Text boxes of an RTF: where they are and what they are filled with."""

import contextlib

from storage.extraction.rtf_looks import TWIPS
from storage.extraction.sheet import Box, Sheet
from storage.extraction.visibility import AUTO, CLEAR, READABLE_SIZE, TINY, VANISHED, WHITE, Look

EDGES = ("shpleft", "shptop", "shpright", "shpbottom")
# In the words of the format: measured from the page, not from a margin, a column or the paragraph.
FROM_PAGE = {"shpbxpage": "x", "shpbypage": "y"}


class Shape:
    """Properties come as pairs of groups, `sn` with the name and `sv` with the value."""

    def __init__(self) -> None:
        self._edges: dict[str, float] = {}
        self._from_page: set[str] = set()
        self._properties: dict[str, int] = {}
        self._name = ""

    def take(self, word: str, number: int) -> None:
        if word in EDGES:
            self._edges[word] = number / TWIPS
        elif word in FROM_PAGE:
            self._from_page.add(FROM_PAGE[word])

    def name(self, text: str) -> None:
        self._name = text.strip()

    def value(self, text: str) -> None:
        with contextlib.suppress(ValueError):
            self._properties[self._name] = int(text)

    def ground(self, sheet: Sheet) -> Look:
        """A box is white unless it says otherwise; its colour has blue highest."""
        colour = self._properties.get("fillColor", WHITE)
        red, green, blue = colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF
        filled = self._properties.get("fFilled", 1)
        return Look(
            colour=AUTO,
            fill=(red << 16 | green << 8 | blue,) if filled else CLEAR,
            concealed=VANISHED if self._properties.get("fHidden") else self._missed(sheet),
        )

    def _missed(self, sheet: Sheet) -> str | None:
        left, top, right, bottom = (self._edges.get(edge) for edge in EDGES)
        if left is None or top is None or right is None or bottom is None:
            return None
        if min(right - left, bottom - top) < READABLE_SIZE:
            return TINY
        across = 0 if "x" in self._from_page else sheet.left
        # A paragraph may stand anywhere on the page: only what is a page away from it is surely outside.
        reach = 0 if "y" in self._from_page else sheet.height
        box = Box(left + across, top, right + across, bottom + reach)
        return sheet.missed(box)
