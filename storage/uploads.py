"""Taking an upload from the network: bounded, measured and named, before anybody looks inside."""

import hashlib
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from hiring_platform.errors import Invalid, TooLarge
from storage import antivirus

MAX_NAME_LENGTH = 255
_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class SpooledUpload:
    """An upload in a private folder that goes when the request does. `size` in bytes."""

    path: Path
    size: int
    sha256: str


@contextmanager
def spooled(upload: "UploadedFile[bytes]", *, max_bytes: int) -> Iterator[SpooledUpload]:
    """Raises TooLarge, Invalid(`empty_file`) and what `storage.antivirus.scan` raises. Never holds more than one chunk
    in memory."""
    if (upload.size or 0) > max_bytes:
        raise _too_large(max_bytes)
    with tempfile.TemporaryDirectory(prefix="upload-") as folder:
        copy = _copied(upload, Path(folder) / "upload", max_bytes)
        antivirus.scan(copy.path)
        yield copy


def _copied(upload: "UploadedFile[bytes]", path: Path, max_bytes: int) -> SpooledUpload:
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for chunk in upload.chunks():
            size += len(chunk)
            if size > max_bytes:
                raise _too_large(max_bytes)
            digest.update(chunk)
            file.write(chunk)
    if not size:
        raise Invalid(_("The file is empty. Choose another one."), code="empty_file")
    return SpooledUpload(path, size, digest.hexdigest())


def _too_large(max_bytes: int) -> TooLarge:
    sentence = _("The file is larger than %(limit)s MB. Upload a smaller one.")
    return TooLarge(sentence % {"limit": f"{max_bytes / _MEBIBYTE:g}"}, code="file_too_large")


def safe_name(name: str | None, *, fallback: str) -> str:
    """The original name, Cyrillic kept, without folders, control, direction or quoting characters."""
    last = unicodedata.normalize("NFC", (name or "").replace("\\", "/")).rsplit("/", 1)[-1]
    kept = "".join(" " if c.isspace() else c for c in last if unicodedata.category(c)[0] != "C" or c.isspace())
    tidy = " ".join(kept.replace('"', "'").split()).lstrip(".").strip()
    return _shortened(tidy) or fallback


def extension_of(name: str | None) -> str:
    """In lower case and without the dot; nothing for a name that has none."""
    return Path(safe_name(name, fallback="")).suffix.removeprefix(".").lower()


def _shortened(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    if len(name) <= MAX_NAME_LENGTH or not dot:
        return name[:MAX_NAME_LENGTH]
    return f"{stem[: MAX_NAME_LENGTH - len(extension) - 1]}.{extension}"[:MAX_NAME_LENGTH]
