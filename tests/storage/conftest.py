"""A store that is empty before each test, and uploads to put into it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

Upload = Callable[..., SimpleUploadedFile]


@pytest.fixture(autouse=True)
def store_folder() -> Path:
    """The local store's folder."""
    folder = Path(settings.DATA_DIR) / "files"
    shutil.rmtree(folder, ignore_errors=True)
    return folder


@pytest.fixture
def stored_names(store_folder: Path) -> Callable[[], list[str]]:
    """The keys of all that is stored now."""
    return lambda: sorted(str(p.relative_to(store_folder)) for p in store_folder.rglob("*") if p.is_file())


def upload(content: bytes, name: Any = "resume") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
