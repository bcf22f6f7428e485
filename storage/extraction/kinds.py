"""What a file is, by its content: its name is a stranger's word."""

from pathlib import Path

from storage.extraction.archive import Archive
from storage.extraction.outcome import Kind, Refused

_PDF, _ZIP, _RTF = b"%PDF-", b"PK\x03\x04", b"{\\rtf"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Readers accept a page of rubbish before a PDF's header, in which another format can hide; blanks cannot be one.
_BLANKS = b"\xef\xbb\xbf\t\n\f\r "
_ODT_MIME = b"application/vnd.oasis.opendocument.text"
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"<?php")
_BINARY_SHARE = 0.02
_FIRST_PRINTABLE = 0x20
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")


def kind_of(path: Path) -> Kind:
    """Raises `Refused`: `unsupported_type`, or the reason why a known container is of no use."""
    with path.open("rb") as file:
        head = file.read(8192)
    if head.startswith(_ZIP):
        return _kind_of_zip(Archive(path))
    if head.startswith(_COMPOUND):
        return "doc"
    if head.lstrip().startswith(_RTF):
        return "rtf"
    if head.lstrip(_BLANKS).startswith(_PDF):
        return "pdf"
    if _looks_like_text(head):
        return "txt"
    raise Refused("unsupported_type")


def _kind_of_zip(archive: Archive) -> Kind:
    if "word/document.xml" in archive and "[Content_Types].xml" in archive:
        return "docx"
    if "mimetype" in archive and archive.read("mimetype").strip() == _ODT_MIME:
        return "odt"
    raise Refused("unsupported_type")


def _looks_like_text(head: bytes) -> bool:
    if head.startswith(_UTF16):
        return True
    stripped = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not stripped or stripped.startswith(_MARKUP):
        return False
    controls = sum(1 for byte in head if byte < _FIRST_PRINTABLE and byte not in _TEXT_CONTROLS)
    return b"\0" not in head and controls <= len(head) * _BINARY_SHARE
