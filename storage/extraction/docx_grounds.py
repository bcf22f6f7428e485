"""What lies under a text of a DOCX, or over it, among the shapes and pictures that are free of the text."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from storage.extraction.docx_drawings import Drawing
from storage.extraction.docx_flow import Spot
from storage.extraction.sheet import Box
from storage.extraction.visibility import BLACK, NO_CONTRAST, Look

# An estimate errs by a share of its length, up to a few lines, and by lines. It is trusted sooner for text that may be
# seen than against text that may be hidden.
_ERROR, _LINES = 0.08, 0.5
_WIDE_ERROR, _WIDE_LINES = 0.15, 2.0
_MOST_ERROR = 40.0
# In letters of a document: about what the lines of a heading are. More is no accident.
_MOST_DOUBTED = 160
# A text is on a shape when most of it is, and certainly when all but a letter of it is.
_MOST, _ALL = 0.6, 0.95


@dataclass(frozen=True)
class Text:
    """So many letters of a paragraph, from this of its lines on. `box` is the text box that it stands in."""

    spot: Spot
    line: float
    letters: int
    box: Drawing | None = None

    @property
    def part(self) -> Box:
        return self.spot.part(self.line, self.letters)

    def error(self, share: float, lines: float) -> float:
        return min(share * self.spot.flown, _MOST_ERROR) + lines * self.spot.line

    @property
    def surely_in(self) -> Box:
        """All the places that the text may have, if the estimate errs as usual. Out of its box or page it never is."""
        part, error = self.part, self.error(_ERROR, _LINES)
        top, bottom = (self.box.box.top, self.box.box.bottom) if self.box else (0, math.inf)
        return replace(part, top=max(part.top - error, top), bottom=max(min(part.bottom + error, bottom), part.top))


class Grounds:
    """Remembers how many letters had the benefit of the doubt."""

    def __init__(self, drawings: Sequence[Drawing]) -> None:
        # Later ones lie upon earlier ones of the same height; those behind the text lie lowest of all.
        numbered = sorted(enumerate(drawings), key=lambda pair: (not pair[1].behind, pair[1].height, pair[0]))
        self._stack = [drawing for _, drawing in numbered if drawing.free and not drawing.hidden]
        self._behind = sum(drawing.behind for drawing in self._stack)
        self._doubted = 0

    def hidden(self, letters: Look, ground: Look, text: Text) -> str | None:
        """Why these letters are not seen, which would stand on this ground if no drawing were there."""
        plain = letters.on(ground).hidden
        if text.spot.concealed or (not self._stack and text.box is None):
            return plain or text.spot.concealed
        if self._is_covered(text):
            return plain or (NO_CONTRAST if text.box else self._in_doubt(NO_CONTRAST, text))
        reasons = [letters.on(below).hidden for below in self._under(text, ground)]
        return reasons[0] if all(reasons) else self._in_doubt(reasons[-1], text)

    def _in_doubt(self, reason: str | None, text: Text) -> str | None:
        self._doubted += text.letters if reason else 0
        return reason if self._doubted > _MOST_DOUBTED else None

    def _is_covered(self, text: Text) -> bool:
        part, place = text.part, text.surely_in
        above = (drawing for drawing in self._above(text) if _certainly(place, drawing.box))
        return any(drawing.paint.covers(_share(part, drawing.box)) for drawing in above)

    def _under(self, text: Text, ground: Look) -> list[Look]:
        """Of all that may lie under the text; of one thing where its place is certain, else the given ground last."""
        part, box, found = text.part, text.box, list[Look]()
        if box is not None and (fill := box.paint.colours(_share(part, box.box))):
            return [replace(ground, fill=fill)]
        for drawing in self._below(text):
            if not _possibly(part, drawing.box, text.error(_WIDE_ERROR, _WIDE_LINES)):
                continue
            place = _share(part, drawing.box)
            if fill := drawing.paint.colours(place):
                # Letters of the automatic colour turn white in a dark cell, but not on a dark shape.
                found.append(replace(ground, fill=fill, auto=BLACK))
                if _certainly(text.surely_in, drawing.box) and drawing.paint.covers(place):
                    return found
        return [*found, ground]

    def _below(self, text: Text) -> Iterator[Drawing]:
        return (drawing for drawing in reversed(self._stack[: self._level(text)]) if _on_one_page(drawing, text.spot))

    def _above(self, text: Text) -> Iterator[Drawing]:
        for drawing in self._stack[self._level(text) :]:
            if drawing is not text.box and _on_one_page(drawing, text.spot):
                yield drawing

    def _level(self, text: Text) -> int:
        """How many drawings lie below the text."""
        return next((at for at, drawing in enumerate(self._stack) if drawing is text.box), self._behind)


def _on_one_page(drawing: Drawing, spot: Spot) -> bool:
    return drawing.page is None or spot.page is None or drawing.page == spot.page


def _possibly(part: Box, panel: Box, error: float) -> bool:
    """A shape lower than the text is a rule under it, or above."""
    if panel.height < _MOST * part.height or _across(part, panel) < _MOST:
        return False
    return panel.top - error <= part.top and part.bottom <= panel.bottom + error


def _certainly(part: Box, panel: Box) -> bool:
    return _across(part, panel) >= _ALL and panel.top <= part.top and part.bottom <= panel.bottom


def _across(part: Box, panel: Box) -> float:
    shared = min(part.right, panel.right) - max(part.left, panel.left)
    return shared / part.width if part.width > 0 else float(shared >= 0)


def _share(part: Box, panel: Box) -> Box:
    """The part, in shares of the panel's width and height."""
    width, height = panel.width or 1, panel.height or 1
    return Box(
        (part.left - panel.left) / width,
        (part.top - panel.top) / height,
        (part.right - panel.left) / width,
        (part.bottom - panel.top) / height,
    )
