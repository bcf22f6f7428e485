"""Resumes: taken in whole or not at all."""

import uuid
from dataclasses import dataclass
from typing import Any, Protocol

from bson import ObjectId
from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from hiring_platform.errors import UnsupportedType
from storage import sandbox, store
from storage.store import delete_file
from storage.uploads import SpooledUpload, extension_of, safe_name, spooled

__all__ = ["AcceptedResume", "accept_resume", "delete_file", "open_resume"]

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "txt": "text/plain",
}
_WORD_PROCESSORS = {"docx", "doc", "odt", "rtf"}


@dataclass(frozen=True)
class AcceptedResume:
    """A stored resume. `key` is the store's, `name` the candidate's own; `size` in bytes; `quality` as
    `storage.extraction.outcome.Quality`."""

    key: str
    name: str
    content_type: str
    size: int
    sha256: str
    text: str
    extractor: str
    quality: dict[str, Any]


class StoredFile(Protocol):
    """What an owner has now, as far as it matters here."""

    key: str
    sha256: str


def accept_resume(
    *, owner_id: ObjectId | str, upload: "UploadedFile[bytes]", present: StoredFile | None = None
) -> AcceptedResume:
    """Measures, reads and then stores. The bytes that `present` holds already are not stored again: the answer then has
    its key. Raises TooLarge, Invalid(`empty_file`), UnsupportedType, Unprocessable(`resume_encrypted`,
    `resume_without_text`, `resume_scanned`, `resume_unreadable`, `resume_active_content`, `file_infected`) or
    Unavailable; nothing is stored then."""
    with spooled(upload, max_bytes=settings.RESUME_MAX_BYTES) as spool:
        extraction = sandbox.extract(spool.path)
        _check_name(upload.name, extraction.kind)
        key = _stored(spool, owner_id, extraction.kind, present)
    return AcceptedResume(
        key=key,
        name=_name(upload.name, extraction.kind),
        content_type=CONTENT_TYPES[extraction.kind],
        size=spool.size,
        sha256=spool.sha256,
        text=extraction.text,
        extractor=extraction.extractor,
        quality=dict(extraction.quality),
    )


def _check_name(name: str | None, kind: str) -> None:
    """A document that calls itself another kind is refused. Word processors' formats pass for each other: job sites
    export RTF, and people save it as `.doc`."""
    said = extension_of(name)
    if said in CONTENT_TYPES and said != kind and not {said, kind} <= _WORD_PROCESSORS:
        raise UnsupportedType(
            _("The file is not what its name says. Give it the right ending, or save it again as PDF or DOCX.")
        )


def _name(name: str | None, kind: str) -> str:
    """The candidate's own name for the file with the ending of its content: a recruiter opens files by their endings,
    and must never be handed a `.bat`."""
    own = safe_name(name, fallback="resume")
    stem = own.rpartition(".")[0] if extension_of(name) in CONTENT_TYPES else own
    return safe_name(f"{stem}.{kind}", fallback=f"resume.{kind}")


def _stored(spool: SpooledUpload, owner_id: ObjectId | str, kind: str, present: StoredFile | None) -> str:
    if present and present.sha256 == spool.sha256 and store.is_stored(key=present.key):
        return present.key
    key = f"resumes/{owner_id}/{uuid.uuid4().hex}.{kind}"
    store.save(key=key, path=spool.path)
    return key


def open_resume(key: str) -> "File[bytes]":
    """The stored bytes, to be closed by the caller. Raises NotFound or Unavailable."""
    return store.open_file(key=key)
