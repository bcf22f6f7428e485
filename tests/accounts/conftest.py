"""Passwords hashed in no time, and resumes to upload."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher, make_password
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from reportlab.pdfgen import canvas

from accounts.documents import Account
from tests.factories import PASSWORD, make_candidate

Upload = Callable[..., SimpleUploadedFile]


class QuickArgon2(Argon2PasswordHasher):
    time_cost = 1
    memory_cost = 8
    parallelism = 1


@pytest.fixture
def quick_hashes() -> Iterator[None]:
    """For tests that sign in dozens of times: Argon2 with the least work it takes."""
    with override_settings(PASSWORD_HASHERS=[f"{__name__}.QuickArgon2"]):
        yield


@pytest.fixture
def resume() -> Upload:
    """An upload of a real PDF that says `text`."""

    def make(text: str = "Anna Petrova, Python developer since 2019", name: str = "Резюме.pdf") -> SimpleUploadedFile:
        return SimpleUploadedFile(name, pdf_saying(text), content_type="application/pdf")

    return make


def pdf_saying(text: str) -> bytes:
    """A page that says `text` over and over: a line alone is too little for a resume. Nothing says nothing."""
    stream = io.BytesIO()
    page = canvas.Canvas(stream)
    for line in range(20):
        page.drawString(72, 720 - 20 * line, text)
    page.save()
    return stream.getvalue()


def stored_files() -> list[str]:
    """The keys of all resumes in the local store."""
    root = Path(settings.DATA_DIR) / "files"
    return sorted(str(path.relative_to(root)) for path in (root / "resumes").rglob("*") if path.is_file())


@pytest.fixture(autouse=True)
def _empty_store() -> None:
    for key in stored_files():
        (Path(settings.DATA_DIR) / "files" / key).unlink()


@pytest.fixture
def quick_candidate(quick_hashes: None) -> Callable[[], Account]:
    """Candidates whose passwords are checked in no time."""
    return lambda: make_candidate(password_hash=make_password(PASSWORD))
