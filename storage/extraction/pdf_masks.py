"""What a text would look like, painted alone in black: the letters whose visibility is to be measured."""

from collections.abc import Iterable, Iterator

import pypdfium2
from pypdfium2 import raw

from storage.extraction.pdf_objects import Handle

_MOST_OBJECTS, _DEEPEST = 50_000, 8


def leave_only(page: pypdfium2.PdfPage, texts: Iterable[Handle]) -> None:
    """Takes everything off the page but these, and the forms in which they may stand, and blackens them. The page is
    good for nothing else afterwards."""
    for handle, kind in _all_objects(page):
        if kind != raw.FPDF_PAGEOBJ_FORM:
            raw.FPDFPageObj_SetIsActive(handle, False)
    for handle in texts:
        _blacken(handle)


def _all_objects(page: pypdfium2.PdfPage) -> Iterator[tuple[Handle, int]]:
    pending = [(raw.FPDFPage_GetObject(page, i), 0) for i in range(raw.FPDFPage_CountObjects(page))]
    seen = 0
    while pending and seen < _MOST_OBJECTS:
        handle, depth = pending.pop()
        kind, seen = raw.FPDFPageObj_GetType(handle), seen + 1
        yield handle, kind
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inside = range(min(max(raw.FPDFFormObj_CountObjects(handle), 0), _MOST_OBJECTS))
            pending += [(raw.FPDFFormObj_GetObject(handle, i), depth + 1) for i in inside]


def _blacken(handle: Handle) -> None:
    raw.FPDFPageObj_SetIsActive(handle, True)
    raw.FPDFPageObj_SetFillColor(handle, 0, 0, 0, 255)
    raw.FPDFPageObj_SetStrokeColor(handle, 0, 0, 0, 255)
    raw.FPDFPageObj_SetBlendMode(handle, b"Normal")
