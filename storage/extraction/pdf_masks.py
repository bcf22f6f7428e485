"""What a text would look like, painted alone in black: the letters whose visibility is to be measured."""

from collections.abc import Iterable

import pypdfium2
from pypdfium2 import raw

from storage.extraction.pdf_objects import Handle, all_objects


def leave_only(page: pypdfium2.PdfPage, texts: Iterable[Handle]) -> None:
    """Takes everything off the page but these, and the forms in which they may stand, and blackens them. The page is
    good for nothing else afterwards."""
    for handle, kind in all_objects(page):
        if kind != raw.FPDF_PAGEOBJ_FORM:
            raw.FPDFPageObj_SetIsActive(handle, False)
    for handle in texts:
        _blacken(handle)


def _blacken(handle: Handle) -> None:
    raw.FPDFPageObj_SetIsActive(handle, True)
    raw.FPDFPageObj_SetFillColor(handle, 0, 0, 0, 255)
    raw.FPDFPageObj_SetStrokeColor(handle, 0, 0, 0, 255)
    raw.FPDFPageObj_SetBlendMode(handle, b"Normal")
