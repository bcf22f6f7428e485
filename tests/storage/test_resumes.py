"""Taking a resume: in whole, or not at all."""

import hashlib
import os
import time
from collections.abc import Callable

import pytest
from django.utils import translation
from pytest_django.fixtures import Settings

from hiring_platform.errors import (
    Invalid,
    NotFound,
    PlatformError,
    TooLarge,
    Unavailable,
    Unprocessable,
    UnsupportedType,
)
from storage.resumes import accept_resume, delete_file, open_resume
from storage.uploads import safe_name
from tests.storage import papers
from tests.storage.conftest import upload
from tests.storage.pages import pdf, resume
from tests.storage.test_pdf import encrypted

OWNER = "0123456789abcdef01234567"
PDF = pdf(resume)


def test_accepted(stored_names: Callable[[], list[str]]) -> None:
    accepted = accept_resume(owner_id=OWNER, upload=upload(PDF, "Резюме Анны.pdf"))
    assert accepted.key.startswith(f"resumes/{OWNER}/")
    assert stored_names() == [accepted.key]
    assert (accepted.name, accepted.content_type, accepted.size) == ("Резюме Анны.pdf", "application/pdf", len(PDF))
    assert accepted.sha256 == hashlib.sha256(PDF).hexdigest()
    assert accepted.text.startswith("Анна Петрова, разработчик\n")
    with open_resume(accepted.key) as file:
        assert file.read() == PDF


