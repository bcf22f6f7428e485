"""Shapes, pictures and text boxes of a DOCX, with their places on the page."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storage.extraction.docx_paint import NOTHING, Paint
from storage.extraction.sheet import Box, Sheet
from storage.extraction.visibility import READABLE_SIZE, TINY, VANISHED


@dataclass(frozen=True)
class Place:
    """Of the paragraph that a drawing belongs to. No page: it is on all of them. `part` is the name of its part."""

    sheet: Sheet
    box: Box
    page: int | None
    part: str


@dataclass(frozen=True)
class Drawing:
    """`height` says what lies upon what. One that is `free` lies over or under the text, which keeps off others; such
    a one in a line takes `room` of it. `colour` is that of letters in it which say none of their own, `inset` how far
    they keep from its sides. A box that `grows` is as high as its text."""

    box: Box
    sheet: Sheet
    page: int | None
    paint: Paint = NOTHING
    behind: bool = False
    free: bool = False
    height: float = 0
    hidden: bool = False
    text: Element | None = None
    colour: int | None = None
    inset: float = 7.2
    room: float = 0
    grows: bool = False

    @property
    def concealed(self) -> str | None:
        """Why none of its text is seen."""
        if self.hidden:
            return VANISHED
        if self.box.width < READABLE_SIZE or (self.box.height < READABLE_SIZE and not self.grows):
            return TINY
        return self.sheet.missed(self.box)
