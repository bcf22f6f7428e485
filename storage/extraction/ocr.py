"""Recognising the letters of scanned pages with tesseract, where the machine has it."""

import shutil
import subprocess
from io import BytesIO

import pypdfium2

from storage.extraction.outcome import Reading, Refused
from storage.extraction.writing import TextWriter

_LANGUAGES = "rus+eng"
_DPI = 200
_MAX_PAGES = 10
_MAX_PIXELS = 40_000_000


def completed(reading: Reading, document: pypdfium2.PdfDocument) -> Reading:
    """The same reading when it has text; a recognised one when every page is a picture. Raises
    Refused(`resume_scanned`) when nothing here can recognise it."""
    if reading.pages_with_text or not _has_pictures(document):
        return reading
    tesseract = shutil.which("tesseract")
    if tesseract is None:
        raise Refused("resume_scanned")
    return _recognised(tesseract, document)


def _has_pictures(document: pypdfium2.PdfDocument) -> bool:
    pages = range(min(len(document), _MAX_PAGES))
    return any(
        True for number in pages for _ in document[number].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
    )


def _recognised(tesseract: str, document: pypdfium2.PdfDocument) -> Reading:
    writer, with_text = TextWriter(), 0
    for number in range(min(len(document), _MAX_PAGES)):
        text = _recognised_page(tesseract, document[number])
        with_text += bool(text.strip())
        writer.write(text)
        writer.end_block()
    return Reading(
        extractor="tesseract",
        text=writer.text,
        pages=len(document),
        pages_with_text=with_text,
        truncated=writer.truncated or len(document) > _MAX_PAGES,
        ocr=True,
    )


def _recognised_page(tesseract: str, page: pypdfium2.PdfPage) -> str:
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MAX_PIXELS / max(width * height, 1)) ** 0.5)
    picture = BytesIO()
    page.render(scale=scale, grayscale=True).to_pil().save(picture, "PNG")
    command = [tesseract, "-", "-", "-l", _LANGUAGES, "--dpi", str(_DPI)]
    done = subprocess.run(command, input=picture.getvalue(), capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")
