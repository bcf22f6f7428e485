"""The same resume in the formats of word processors, made from their parts so that a test can choose each of them."""

import io
import struct
import zipfile
from collections.abc import Mapping

TEXT = "Анна Петрова, разработчик на Python, пять лет опыта в банке"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWINGS = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPES = "http://schemas.microsoft.com/office/word/2010"
_W = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}" '
    f'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="{_DRAWINGS}/main" '
    f'xmlns:wp="{_DRAWINGS}/wordprocessingDrawing" xmlns:pic="{_DRAWINGS}/picture" '
    f'xmlns:wps="{_SHAPES}/wordprocessingShape" xmlns:w14="{_SHAPES}/wordml" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_ODT_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip


def archive(members: Mapping[str, str | bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", compression) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return output.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def docx(
    body: str = paragraph(run(TEXT)),
    parts: Mapping[str, str | bytes] | None = None,
    *,
    before: str = "",
    section: str | None = None,
) -> bytes:
    """The document refers to each of its parts, and shows the headers and footers among them on every page unless
    `section` says otherwise. A part's relation is called by its file's name. `before` stands before the body."""
    parts = parts or {}
    names = [name.removeprefix("word/") for name in parts if name.startswith("word/") and "_rels" not in name]
    relations = "".join(f'<Relationship Id="{n}" Type="{_OFFICE}/{_kind(n)}" Target="{n}"/>' for n in names)
    section = "".join(reference(name) for name in names) if section is None else section
    text = f"{before}<w:body>{body}<w:sectPr>{section}</w:sectPr></w:body>"
    document = f'<?xml version="1.0"?><w:document {_W}>{text}</w:document>'
    return archive(
        {
            "[Content_Types].xml": _CONTENT_TYPES,
            "word/document.xml": document,
            "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
            **parts,
        }
    )


def reference(name: str, kind: str = "default") -> str:
    """To a header or footer; nothing for another part."""
    element = _kind(name)
    return f'<w:{element}Reference w:type="{kind}" r:id="{name}"/>' if element in {"header", "footer"} else ""


def _kind(name: str) -> str:
    return name.rsplit("/", maxsplit=1)[-1].split(".", maxsplit=1)[0].rstrip("0123456789")


def docx_part(element: str, body: str) -> str:
    """`hdr`, `ftr` or `styles` with this inside."""
    return f'<?xml version="1.0"?><w:{element} {_W}>{body}</w:{element}>'


def odt(body: str = f"<text:p>{TEXT}</text:p>", styles: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    content = (
        f'<?xml version="1.0"?><office:document-content {_ODT_NAMES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(parts or {})})


def rtf(body: str) -> bytes:
    head = (
        r"{\rtf1\ansi\ansicpg1251{\fonttbl{\f0\fcharset204 Times;}}"
        r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;}\f0 "
    )
    return f"{head}{body}}}".encode("cp1251")


def doc(text: str = TEXT, *, flags: int = 0, hidden: tuple[int, int] | None = None, extra: str = "") -> bytes:
    """A Word 97 document of one piece. `hidden` are the characters formatted so; `extra` names another stream."""
    text_at, page_at = 1024, 512
    words = text.encode("utf-16-le")
    header = bytearray(page_at)
    struct.pack_into("<H", header, 0, 0xA5EC)
    struct.pack_into("<H", header, 0x0A, flags)
    clx = b"\x02" + struct.pack("<IIIHIH", 16, 0, len(text), 0, text_at, 0)
    struct.pack_into("<II", header, 0x01A2, 0, len(clx))
    table = clx + struct.pack("<III", text_at, text_at + len(words), 1)
    struct.pack_into("<II", header, 0xFA, len(clx), 12)
    streams = {"WordDocument": bytes(header) + _character_page(text_at, len(text), hidden) + words, "0Table": table}
    return compound(streams | ({extra: b"x"} if extra else {}))


def _character_page(text_at: int, length: int, hidden: tuple[int, int] | None) -> bytes:
    start, end = hidden or (0, 0)
    limits = [text_at + 2 * position for position in (0, start, end, length)]
    page = bytearray(512)
    struct.pack_into("<4I3B", page, 0, *limits, 0, 250, 0)
    page[500:504] = b"\x03\x3c\x08\x01"
    page[511] = 3
    return bytes(page)


def compound(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file ([MS-CFB], version 3) whose streams are all padded to the size of ordinary sectors."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    fat, body, entries = [0xFFFFFFFD], b"", [_entry("Root Entry", 5, end, 0, child=1)]
    for number, (name, content) in enumerate(padded.items(), 1):
        count = -(-len(content) // sector)
        first = len(fat)
        fat += [*range(first + 1, first + count), end]
        body += content.ljust(count * sector, b"\0")
        sibling = number + 1 if number < len(padded) else free
        entries.append(_entry(name, 2, first, len(content), right=sibling))
    directory = b"".join(entries).ljust(-(-len(entries) // 4) * sector, b"\0")
    first_directory, count = len(fat), len(directory) // sector
    fat += [*range(first_directory + 1, first_directory + count), end]
    fat += [free] * (sector // 4 - len(fat))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, first_directory, 0, 4096, end, 0, end, 0,
    ) + struct.pack("<109I", 0, *[free] * 108)  # fmt: skip
    return header + struct.pack(f"<{len(fat)}I", *fat) + body + directory


def _entry(name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    encoded = name.encode("utf-16-le")
    head = struct.pack("<64sHBBIII", encoded, len(encoded) + 2, kind, 1, 0xFFFFFFFF, right, child)
    return (head + bytes(36) + struct.pack("<IQ", start, size)).ljust(128, b"\0")
