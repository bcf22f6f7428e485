"""Reading order of a page: columns are read one after the other, table rows across.

A page is a set of segments (pieces of a line with no wide gap inside). A vertical strip that segments on both sides
respect is a gutter; whether it divides columns or the cells of rows is told by how the lines on both sides stand to
each other.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

MIN_GUTTER = 8.0
_LEAST_LINES = 3
# The smaller side's lines that stand level with a line of the other side: above this they belong together.
_LEVEL_SHARE = 0.7
# Running text fills its column to the edge; the cells of a table rarely do.
_FILL_SHARE = 0.6
_SAME_LINE = 0.5
_PARAGRAPH_GAPS, _PARAGRAPH_HEIGHTS = 1.4, 1.1
_MAX_COLUMNS_DEPTH = 4


class Segment(NamedTuple):
    """Points from the page's left and top edge. `hidden` is why a reader cannot see it."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    hidden: str | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


Row = list[Segment]


class Break(NamedTuple):
    """What stands before a row: nothing, or the wider gap of a new paragraph or block."""

    row: Row
    new_block: bool


def in_reading_order(segments: Sequence[Segment], depth: int = 0) -> Iterator[Break]:
    """Rows, each from left to right."""
    gutter = _best_gutter(segments) if depth < _MAX_COLUMNS_DEPTH else None
    if gutter is None:
        yield from _rows_with_gaps(segments)
        return
    edge = max(segment.right for segment in segments)
    for band in _bands(segments, gutter):
        left = [segment for segment in band if segment.right <= gutter]
        right = [segment for segment in band if segment.left >= gutter]
        if len(left) + len(right) == len(band) and _are_columns(left, right, gutter, edge):
            yield from in_reading_order(left, depth + 1)
            yield from in_reading_order(right, depth + 1)
        else:
            yield from _rows_with_gaps(band)


def rows_of(segments: Sequence[Segment]) -> list[Row]:
    """Segments whose middles lie within each other's height are one row."""
    rows: list[Row] = []
    for segment in sorted(segments, key=lambda s: s.middle):
        last = rows[-1][-1] if rows else None
        if last and segment.middle - last.middle < _SAME_LINE * min(segment.height, last.height):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row) for row in rows]


def _rows_with_gaps(segments: Sequence[Segment]) -> Iterator[Break]:
    rows = rows_of(segments)
    gaps = [min(s.top for s in below) - max(s.bottom for s in above) for above, below in pairwise(rows)]
    # Wider than the usual distance of these lines, whatever that is: a double-spaced text is still one paragraph.
    usual = _PARAGRAPH_GAPS * median(gaps) if gaps else 0
    for position, row in enumerate(rows):
        gap = gaps[position - 1] if position else None
        yield Break(row, gap is None or gap > max(usual, _PARAGRAPH_HEIGHTS * max(s.height for s in row)))


def _best_gutter(segments: Sequence[Segment]) -> float | None:
    """The x that divides most segments into two large sides, and is crossed by few."""
    if len(segments) < 2 * _LEAST_LINES:
        return None
    candidates = {round(s.left, 0): s.left - MIN_GUTTER / 2 for s in segments}
    best, best_score = None, 0
    for x in candidates.values():
        left = sum(1 for s in segments if s.right <= x - MIN_GUTTER / 2)
        right = sum(1 for s in segments if s.left >= x + MIN_GUTTER / 2 - 0.5)
        crossing = len(segments) - left - right
        score = min(left, right) * 2 - crossing
        if min(left, right) >= _LEAST_LINES and score > best_score:
            best, best_score = x, score
    return best


def _bands(segments: Sequence[Segment], gutter: float) -> Iterator[list[Segment]]:
    """Runs of segments, from top to bottom, that all respect the gutter or all cross it."""
    band: list[Segment] = []
    crossing = False
    for segment in sorted(segments, key=lambda s: s.middle):
        crosses = segment.left < gutter < segment.right
        if band and crosses != crossing:
            yield band
            band = []
        band.append(segment)
        crossing = crosses
    if band:
        yield band


def _are_columns(left: Sequence[Segment], right: Sequence[Segment], gutter: float, edge: float) -> bool:
    left_rows, right_rows = rows_of(left), rows_of(right)
    fewer, more = sorted((left_rows, right_rows), key=len)
    if len(fewer) < _LEAST_LINES:
        return False
    if _level_share(fewer, more) < _LEVEL_SHARE:
        return True
    left_width, right_width = gutter - min(s.left for s in left), edge - gutter
    return _is_running_text(left_rows, left_width) and _is_running_text(right_rows, right_width)


def _level_share(fewer: list[Row], more: list[Row]) -> float:
    middles = [row[0].middle for row in more]
    level = sum(1 for row in fewer if any(abs(row[0].middle - m) < row[0].height / 4 for m in middles))
    return level / len(fewer)


def _is_running_text(rows: list[Row], width: float) -> bool:
    """Lines follow each other without holes and mostly reach the column's edge."""
    filled = median((row[-1].right - row[0].left) / width for row in rows) if width else 0
    pitch = [below[0].middle - above[0].middle for above, below in pairwise(rows)]
    return filled >= _FILL_SHARE and max(pitch) < 3 * median(pitch)
