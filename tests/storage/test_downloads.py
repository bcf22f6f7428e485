"""Sending a stored file."""

from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import RequestFactory

from hiring_platform.errors import NotFound, RangeNotSatisfiable
from storage.downloads import content_disposition, file_response
from storage.resumes import AcceptedResume, accept_resume, delete_file
from tests.storage.conftest import upload
from tests.storage.papers import TEXT

CONTENT = TEXT.encode()
OWNER = "0123456789abcdef01234567"


@pytest.fixture
def stored() -> AcceptedResume:
    return accept_resume(owner_id=OWNER, upload=upload(CONTENT, "Резюме.txt"))


def sent(stored: AcceptedResume, **headers: Any) -> HttpResponseBase:
    request = RequestFactory().get("/download-resume", headers=headers)
    return file_response(
        request=request,
        key=stored.key,
        name=stored.name,
        content_type=stored.content_type,
        size=stored.size,
        sha256=stored.sha256,
    )


def body(response: HttpResponseBase) -> bytes:
    return b"".join(response)


def test_whole(stored: AcceptedResume) -> None:
    response = sent(stored)
    assert (response.status_code, body(response)) == (200, CONTENT)
    assert dict(response.items()) == {
        "Content-Type": "text/plain",
        "Content-Length": str(len(CONTENT)),
        "Content-Disposition": 'attachment; filename="resume.txt"; '
        "filename*=UTF-8''%D0%A0%D0%B5%D0%B7%D1%8E%D0%BC%D0%B5.txt",
        "ETag": f'"{stored.sha256}"',
        "Accept-Ranges": "bytes",
        "Cache-Control": "private, no-store",
        "X-Content-Type-Options": "nosniff",
    }


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [("bytes=0-9", 0, 10), ("bytes=10-", 10, len(CONTENT)), ("bytes=-5", len(CONTENT) - 5, len(CONTENT)),
     ("bytes=5-999999", 5, len(CONTENT)), ("bytes=-999999", 0, len(CONTENT))],
)  # fmt: skip
def test_a_part(stored: AcceptedResume, asked: str, start: int, stop: int) -> None:
    response = sent(stored, range=asked)
    assert (response.status_code, body(response)) == (206, CONTENT[start:stop])
    assert response["Content-Range"] == f"bytes {start}-{stop - 1}/{len(CONTENT)}"
    assert response["Content-Length"] == str(stop - start)


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0"])
def test_a_part_that_is_not_there(stored: AcceptedResume, asked: str) -> None:
    with pytest.raises(RangeNotSatisfiable) as refused:
        sent(stored, range=asked)
    assert refused.value.headers == {"Content-Range": f"bytes */{len(CONTENT)}"}


@pytest.mark.parametrize("asked", ["bytes=9-5", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=-"])
def test_what_is_no_range_is_ignored(stored: AcceptedResume, asked: str) -> None:
    assert sent(stored, range=asked).status_code == 200


def test_a_part_of_another_version_is_the_whole(stored: AcceptedResume) -> None:
    assert sent(stored, range="bytes=0-9", if_range='"other"').status_code == 200
    assert sent(stored, range="bytes=0-9", if_range=f'"{stored.sha256}"').status_code == 206


@pytest.mark.parametrize("known", ['"{}"', 'W/"{}"', '"a", "{}"', "*"])
def test_not_modified(stored: AcceptedResume, known: str) -> None:
    response = sent(stored, if_none_match=known.format(stored.sha256))
    assert (response.status_code, body(response)) == (304, b"")


def test_a_lost_file(stored: AcceptedResume) -> None:
    delete_file(key=stored.key)
    with pytest.raises(NotFound):
        sent(stored)


@pytest.mark.parametrize(
    ("name", "fallback"),
    [
        ("resume.pdf", "resume.pdf"),
        ("Резюме.pdf", "resume.pdf"),
        ("Anna Петрова CV.docx", "Anna  CV.docx"),
        ('a"; filename="b.exe', "a filenameb.exe"),
        ("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x1.pdf"),
        ("файл", "resume"),
    ],
)
def test_fallback_names(name: str, fallback: str) -> None:
    header = content_disposition(name)
    assert header.startswith(f"attachment; filename=\"{fallback}\"; filename*=UTF-8''")
    assert not set(header) & set("\r\n")
    assert header.count('"') == 2
