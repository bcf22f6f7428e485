"""pypdf, for files whose text PDFium does not find: slower, without columns, but of another mind about broken files."""

from pathlib import Path

import pypdf

from storage.extraction.outcome import Reading
from storage.extraction.writing import TextWriter

_MAX_PAGES = 30


def read(path: Path) -> Reading | None:
    """None when pypdf finds nothing either."""
    writer, with_text = TextWriter(), 0
    try:
        pages = pypdf.PdfReader(path).pages
        for page in pages[:_MAX_PAGES]:
            text = page.extract_text()
            with_text += bool(text.strip())
            writer.write(text)
            writer.end_block()
    except Exception:  # a broken file makes it raise anything, and this is the last resort already
        return None
    if not with_text:
        return None
    return Reading(
        extractor=f"pypdf {pypdf.__version__}",
        text=writer.text,
        pages=len(pages),
        pages_with_text=with_text,
        truncated=writer.truncated or len(pages) > _MAX_PAGES,
    )
