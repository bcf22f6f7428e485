"""The binary DOC of Word 97 to 2003 ([MS-DOC]): the text's pieces in the order of the document."""

import re
import struct
from pathlib import Path

import olefile

from storage.extraction.doc_looks import Looks
from storage.extraction.outcome import Reading, Refused
from storage.extraction.writing import TextWriter

_MAGIC = 0xA5EC
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_FLAGS_AT, _CLX_AT = 0x0A, 0x01A2
_PIECES, _PROPERTIES = 0x02, 0x01
_COMPRESSED = 0x4000_0000
_MAX_PIECES = 100_000
# A field is its instruction and its result: only the result is on the page.
_INSTRUCTION = re.compile("\x13[^\x13-\x15]*(\x14|(?=\x15))")
_ROW_END = "\x07\x07"
_MARKS = str.maketrans({"\x07": "\t", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-"})


def read(path: Path) -> Reading:
    try:
        with olefile.OleFileIO(path) as container:
            return _read(container)
    except (OSError, struct.error, IndexError, ValueError, TypeError, AttributeError) as error:
        raise Refused("resume_unreadable") from error


def _read(container: olefile.OleFileIO) -> Reading:
    if container.exists("EncryptedPackage"):
        raise Refused("resume_encrypted")
    if not container.exists("WordDocument"):
        raise Refused("unsupported_type")
    if container.exists("Macros") or container.exists("_VBA_PROJECT_CUR"):
        raise Refused("resume_active_content")
    document = container.openstream("WordDocument").read()
    magic, flags = *struct.unpack_from("<H", document), *struct.unpack_from("<H", document, _FLAGS_AT)
    if magic != _MAGIC:
        raise Refused("resume_unreadable")
    if flags & _ENCRYPTED:
        raise Refused("resume_encrypted")
    table = container.openstream("1Table" if flags & _TABLE_1 else "0Table").read()
    return _text(document, table)


def _text(document: bytes, table: bytes) -> Reading:
    start, length = struct.unpack_from("<II", document, _CLX_AT)
    looks, writer = Looks(document, table), TextWriter()
    for offset, count, width in _pieces(table[start : start + length]):
        for first, last, hidden in looks.runs(offset, offset + count * width):
            text = document[first:last].decode("cp1252" if width == 1 else "utf-16-le", errors="replace")
            writer.write(_shown(text), hidden=hidden)
    return Reading("word binary", writer.text, writer.hidden, truncated=writer.truncated)


def _pieces(clx: bytes) -> list[tuple[int, int, int]]:
    """For each piece: where its bytes begin, how many characters it has, and of how many bytes."""
    position = 0
    while clx[position] == _PROPERTIES:
        position += 3 + int(struct.unpack_from("<H", clx, position + 1)[0])
    if clx[position] != _PIECES:
        raise Refused("resume_unreadable")
    plc = clx[position + 5 :]
    count = min((struct.unpack_from("<I", clx, position + 1)[0] - 4) // 12, _MAX_PIECES)
    limits = struct.unpack_from(f"<{count + 1}I", plc)
    descriptors = (struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * i + 2)[0] for i in range(count))
    return [
        ((value & ~_COMPRESSED) // 2, limits[i + 1] - limits[i], 1) if value & _COMPRESSED
        else (value, limits[i + 1] - limits[i], 2)
        for i, value in enumerate(descriptors)
    ]  # fmt: skip


def _shown(text: str) -> str:
    return _INSTRUCTION.sub("", text).replace(_ROW_END, "\n").translate(_MARKS)
