"""The one way to the stored bytes, whichever store holds them: keys in, bytes out, refusals of ours."""

import contextlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage
from storages.backends.s3 import S3Storage

from hiring_platform.errors import NotFound, Unavailable

CHUNK_BYTES = 64 * 1024
_MEMORY_BYTES = 1024 * 1024
# A missing bucket is not in here: that is a store which is away, and no statement about the file.
_MISSING_OBJECT = "NoSuchKey"

log = structlog.get_logger(__name__)


@contextmanager
def reaching_store() -> Iterator[None]:
    """A store that is away, refuses us or has no room becomes Unavailable; a missing file becomes NotFound."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound from error
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") == _MISSING_OBJECT:
            raise NotFound from error
        raise _unavailable(error) from error
    except (OSError, BotoCoreError, Boto3Error) as error:
        raise _unavailable(error) from error


def save(*, key: str, path: Path) -> None:
    """Raises Unavailable; then the key must not be used, whatever the store may have kept."""
    with path.open("rb") as file, _saving():
        default_storage.save(key, File(file))


def save_once(*, key: str, content: bytes) -> None:
    """For a key made from the content: a whole copy is left alone, a torn one is replaced. Raises Unavailable."""
    with _saving():
        if default_storage.exists(key):
            if default_storage.size(key) == len(content):
                return
            default_storage.delete(key)
        default_storage.save(key, ContentFile(content))


def delete_file(*, key: str) -> None:
    """Deleting what is not there is a success. Raises Unavailable."""
    with contextlib.suppress(NotFound), reaching_store():
        default_storage.delete(key)


def is_stored(*, key: str) -> bool:
    """Raises Unavailable."""
    with reaching_store():
        return default_storage.exists(key)


def open_file(*, key: str) -> "File[bytes]":
    """The whole file, seekable, to be closed by the caller; large ones wait on disk. Raises NotFound, Unavailable."""
    copy = tempfile.SpooledTemporaryFile(max_size=_MEMORY_BYTES)  # noqa: SIM115  (it is the caller's to close)
    with reaching_store():
        for chunk in read_from(default_storage, key=key):
            copy.write(chunk)
    copy.seek(0)
    return File(copy, name=key)


def read(*, key: str, start: int, stop: int) -> Iterator[bytes]:
    """The bytes from `start` up to `stop`, a chunk at a time. The file is opened before this returns, so that NotFound
    and Unavailable are raised while an answer can still say so."""
    with reaching_store():
        return read_from(default_storage, key=key, start=start, stop=stop)


def presigned_url(*, key: str, seconds: int, parameters: dict[str, str]) -> str | None:
    """A URL that lets anybody read this one file for so long; None for a store that has none, and for 0 seconds.
    Raises NotFound, Unavailable."""
    if not seconds or not isinstance(default_storage, S3Storage):
        return None
    with reaching_store():
        if not default_storage.exists(key):
            raise NotFound
        return str(default_storage.url(key, parameters=parameters, expire=seconds))


def read_from(storage: Storage, *, key: str, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
    """From any store; raises what that store raises."""
    if isinstance(storage, S3Storage):
        # S3File would copy the whole object into memory first; a ranged read streams it.
        span = {"Range": f"bytes={start}-{stop - 1}"} if stop is not None else {}
        chunks: Iterator[bytes] = storage.bucket.Object(key).get(**span)["Body"].iter_chunks(CHUNK_BYTES)
        return chunks
    file = storage.open(key, "rb")
    file.seek(start)
    return _chunks(file, (file.size if stop is None else stop) - start)


def _chunks(file: "File[bytes]", remaining: int) -> Iterator[bytes]:
    with file:
        while remaining > 0 and (chunk := file.read(min(CHUNK_BYTES, remaining))):
            remaining -= len(chunk)
            yield chunk


@contextmanager
def _saving() -> Iterator[None]:
    """A folder or bucket that is not there is a broken store, not a missing file."""
    try:
        with reaching_store():
            yield
    except NotFound as error:
        raise Unavailable from error


def _unavailable(error: Exception) -> Unavailable:
    log.error("store_unavailable", cause=type(error).__name__)
    return Unavailable()
