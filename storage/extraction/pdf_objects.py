"""What is painted on a PDF page, as far as it decides whether text can be seen."""

from collections.abc import Callable, Iterator
from ctypes import addressof, c_float, c_uint, c_ulong, c_ushort
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import pypdfium2
from pypdfium2 import raw

from storage.extraction.pdf_geometry import Box, Geometry

# A pointer of ctypes, for which there are no types.
Handle: TypeAlias = Any
_GetColour: TypeAlias = Callable[..., bool]
# Text at most this light, out of 255, stands out on white paper; at least this opaque, it is there at all.
_DARK, _OPAQUE = 190, 90
_FILLED_MODES = {raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_STROKE}
_STROKED_MODES = {raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE}
_PAINTED_MODES = _FILLED_MODES | _STROKED_MODES
# Letters lower than this are looked at more closely; lines thinner than this cover no text.
_SMALL, _THIN = 4.0, 2.5
_WHITE = (255, 255, 255, 255)
_OPTIONAL_CONTENT = "OC"
_MAX_OBJECTS, _DEEPEST = 50_000, 8
_CLIP_SLACK = 2.0
# PDFium answers into these. Making new ones for each of a thousand objects would cost as much as asking.
_REAL, _WHOLE = [c_float() for _ in range(4)], [c_uint() for _ in range(4)]


class Painted(NamedTuple):
    """`order` counts what the page paints, from the bottom up."""

    order: int
    box: Box


@dataclass
class Survey:
    """`suspects` are addresses of text objects which may be invisible; `unsure` says that text stands inside of form
    objects, whose parts cannot be placed, so that all text is a suspect. `pictures` are where images stand."""

    suspects: dict[int, Handle] = field(default_factory=dict)
    pictures: list[Painted] = field(default_factory=list)
    painted: list[tuple[int, Handle]] = field(default_factory=list)
    unsure: bool = False

    @cached_property
    def texts(self) -> dict[int, tuple[int, Handle]]:
        """By address, the page's own text objects with their place in the order of painting."""
        return {address(handle): (order, handle) for order, handle in self.painted}


def survey(page: pypdfium2.PdfPage, geometry: Geometry) -> Survey:
    found = Survey()
    ordinary: list[tuple[int, Handle]] = []
    covers: list[Box] = []
    light: list[Painted] = []
    for order, handle, kind in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.painted.append((order, handle))
            if _may_be_invisible(handle, geometry):
                found.suspects[address(handle)] = handle
                light.append(Painted(order, bounds(handle, geometry)))
            else:
                ordinary.append((order, handle))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            found.unsure = True
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures.append(Painted(order, bounds(handle, geometry)))
            covers.append(found.pictures[-1].box)
        elif cover := _cover(order, handle, kind, geometry):
            covers.append(cover)
    if covers or light:
        # Letters cover as well as panels do, when they are blocks.
        touched = (handle for order, handle in ordinary if _is_touched(order, bounds(handle, geometry), covers, light))
        found.suspects |= {address(handle): handle for handle in touched}
    return found


def _is_touched(order: int, box: Box, covers: list[Box], light: list[Painted]) -> bool:
    return any(box.intersects(cover) for cover in covers) or any(
        text.order > order and box.intersects(text.box) for text in light
    )


def address(handle: Handle) -> int:
    return addressof(handle.contents)


def font_size(handle: Handle) -> float:
    """In points on the page: the font's size times the scale of its matrix."""
    size, matrix = c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(handle, size)
    raw.FPDFPageObj_GetMatrix(handle, matrix)
    return float(size.value * abs(matrix.a * matrix.d - matrix.b * matrix.c) ** 0.5)


def is_painted(handle: Handle) -> bool:
    return raw.FPDFTextObj_GetTextRenderMode(handle) in _PAINTED_MODES


def mostly_on(page: Box, box: Box) -> bool:
    return page.contains(box, slack=0) or page.common(box) >= box.area / 2


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Handle, int]]:
    for order in range(min(raw.FPDFPage_CountObjects(page), _MAX_OBJECTS)):
        handle = raw.FPDFPage_GetObject(page, order)
        yield order, handle, raw.FPDFPageObj_GetType(handle)


