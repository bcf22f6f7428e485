"""At least sixty files that mean harm. All are made here; none is kept in the repository."""

import io
import zipfile
from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from tests.storage import papers
from tests.storage.pages import pdf, resume

PDF = pdf(resume)
DOCX, DOC, ODT = papers.docx(), papers.doc(), papers.odt()
RTF = papers.rtf(papers.TEXT)


def corpus() -> dict[str, bytes]:
    return dict([*_cut_off(), *_archives(), *_xml(), *_pdfs(), *_rtfs(), *_compounds(), *_disguises()])


def _cut_off() -> Iterator[tuple[str, bytes]]:
    for name, content in {"pdf": PDF, "docx": DOCX, "doc": DOC, "odt": ODT}.items():
        for tenth in range(1, 10):
            yield f"{name} cut at {tenth}0%", content[: len(content) * tenth // 10]


def _archives() -> Iterator[tuple[str, bytes]]:
    huge = b"<w:document>" + b" " * (200 * 1024 * 1024)
    yield "zip bomb", papers.docx(parts={"word/document.xml": huge})
    yield "zip bomb in the header", papers.docx(parts={"word/header1.xml": huge})
    yield "ten thousand members", papers.docx(parts={f"word/x{n}.xml": b"" for n in range(10_000)})
    yield "member outside of the folder", papers.docx(parts={"../../../tmp/evil": b"x", "word/vbaProject.bin": b"x"})
    yield "nested archives", papers.archive({"a.zip": papers.archive({"b.zip": papers.archive({"c": b"0" * 10**6})})})
    yield "false sizes", DOCX.replace(b"\x50\x4b\x01\x02", b"\x50\x4b\x01\x09", 1)
    yield "encrypted member", _with_encrypted_flag(DOCX)
    yield "no document", papers.archive({"[Content_Types].xml": b"", "word/other.xml": b""})


def _with_encrypted_flag(content: bytes) -> bytes:
    """Every entry of the central directory claims to be encrypted."""
    changed = bytearray(content)
    position = content.find(b"PK\x01\x02")
    while position >= 0:
        changed[position + 8] |= 1
        position = content.find(b"PK\x01\x02", position + 4)
    return bytes(changed)


def _xml() -> Iterator[tuple[str, bytes]]:
    def document(doctype: str, body: str = "&x;") -> bytes:
        return papers.docx(
            parts={"word/document.xml": f'<?xml version="1.0"?>{doctype}<w:document>{body}</w:document>'}
        )

    laughs = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10}">' for n in range(1, 12))
    yield "xxe", document('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')
    yield "xxe over the network", document('<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>')
    yield "external dtd", document('<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">', "")
    yield "billion laughs", document(f'<!DOCTYPE d [<!ENTITY x0 "ha">{laughs}]>', "&x11;")
    yield "quadratic blowup", document(f'<!DOCTYPE d [<!ENTITY x "{"a" * 100_000}">]>', "&x;" * 10_000)
    yield "deep xml", document("", "<w:p>" * 100_000)
    yield "not xml", document("", "<w:p")
    yield "odt with an entity", papers.odt(parts={"styles.xml": '<!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>'})
    yield (
        "style based on itself",
        papers.docx(
            papers.paragraph('<w:pPr><w:pStyle w:val="A"/></w:pPr>'),
            {"word/styles.xml": papers.docx_part("styles", '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>')},
        ),
    )


def _pdfs() -> Iterator[tuple[str, bytes]]:
    def objects(*bodies: str) -> bytes:
        numbered = "".join(f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, 1))
        return f"%PDF-1.7\n{numbered}trailer <</Root 1 0 R>>\n%%EOF".encode("latin-1")

    catalog = "<</Type/Catalog/Pages 2 0 R>>"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {0} {0}]/Contents 4 0 R>>"
    yield "page tree in a circle", objects(catalog, "<</Type/Pages/Kids[2 0 R]/Count 1>>")
    yield (
        "a hundred thousand pages",
        objects(catalog, f"<</Type/Pages/Kids[{'3 0 R ' * 100_000}]/Count 100000>>", page.format(100)),
    )
    yield (
        "a billion pages, as it says",
        objects(catalog, "<</Type/Pages/Kids[3 0 R]/Count 1000000000>>", page.format(9)),
    )
    yield (
        "page of a kilometre",
        objects(
            catalog, "<</Type/Pages/Kids[3 0 R]/Count 1>>", page.format(10**9), "<</Length 2>>stream\n  \nendstream"
        ),
    )
    deep = "q " * 500_000
    yield (
        "deep graphics states",
        objects(
            catalog,
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page.format(100),
            f"<</Length {len(deep)}>>stream\n{deep}\nendstream",
        ),
    )
    yield "deep arrays", objects(catalog, "[" * 200_000)
    yield "reference to itself", objects("1 0 R")
    yield "stream that refers to its own length", objects(catalog, "<</Length 2 0 R>>stream\nx\nendstream")
    yield "launches a program", PDF.replace(b"/Type /Catalog", b"/OpenAction<</S/Launch/F(x)>>/Type /Catalog")
    yield "thousands of white texts in one place", pdf(resume, _heap)
    yield "null bytes", b"%PDF-1.7\n" + bytes(1_000_000)


def _heap(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 1, 1)
    for number in range(2_000):
        canvas.drawString(60 + number % 7 * 0.3, 400 + number % 11 * 0.2, f"payload {number}")


def _rtfs() -> Iterator[tuple[str, bytes]]:
    yield "rtf of a million braces", b"{\\rtf1 " + b"{" * 1_000_000
    yield "rtf with a gigabyte of binary, as it says", RTF[:-1] + b"\\bin1000000000 x}"
    yield "rtf with negative binary", RTF[:-1] + b"\\bin-999999999 x}"
    yield "rtf with huge numbers", RTF[:-1] + b"\\u99999999999 \\uc999999999 \\fs2147483648 }"
    yield "rtf with an embedded object", b"{\\rtf1 {\\object\\objocx{\\*\\objdata " + b"01" * 1000 + b"}}}"


def _compounds() -> Iterator[tuple[str, bytes]]:
    yield "doc with a sector chain in a circle", DOC[:512] + b"\x01\0\0\0" * 128 + DOC[1024:]
    yield "doc with pieces beyond its end", DOC.replace(b"\x00\x04\x00\x00", b"\xff\xff\xff\x7f")
    yield "doc without a table", papers.compound({"WordDocument": bytes(4096)})
    yield "doc with macros", papers.doc(extra="Macros")
    yield "compound header only", DOC[:512]


def _disguises() -> Iterator[tuple[str, bytes]]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("evil.js", "alert(1)")
    yield "html", b"<html><script>alert(1)</script>" + papers.TEXT.encode()
    yield "svg", b"<?xml version='1.0'?><svg onload='alert(1)'/>"
    yield "php", b"<?php system($_GET['x']); ?>" + papers.TEXT.encode()
    yield "executable", b"MZ" + bytes(1000)
    yield "elf", b"\x7fELF" + bytes(1000)
    yield "gif and pdf at once", b"GIF89a/*" + PDF
    yield "html before a pdf", b"<script>alert(1)</script>\n" + PDF
    yield "pdf and zip at once", PDF + stream.getvalue()
    yield "one byte", b"x"
    yield "only blanks", b" \n" * 1000
    yield "only nulls", bytes(5000)
