"""The lines of a PDF page as segments with boxes. PDFium is asked for whole lines; single characters cost a call each
and are asked for only where a line has a wide gap inside, or a part that may be hidden."""

import re
from collections.abc import Iterator
from ctypes import addressof, c_double, c_ushort
from itertools import groupby
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from storage.extraction.layout import MIN_GUTTER, Segment
from storage.extraction.pdf_geometry import Box, Geometry

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")
_SURROGATE = re.compile("[\ud800-\udfff]")
# PDFium writes this where a word was divided at the end of a line.
HYPHEN = "\x02"
# A gap wider than this many line heights is a cell's or a column's border.
_GAP_HEIGHTS = 1.4


class Part(NamedTuple):
    """A segment, and which characters of the page it is."""

    first: int
    last: int
    segment: Segment


class TextLines:
    def __init__(self, page: pypdfium2.PdfPage, geometry: Geometry) -> None:
        self._textpage = page.get_textpage()
        self._geometry = geometry
        self._bounds = (c_double(), c_double(), c_double(), c_double())
        self._written: dict[int, str] = {}
        self.text = _characters(self._textpage)

    def spans(self) -> Iterator[tuple[int, int]]:
        """Where PDFium's lines start and end; blank ones are left out."""
        return (line.span() for line in _LINE.finditer(self.text) if line.group().strip())

    def line(self, start: int, end: int) -> Iterator[Part]:
        boxes = self.boxes(start, end)
        if not boxes:
            return
        if _has_wide_gap(boxes):
            yield from self._split(start, end, boxes)
        else:
            yield self._part(start, end, _union(boxes))

    def _part(self, start: int, end: int, box: Box) -> Part:
        return Part(start, end, Segment(*box, _joined_surrogates(self.text[start:end])))

    def boxes(self, start: int, end: int) -> list[Box]:
        """One for each text object, or part of it, among these characters."""
        left, top, right, bottom = self._bounds
        boxes = []
        for index in range(raw.FPDFText_CountRects(self._textpage, start, end - start)):
            raw.FPDFText_GetRect(self._textpage, index, left, top, right, bottom)
            boxes.append(self._geometry.box(left.value, bottom.value, right.value, top.value))
        return boxes

    def object_at(self, index: int) -> raw.FPDF_PAGEOBJECT:
        return raw.FPDFText_GetTextObject(self._textpage, index)

    def objects(self, start: int, end: int) -> list[raw.FPDF_PAGEOBJECT]:
        """Those whose letters these are, in order."""
        handles = (self.object_at(index) for index in range(start, end) if not self.text[index].isspace())
        return list({addressof(handle.contents): handle for handle in handles if handle}.values())

    def written_by(self, handle: raw.FPDF_PAGEOBJECT) -> str:
        """What this object contributes to the text; nothing, when PDFium took it for a copy of another."""
        key = addressof(handle.contents)
        if key not in self._written:
            self._written[key] = self._ask_written_by(handle)
        return self._written[key]

    def _ask_written_by(self, handle: raw.FPDF_PAGEOBJECT) -> str:
        # PDFium goes through the whole page for each answer.
        length = raw.FPDFTextObj_GetText(handle, self._textpage, None, 0)
        buffer = (c_ushort * max(length // 2, 1))()
        raw.FPDFTextObj_GetText(handle, self._textpage, buffer, length)
        return "".join(map(chr, buffer)).rstrip("\0")

    def _split(self, start: int, end: int, boxes: list[Box]) -> Iterator[Part]:
        gap = _gap(boxes)
        pending: tuple[int, int, Box] | None = None
        for first, last, box in self._parts(start, end, boxes):
            if pending and 0 <= box.left - pending[2].right < gap and _level(box, pending[2]):
                pending = (pending[0], last, pending[2].joined(box))
                continue
            if pending:
                yield self._part(*pending)
            pending = (first, last, box)
        if pending:
            yield self._part(*pending)

    def _parts(self, start: int, end: int, boxes: list[Box]) -> Iterator[tuple[int, int, Box]]:
        """The words of each text object; or each word by itself, where objects begin inside of words."""
        words = [word.span() for word in _WORD.finditer(self.text, start, end)]
        objects = [list(group) for _, group in groupby(words, key=lambda word: self._address(word[0]))]
        if len(objects) == len(boxes):
            for group, box in zip(objects, boxes, strict=True):
                yield group[0][0], group[-1][1], box
            return
        for first, last in words:
            if found := self.boxes(first, last):
                yield first, last, _union(found)

    def _address(self, index: int) -> int:
        handle = self.object_at(index)
        return addressof(handle.contents) if handle else 0


def _characters(textpage: pypdfium2.PdfTextPage) -> str:
    """One character for each of PDFium's, so that positions are PDFium's own."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = (c_ushort * (count + 1))()
    if raw.FPDFText_GetText(textpage, 0, count, buffer) == count + 1:
        text = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        return text if len(text) == count else "".join(map(chr, buffer[:count]))
    # Some characters have no Unicode value, and PDFium leaves them out of the text but not of its numbering.
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, i) or 0xFFFD) for i in range(count))


def _joined_surrogates(text: str) -> str:
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _union(boxes: list[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _gap(boxes: list[Box]) -> float:
    return max(MIN_GUTTER, _GAP_HEIGHTS * max(box.bottom - box.top for box in boxes))


def _has_wide_gap(boxes: list[Box]) -> bool:
    if len(boxes) == 1:
        return False
    ordered = sorted(boxes)
    gap, right = _gap(boxes), ordered[0].right
    for box in ordered[1:]:
        if box.left - right > gap or not _level(box, ordered[0]):
            return True
        right = max(right, box.right)
    return False


def _level(box: Box, other: Box) -> bool:
    """Do they share a line; a full stop and a capital do, two lines of text do not."""
    return box.top < other.bottom and other.top < box.bottom