@pytest.mark.parametrize(
    ("content", "content_type", "extension"),
    [
        (papers.docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        (papers.doc(), "application/msword", "doc"),
        (papers.odt(), "application/vnd.oasis.opendocument.text", "odt"),
        (papers.rtf(papers.TEXT), "application/rtf", "rtf"),
        (papers.TEXT.encode(), "text/plain", "txt"),
    ],
)
def test_the_type_is_what_the_content_says(content: bytes, content_type: str, extension: str) -> None:
    accepted = accept_resume(owner_id=OWNER, upload=upload(content, "Моё резюме"))
    assert (accepted.content_type, accepted.text) == (content_type, papers.TEXT)
    assert accepted.key.endswith(f".{extension}")
    assert accepted.name == f"Моё резюме.{extension}"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (papers.TEXT.encode(), "resume.pdf"),
        (papers.TEXT.encode(), "resume.DOCX"),
        (papers.docx(), "resume.pdf"),
        (PDF, "resume.doc"),
        (PDF, "resume.txt"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused(content: bytes, name: str) -> None:
    with pytest.raises(UnsupportedType, match="unsupported_type"):
        accept_resume(owner_id=OWNER, upload=upload(content, name))


@pytest.mark.parametrize(
    ("content", "name", "kept"),
    [
        (papers.rtf(papers.TEXT), "hh.doc", "hh.rtf"),
        (papers.docx(), "Анна.doc", "Анна.docx"),
        (PDF, "Резюме И.И", "Резюме И.И.pdf"),
        (PDF, "RESUME.PDF", "RESUME.pdf"),
        (PDF, ".pdf", "pdf.pdf"),
        (papers.TEXT.encode(), "cv.bat", "cv.bat.txt"),
        (PDF, "cv.exe", "cv.exe.pdf"),
    ],
)
def test_a_file_is_handed_out_under_the_ending_of_its_content(content: bytes, name: str, kept: str) -> None:
    assert accept_resume(owner_id=OWNER, upload=upload(content, name)).name == kept


@pytest.mark.parametrize(
    ("content", "kind", "code", "sentence"),
    [
        (b"", Invalid, "empty_file", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), UnsupportedType, "unsupported_type", "This is not a resume we can read."),
        (encrypted(PDF, user="x"), Unprocessable, "resume_encrypted", "The file is protected with a password."),
        (pdf(lambda canvas: None), Unprocessable, "resume_without_text", "There is no text in this file."),
        (PDF[:100], Unprocessable, "resume_unreadable", "The file is damaged or cannot be read."),
    ],
    ids=["empty", "picture", "password", "no text", "cut off"],
)
def test_refused_and_nothing_stored(
    content: bytes, kind: type[PlatformError], code: str, sentence: str, stored_names: Callable[[], list[str]]
) -> None:
    with pytest.raises(kind) as refused, translation.override("en"):
        accept_resume(owner_id=OWNER, upload=upload(content))
    assert refused.value.code == code
    with translation.override("en"):
        assert str(refused.value.message).startswith(sentence)
    assert stored_names() == []


def test_too_large(settings: Settings, stored_names: Callable[[], list[str]]) -> None:
    settings.RESUME_MAX_BYTES = 1024
    with pytest.raises(TooLarge) as refused, translation.override("en"):
        accept_resume(owner_id=OWNER, upload=upload(PDF))
    assert str(refused.value.message) == "The file is larger than 0.000976562 MB. Upload a smaller one."
    assert stored_names() == []


def test_the_same_bytes_are_stored_once(stored_names: Callable[[], list[str]]) -> None:
    first = accept_resume(owner_id=OWNER, upload=upload(PDF))
    again = accept_resume(owner_id=OWNER, upload=upload(PDF, "other name.pdf"), present=first)
    assert (again.key, again.name) == (first.key, "other name.pdf")
    assert stored_names() == [first.key]


def test_the_same_bytes_are_stored_again_when_the_file_was_lost() -> None:
    first = accept_resume(owner_id=OWNER, upload=upload(PDF))
    delete_file(key=first.key)
    again = accept_resume(owner_id=OWNER, upload=upload(PDF), present=first)
    assert again.key != first.key
    assert open_resume(again.key).read() == PDF


def test_deleting_twice_is_deleting_once() -> None:
    key = accept_resume(owner_id=OWNER, upload=upload(PDF)).key
    delete_file(key=key)
    delete_file(key=key)
    with pytest.raises(NotFound):
        open_resume(key)


def test_a_file_that_takes_too_long_is_given_up(settings: Settings) -> None:
    """Two million text operators; a second of reading is allowed."""
    settings.EXTRACTION_SECONDS = 1
    slow = pdf(lambda canvas: [canvas.drawString(60, 700, "Анна") for _ in range(150_000)] and None)
    began = time.monotonic()
    with pytest.raises(Unprocessable):
        accept_resume(owner_id=OWNER, upload=upload(slow))
    assert time.monotonic() - began < 5


def test_a_reader_without_memory_costs_its_own_file(settings: Settings) -> None:
    settings.EXTRACTION_MEMORY_BYTES = 48 * 1024 * 1024
    with pytest.raises(Unprocessable) as refused:
        accept_resume(owner_id=OWNER, upload=upload(PDF))
    assert refused.value.code == "resume_unreadable"


def test_a_store_that_is_away(settings: Settings, tmp_path: os.PathLike[str]) -> None:
    (tmp_path / "file").write_text("not a folder")  # type: ignore[operator]
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "file"},  # type: ignore[operator]
        }
    }
    with pytest.raises(Unavailable):
        accept_resume(owner_id=OWNER, upload=upload(PDF))


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/пароли.pdf", "пароли.pdf"),
        ("C:\\Users\\Анна\\Резюме.pdf", "Резюме.pdf"),
        ('a"b\r\nX-Evil: 1.pdf', "a'b X-Evil: 1.pdf"),
        ("a\0b.pdf", "ab.pdf"),
        ("\u202efdp.exe", "fdp.exe"),
        ("...", "resume.pdf"),
        ("", "resume.pdf"),
        (None, "resume.pdf"),
        ("я" * 400 + ".pdf", "я" * 251 + ".pdf"),
    ],
)
def test_names(sent: str | None, kept: str) -> None:
    assert safe_name(sent, fallback="resume.pdf") == kept
