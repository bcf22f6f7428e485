"""Whether a page on which nothing is suspected must be rendered all the same, to see that there is ink.

Rendering costs a third of reading. It is spared where every letter comes from an outline of a font program, opaque,
with nothing laid over the page: there, a letter without ink has no box either, and is a suspect for that.
"""

from collections.abc import Iterable
from ctypes import addressof, c_size_t

import pypdfium2
from pypdfium2 import raw

from storage.extraction.pdf_objects import Handle, Survey

# They have no look of their own, or one that was made a part of the page before.
_HARMLESS = {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_WIDGET}
_MOST_ANNOTATIONS = 200


def must_be_rendered(page: pypdfium2.PdfPage, found: Survey) -> bool:
    texts = [handle for _, handle in found.painted]
    # A soft mask and a mode of blending are transparency, too.
    return _is_covered(page) or any(map(raw.FPDFPageObj_HasTransparency, texts)) or _has_drawn_fonts(texts)


def _is_covered(page: pypdfium2.PdfPage) -> bool:
    count = raw.FPDFPage_GetAnnotCount(page)
    return count > _MOST_ANNOTATIONS or any(_subtype(page, index) not in _HARMLESS for index in range(count))


def _subtype(page: pypdfium2.PdfPage, index: int) -> int:
    annotation = raw.FPDFPage_GetAnnot(page, index)
    subtype: int = raw.FPDFAnnot_GetSubtype(annotation)
    raw.FPDFPage_CloseAnnot(annotation)
    return subtype


def _has_drawn_fonts(texts: Iterable[Handle]) -> bool:
    """A font of Type 3 is a drawing for each letter, and no program."""
    fonts = {addressof(font.contents): font for font in map(raw.FPDFTextObj_GetFont, texts) if font}
    return any(_size(font) == 0 for font in fonts.values())


def _size(font: raw.FPDF_FONT) -> int:
    length = c_size_t()
    raw.FPDFFont_GetFontData(font, None, 0, length)
    return length.value
