"""PDF by PDFium, column by column; by pypdf when PDFium finds nothing; by OCR where the pages are pictures."""

from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from storage.extraction import ocr, pdf_fallback
from storage.extraction.layout import MIN_GUTTER, Break, Segment, in_reading_order
from storage.extraction.outcome import Reading, Refused
from storage.extraction.pdf_geometry import Geometry
from storage.extraction.pdf_hidden import segments_of
from storage.extraction.pdf_lines import HYPHEN
from storage.extraction.writing import TextWriter

# A resume of more pages than this is read up to here, and the quality says so.
MAX_PAGES = 100
_SPACE_HEIGHTS = 0.12


def read(path: Path) -> Reading:
    """Raises Refused (`resume_encrypted`, `resume_scanned`, `resume_unreadable`)."""
    document = _opened(path)
    reading = _read_pages(document) if document else None
    if reading is None or not reading.pages_with_text:
        reading = pdf_fallback.read(path) or reading
    if reading is None:
        raise Refused("resume_unreadable")
    return ocr.completed(reading, document) if document else reading


def _opened(path: Path) -> pypdfium2.PdfDocument | None:
    """None for a file that PDFium gives up."""
    try:
        document = pypdfium2.PdfDocument(path)
        if document.get_formtype() != raw.FORMTYPE_NONE:
            document.init_forms()
    except pypdfium2.PdfiumError as error:
        if error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}:
            raise Refused("resume_encrypted") from error
        return None
    return document


def _read_pages(document: pypdfium2.PdfDocument) -> Reading:
    writer, with_text = TextWriter(), 0
    pages = len(document)
    for number in range(min(pages, MAX_PAGES)):
        if writer.full:
            break
        with_text += _write_page(document, number, writer)
    return Reading(
        extractor=f"pdfium {pypdfium2.PDFIUM_INFO.build}",
        text=writer.text,
        hidden=writer.hidden,
        pages=pages,
        pages_with_text=with_text,
        truncated=writer.truncated or pages > MAX_PAGES,
    )


def _write_page(document: pypdfium2.PdfDocument, number: int, writer: TextWriter) -> bool:
    """Was there any text. A page that cannot be loaded is a page without text; the others still count."""
    try:
        page = _with_filled_forms(document, number)
    except pypdfium2.PdfiumError:
        return False
    segments = segments_of(page, Geometry(page))
    for row in in_reading_order(segments):
        _write_row(row, writer)
    writer.end_block()
    page.close()
    return bool(segments)


def _with_filled_forms(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    """What somebody typed into a form's fields is text like any other."""
    page = document[number]
    if document.formenv and page.flatten() == raw.FLATTEN_SUCCESS:
        page.close()
        page = document[number]
    return page


def _write_row(row: Break, writer: TextWriter) -> None:
    if row.new_block:
        writer.end_block()
    for position, segment in enumerate(row.row):
        if position:
            writer.write(_separator(row.row[position - 1], segment))
        writer.write(segment.text.strip().removesuffix(HYPHEN), hidden=segment.hidden)
    if not row.row[-1].text.endswith(HYPHEN):
        writer.end_line()


def _separator(before: Segment, after: Segment) -> str:
    gap = after.left - before.right
    if gap > max(MIN_GUTTER, after.height):
        return "\t"
    return " " if gap > after.height * _SPACE_HEIGHTS else ""
