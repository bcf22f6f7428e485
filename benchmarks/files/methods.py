"""The ways to read a PDF that are compared. Each is imported only in the process that measures it."""

from collections.abc import Callable
from pathlib import Path

Read = Callable[[Path], str]


def method(name: str) -> Read:
    return {"pypdf": _pypdf, "pypdfium2": _pypdfium2, "ours": _ours}[name]()


def _pypdf() -> Read:
    import pypdf  # noqa: PLC0415

    return lambda path: "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _pypdfium2() -> Read:
    import pypdfium2  # noqa: PLC0415

    return lambda path: "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))


def _ours() -> Read:
    from storage.extraction import pdf  # noqa: PLC0415

    return lambda path: pdf.read(path).text
