"""Whatever is uploaded, it costs its own upload: an answer in time, the same memory, no file outside the store."""

import os
import tempfile
import time
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from hiring_platform.errors import PlatformError
from storage.resumes import AcceptedResume, accept_resume
from tests.storage import hostile
from tests.storage.conftest import upload

OWNER = "0123456789abcdef01234567"
CORPUS = hostile.corpus()
_SECONDS = 5


def tried(content: bytes) -> AcceptedResume | PlatformError:
    try:
        return accept_resume(owner_id=OWNER, upload=upload(content))
    except PlatformError as refused:
        return refused


def test_the_corpus_is_large_enough() -> None:
    assert len(CORPUS) >= 60


@pytest.mark.parametrize("name", CORPUS)
def test_hostile(name: str, settings: Settings, store_folder: Path) -> None:
    settings.EXTRACTION_SECONDS = _SECONDS
    began = time.monotonic()
    outcome = tried(CORPUS[name])
    assert time.monotonic() - began < _SECONDS + 3
    stored = [path for path in store_folder.rglob("*") if path.is_file()]
    if isinstance(outcome, PlatformError):
        assert outcome.status in {400, 415, 422}
        assert stored == []
    else:
        assert "root:" not in outcome.text
        assert [str(path.relative_to(store_folder)) for path in stored] == [outcome.key]


def test_nothing_is_left_in_the_folder_for_uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    for name in ("zip bomb", "page tree in a circle", "xxe", "one byte"):
        tried(CORPUS[name])
    assert list(tmp_path.iterdir()) == []


def test_memory_of_the_web_process_stays_flat() -> None:
    process = psutil.Process(os.getpid())
    names = ["zip bomb", "billion laughs", "deep xml", "a hundred thousand pages"]
    for name in names:
        tried(CORPUS[name])
    before = process.memory_info().rss
    for _ in range(3):
        for name in names:
            tried(CORPUS[name])
    assert process.memory_info().rss - before < 30 * 1024 * 1024


GOOD = {"pdf": hostile.PDF, "docx": hostile.DOCX, "doc": hostile.DOC, "odt": hostile.ODT, "rtf": hostile.RTF}


@pytest.mark.parametrize("kind", GOOD)
@hypothesis_settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_mutations_of_good_files(kind: str, data: st.DataObject) -> None:
    """Some bytes changed, a part repeated or left out."""
    content = bytearray(GOOD[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        position = data.draw(st.integers(0, len(content) - 1))
        part = data.draw(st.binary(max_size=16))
        content[position : position + data.draw(st.integers(0, 32))] = part
    outcome = tried(bytes(content))
    assert isinstance(outcome, AcceptedResume) or outcome.status in {400, 415, 422}
