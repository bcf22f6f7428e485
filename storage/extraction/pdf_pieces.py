"""The pieces of a page's lines that may be hidden, told from those that certainly are not."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from storage.extraction.layout import Segment
from storage.extraction.pdf_geometry import Box
from storage.extraction.pdf_lines import Part, TextLines
from storage.extraction.pdf_objects import Handle, Survey, address


@dataclass
class Piece:
    """A part of a line, why it is hidden, and, when it is a suspect, the text objects that show it and all copies of
    them. What is left out is neither read nor accused."""

    part: Part
    handles: list[Handle]
    copies: list[Handle] = field(default_factory=list)
    hidden: str | None = None
    left_out: bool = False

    def __post_init__(self) -> None:
        self.box = Box(*self.part.segment[:4])

    @property
    def points_a_letter(self) -> float:
        box = self.box
        return max(box.right - box.left, box.bottom - box.top) / len(self.part.segment.text)

    @property
    def segment(self) -> Segment:
        return self.part.segment._replace(hidden=self.hidden) if self.hidden else self.part.segment


def pieces_of(lines: TextLines, found: Survey) -> Iterator[Piece]:
    for start, end in lines.spans():
        for first, last, key in _runs(lines, start, end, found):
            if lines.text[first:last].strip():
                handles = [found.suspects[key]] if key else []
                yield from (Piece(part, handles) for part in lines.line(first, last))


def _runs(lines: TextLines, start: int, end: int, found: Survey) -> Iterator[tuple[int, int, int]]:
    """Neighbouring characters of one suspect object, or of no suspect (0)."""
    if not found.suspects and not found.unsure:
        yield start, end, 0
        return

    def suspect_at(index: int) -> int:
        handle = lines.object_at(index)
        # The spaces that PDFium adds between objects belong to none.
        key = address(handle) if handle else 0
        if key and found.unsure:
            found.suspects.setdefault(key, handle)
        return key if key in found.suspects else 0

    if len(lines.boxes(start, end)) == 1:  # all of one object, as most lines are
        yield start, end, suspect_at(start)
        return
    for key, group in groupby(range(start, end), key=suspect_at):
        positions = list(group)
        yield positions[0], positions[-1] + 1, key