def all_objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Handle, int]]:
    """Forms and what stands inside of them, too, in the order of painting."""
    pending = [(handle, kind, 0) for _, handle, kind in _objects(page)][::-1]
    for _ in range(_MAX_OBJECTS):
        if not pending:
            return
        handle, kind, depth = pending.pop()
        yield handle, kind
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = range(min(max(raw.FPDFFormObj_CountObjects(handle), 0), _MAX_OBJECTS))
            parts = [raw.FPDFFormObj_GetObject(handle, index) for index in inside]
            pending += [(part, raw.FPDFPageObj_GetType(part), depth + 1) for part in reversed(parts)]


def _may_be_invisible(handle: Handle, geometry: Geometry) -> bool:
    if not is_dark(handle) or _in_optional_content(handle):
        return True
    box = bounds(handle, geometry)
    if min(box.bottom - box.top, box.right - box.left) < _SMALL and font_size(handle) < _SMALL:
        return True
    return not mostly_on(geometry.page, box) or _is_clipped(handle, box, geometry)


def is_dark(handle: Handle) -> bool:
    """Whatever of the letters is painted, fill or outline, stands out on white paper."""
    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    if mode in _FILLED_MODES and not _is_dark(handle, raw.FPDFPageObj_GetFillColor):
        return False
    if mode in _STROKED_MODES and not _is_dark(handle, raw.FPDFPageObj_GetStrokeColor):
        return False
    return mode in _PAINTED_MODES


def _is_dark(handle: Handle, get: _GetColour) -> bool:
    red, green, blue, alpha = _colour(handle, get)
    return red <= _DARK and green <= _DARK and blue <= _DARK and alpha >= _OPAQUE


def _colour(handle: Handle, get: _GetColour) -> tuple[int, int, int, int]:
    """Red, green, blue and opacity; a pattern is nothing that can be relied upon, and counts as transparent."""
    red, green, blue, alpha = _WHOLE
    if not get(handle, red, green, blue, alpha):
        return 0, 0, 0, 0
    return red.value, green.value, blue.value, alpha.value


def _in_optional_content(handle: Handle) -> bool:
    marks = range(max(raw.FPDFPageObj_CountMarks(handle), 0))
    return any(_mark_name(raw.FPDFPageObj_GetMark(handle, index)) == _OPTIONAL_CONTENT for index in marks)


def _mark_name(mark: raw.FPDF_PAGEOBJECTMARK) -> str:
    buffer, length = (c_ushort * 16)(), c_ulong()
    raw.FPDFPageObjMark_GetName(mark, buffer, 32, length)
    return "".join(map(chr, buffer)).split("\0")[0]


def _is_clipped(handle: Handle, box: Box, geometry: Geometry) -> bool:
    """Does some clip path leave out a part of the box; a path is taken for its bounding box."""
    clip = raw.FPDFPageObj_GetClipPath(handle)
    return any(
        not _clip_box(clip, index, geometry).contains(box, slack=_CLIP_SLACK)
        for index in range(max(raw.FPDFClipPath_CountPaths(clip), 0))
    )


def _clip_box(clip: raw.FPDF_CLIPPATH, index: int, geometry: Geometry) -> Box:
    x, y = c_float(), c_float()
    points = []
    for position in range(max(raw.FPDFClipPath_CountPathSegments(clip, index), 0)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, index, position), x, y)
        points.append((x.value, y.value))
    if not points:
        return Box(0, 0, 0, 0)
    xs, ys = zip(*points, strict=True)
    return geometry.box(min(xs), min(ys), max(xs), max(ys))


def bounds(handle: Handle, geometry: Geometry) -> Box:
    left, bottom, right, top = _REAL
    raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top)
    return geometry.box(left.value, bottom.value, right.value, top.value)


def _cover(order: int, handle: Handle, kind: int, geometry: Geometry) -> Box | None:
    """Where this hides or tints what it touches. White paper painted before anything else does neither."""
    box = bounds(handle, geometry)
    if min(box.right - box.left, box.bottom - box.top) < _THIN:
        return None
    if kind == raw.FPDF_PAGEOBJ_PATH and order == 0 and _colour(handle, raw.FPDFPageObj_GetFillColor) == _WHITE:
        return None
    return box
