"""What is read in DOCX, DOC, ODT, RTF and plain text; and letters that were broken on the way."""

from pathlib import Path

import pytest

from storage.extraction.mojibake import repaired
from storage.extraction.outcome import Refused
from storage.extraction.reading import extract
from tests.storage import papers
from tests.storage.papers import TEXT, paragraph, run


def text_of(path: Path, content: bytes) -> str:
    file = path / "file"
    file.write_bytes(content)
    return extract(file).text


def code_of(path: Path, content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        text_of(path, content)
    return refused.value.code


def cell(*texts: str) -> str:
    return f"<w:tc>{''.join(paragraph(run(text)) for text in texts)}</w:tc>"


def test_docx_rows_of_a_table_are_lines(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr>{cell('Python')}{cell('5 лет')}</w:tr><w:tr>{cell('SQL')}{cell('7 лет')}</w:tr></w:tbl>"
    assert text_of(tmp_path, papers.docx(paragraph(run(TEXT)) + table)) == f"{TEXT}\nPython\t5 лет\nSQL\t7 лет"


def test_docx_cells_of_a_layout_keep_their_paragraphs(tmp_path: Path) -> None:
    table = f"<w:tbl><w:tr>{cell('Навыки', 'Python')}{cell('Опыт', TEXT)}</w:tr></w:tbl>"
    assert text_of(tmp_path, papers.docx(table)) == f"Навыки\nPython\n\nОпыт\n{TEXT}"


def test_docx_header_text_box_and_deleted_text(tmp_path: Path) -> None:
    box = "<w:r><w:pict><w:txbxContent>" + paragraph(run("Контакты: Москва")) + "</w:txbxContent></w:pict></w:r>"
    deleted = "<w:del><w:r><w:delText>старое</w:delText></w:r></w:del>"
    header = papers.docx_part("hdr", paragraph(run("Анна Петрова")))
    content = papers.docx(paragraph(run(TEXT), box, deleted), {"word/header1.xml": header})
    assert text_of(tmp_path, content) == f"Анна Петрова\n\n{TEXT}\nКонтакты: Москва"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/vbaProject.bin": b"x"}, "resume_active_content"),
        ({"word/embeddings/oleObject1.bin": b"x"}, "resume_active_content"),
        (
            {
                "word/_rels/settings.xml.rels": '<Relationships><Relationship Type="x/attachedTemplate" '
                'Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
            },
            "resume_active_content",
        ),
    ],
    ids=["macros", "program", "remote template"],
)
def test_docx_with_active_content(tmp_path: Path, parts: dict[str, str | bytes], code: str) -> None:
    assert code_of(tmp_path, papers.docx(parts=parts)) == code


def test_docx_with_an_ordinary_link_and_a_local_template(tmp_path: Path) -> None:
    relations = (
        '<Relationships><Relationship Type="x/hyperlink" Target="https://github.com/anna" TargetMode="External"/>'
        '<Relationship Type="x/attachedTemplate" Target="file:///C:/Users/anna/Normal.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    assert text_of(tmp_path, papers.docx(parts={"word/_rels/settings.xml.rels": relations})) == TEXT


def test_doc(tmp_path: Path) -> None:
    text = f'{TEXT}\rPython\x075 лет\x07\x07Почта: \x13 HYPERLINK "mailto:a@b.c" \x14a@b.c\x15'
    assert text_of(tmp_path, papers.doc(text)) == f"{TEXT}\nPython\t5 лет\nПочта: a@b.c"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (papers.doc(flags=0x0100), "resume_encrypted"),
        (papers.doc(extra="Macros"), "resume_active_content"),
        (papers.compound({"EncryptedPackage": b"x"}), "resume_encrypted"),
        (papers.compound({"Workbook": b"x"}), "unsupported_type"),
        (papers.doc()[:700], "resume_unreadable"),
    ],
    ids=["encrypted", "macros", "encrypted docx", "spreadsheet", "cut off"],
)
def test_doc_refusals(tmp_path: Path, content: bytes, code: str) -> None:
    assert code_of(tmp_path, content) == code


def test_odt(tmp_path: Path) -> None:
    body = (
        f'<text:h>Резюме</text:h><text:p>{TEXT}<text:s text:c="2"/>и<text:tab/>всё</text:p><table:table>'
        "<table:table-row><table:table-cell><text:p>Python</text:p></table:table-cell>"
        "<table:table-cell><text:p>5 лет</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert text_of(tmp_path, papers.odt(body)) == f"Резюме\n{TEXT}  и\tвсё\nPython\t5 лет"


def test_odt_encrypted(tmp_path: Path) -> None:
    manifest = "<manifest:encryption-data/>"
    assert code_of(tmp_path, papers.odt(parts={"META-INF/manifest.xml": manifest})) == "resume_encrypted"


def test_rtf(tmp_path: Path) -> None:
    escaped = "".join(f"\\'{byte:02x}" for byte in "Анна".encode("cp1251"))
    body = rf"{escaped} {TEXT}\par \u1086?\u1087?\u1099?\u1090?{{\*\unknown hidden group}}{{\pict 0102}}\tab end"
    assert text_of(tmp_path, papers.rtf(body)) == f"Анна {TEXT}\nопыт\tend"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"])
def test_plain_text_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    assert text_of(tmp_path, TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "content",
    [
        b"<!DOCTYPE html><p>A resume of five years of experience with Python",
        b"<svg xmlns='http://www.w3.org/2000/svg'><text>five years of experience</text></svg>",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"MZ\x90\x00" + bytes(100),
        papers.archive({"notes.txt": TEXT}),
        b"junk before\n%PDF-1.4\x00\x01\x02",
    ],
    ids=["html", "svg", "png", "exe", "zip", "pdf behind junk"],
)
def test_other_types(tmp_path: Path, content: bytes) -> None:
    assert code_of(tmp_path, content) == "unsupported_type"


def test_cyrillic_taken_for_latin_is_repaired(tmp_path: Path) -> None:
    broken = TEXT.encode("cp1251").decode("latin-1")
    file = tmp_path / "file"
    file.write_bytes(broken.encode())
    found = extract(file)
    assert (found.text, found.quality["repaired"], found.quality["language"]) == (TEXT, True, "ru")


@pytest.mark.parametrize(
    "text",
    [
        "Développeur expérimenté à Orléans, français, été, créé, où être déjà là",
        "Größe, Übung, Ärzte, Öl und Füße",
        "Анна Петрова, Python",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert repaired(text) == (text, False)


@pytest.mark.parametrize(
    "text",
    ["".join(chr(0xE000 + number % 90) for number in range(300)), "bcdfg hjklm npqrs tvwxz " * 20],
    ids=["private-use letters", "exchanged letters"],
)
def test_letters_that_are_no_words_are_never_handed_on(tmp_path: Path, text: str) -> None:
    assert code_of(tmp_path, text.encode()) == "resume_unreadable"


def test_invisible_characters_are_dropped(tmp_path: Path) -> None:
    assert text_of(tmp_path, TEXT.replace("Python", "Py\u200bth\u00adon\u202e").encode()) == TEXT
