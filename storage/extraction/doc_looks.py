"""Which bytes of a binary DOC are formatted as hidden, tiny or white: the character properties of [MS-DOC] 2.4.6.2."""

import struct
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from storage.extraction.palette import PALETTE
from storage.extraction.visibility import CLEAR, WHITE, Fill, Look, mixed

_PLC_AT = 0xFA
_PAGE_BYTES = 512
_MAX_PAGES = 4096
_VANISH, _SIZE, _COLOUR_INDEX, _COLOUR, _SHADING, _HIGHLIGHT = 0x083C, 0x4A43, 0x2A42, 0x6870, 0xCA71, 0x2A0C
# Of the patterns of a shading: none of the ink, and nothing but ink.
_CLEAR_PATTERN, _SOLID_PATTERN = 0, 1
_OTHER_PATTERNS = 0.35
_UNKNOWN_COLOUR = 0xFF00_0000
# The operand's length by the top three bits of a property's code; 6 says it in its first byte.
_OPERAND_BYTES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_VARIABLE = 6


class Looks:
    def __init__(self, document: bytes, table: bytes) -> None:
        runs = sorted(_formatted(document, table), key=lambda run: run[:2])
        self._starts = [start for start, _, _ in runs]
        self._runs = runs

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, str | None]]:
        """The bytes from `start` to `end` in stretches, each with why it cannot be seen."""
        edges = {start, end}
        for first, last, _ in self._overlapping(start, end):
            edges |= {max(first, start), min(last, end)}
        for first, last in pairwise(sorted(edges)):
            yield first, last, self._hidden_at(first)

    def _overlapping(self, start: int, end: int) -> list[tuple[int, int, str | None]]:
        low, high = max(bisect_right(self._starts, start) - 1, 0), bisect_right(self._starts, end)
        return [run for run in self._runs[low:high] if run[0] < end and run[1] > start and run[2]]

    def _hidden_at(self, offset: int) -> str | None:
        position = bisect_right(self._starts, offset) - 1
        if position < 0 or self._runs[position][1] <= offset:
            return None
        return self._runs[position][2]


def _formatted(document: bytes, table: bytes) -> Iterator[tuple[int, int, str | None]]:
    start, length = struct.unpack_from("<II", document, _PLC_AT)
    count = min(max(length - 4, 0) // 8, _MAX_PAGES)
    for number in struct.unpack_from(f"<{count}I", table, start + 4 * (count + 1)):
        page = document[(number & 0x3FFFFF) * _PAGE_BYTES :][:_PAGE_BYTES]
        if len(page) == _PAGE_BYTES:
            yield from _runs_of_page(page)


def _runs_of_page(page: bytes) -> Iterator[tuple[int, int, str | None]]:
    count = page[-1]
    if 5 * count + 4 > _PAGE_BYTES:
        return
    limits = struct.unpack_from(f"<{count + 1}I", page)
    for index, word in enumerate(page[4 * (count + 1) :][:count]):
        properties = page[2 * word + 1 :][: page[2 * word]] if word else b""
        yield limits[index], limits[index + 1], _look(properties).hidden


def _look(properties: bytes) -> Look:
    values = dict(_properties(properties))
    size, index = values.get(_SIZE), values.get(_COLOUR_INDEX)
    colour = _rgb(values[_COLOUR]) if _COLOUR in values else _numbered(index)
    highlight = _numbered(values.get(_HIGHLIGHT))
    return Look(
        vanish=values.get(_VANISH) == 1,
        colour=colour,
        size=size / 2 if size is not None else None,
        fill=_shading(values.get(_SHADING)) if highlight is None else (highlight,),
    )


def _shading(operand: int | None) -> Fill | None:
    """Its own length, the colours of ink and ground, and the pattern."""
    if operand is None:
        return None
    ink, ground, pattern = _rgb(operand >> 8), _rgb(operand >> 40), operand >> 72 & 0xFFFF
    if pattern == _CLEAR_PATTERN:
        return CLEAR if ground is None else (ground,)
    share = 1 if pattern == _SOLID_PATTERN else _OTHER_PATTERNS
    return (mixed(ink or 0, WHITE if ground is None else ground, share),)


def _rgb(colour: int) -> int | None:
    """COLORREF keeps blue highest; its top byte set means "auto"."""
    if colour & _UNKNOWN_COLOUR:
        return None
    return (colour & 0xFF) << 16 | colour & 0xFF00 | colour >> 16 & 0xFF


def _numbered(index: int | None) -> int | None:
    return list(PALETTE.values())[index - 1] if index and index <= len(PALETTE) else None


def _properties(content: bytes) -> Iterator[tuple[int, int]]:
    position = 0
    while position + 2 < len(content):
        code = int.from_bytes(content[position : position + 2], "little")
        kind, position = code >> 13, position + 2
        size = content[position] + 1 if kind == _VARIABLE else _OPERAND_BYTES[kind]
        yield code, int.from_bytes(content[position : position + size], "little")
        position += size
