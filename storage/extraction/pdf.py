"""PDF by pypdfium2."""

from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from storage.extraction.outcome import Reading, Refused
from storage.extraction.writing import TextWriter

MAX_PAGES = 100


def read(path: Path) -> Reading:
    document = _opened(path)
    writer = TextWriter()
    pages = len(document)
    with_text = 0
    for number in range(min(pages, MAX_PAGES)):
        text = document[number].get_textpage().get_text_bounded()
        with_text += bool(text.strip())
        writer.write(text)
        writer.end_block()
    return Reading(
        extractor=f"pypdfium2 {pypdfium2.version.PYPDFIUM_INFO.tag}",
        text=writer.text,
        hidden=writer.hidden,
        pages=pages,
        pages_with_text=with_text,
        truncated=writer.truncated or pages > MAX_PAGES,
    )


def _opened(path: Path) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        encrypted = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Refused("resume_encrypted" if encrypted else "resume_unreadable") from error
