"""The paper of a word processor's document, in points from its left and top edge."""

from dataclasses import dataclass

from storage.extraction.visibility import OFF_PAGE

# An indent reaches into the margin now and then; a line that begins so far outside of the paper has lost its words.
_LEAST_OUTSIDE = 36.0


@dataclass(frozen=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Sheet:
    """American letter paper with Word's margins, if nothing else is said."""

    width: float = 612.0
    height: float = 792.0
    left: float = 90.0
    right: float = 90.0
    top: float = 72.0
    bottom: float = 72.0
    header: float = 36.0

    def missed(self, box: Box) -> str | None:
        """The reason, when nothing of the box lies on the paper."""
        outside = box.right <= 0 or box.bottom <= 0 or box.left >= self.width or box.top >= self.height
        return OFF_PAGE if outside else None

    def missed_by_line(self, begins: float, ends: float, alignment: str) -> str | None:
        """The reason, when lines between these edges are not on the paper."""
        if alignment in {"right", "end"}:
            outside = not 0 < ends < self.width + _LEAST_OUTSIDE
        elif alignment == "center":
            outside = not 0 < (begins + ends) / 2 < self.width
        else:
            outside = not -_LEAST_OUTSIDE < begins < self.width
        return OFF_PAGE if outside else None
