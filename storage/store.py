"""The one way to the stored bytes, whichever store holds them: keys in, bytes out, refusals of ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from storages.backends.s3 import S3Storage

from hiring_platform.errors import NotFound, Unavailable

_CHUNK_BYTES = 64 * 1024

log = structlog.get_logger(__name__)


@contextmanager
def reaching_store() -> Iterator[None]:
    """A missing file becomes NotFound; a store that is away, refuses us or has no room becomes Unavailable."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound from error
    except (OSError, BotoCoreError, ClientError, Boto3Error) as error:
        log.exception("store_unavailable", cause=type(error).__name__)
        raise Unavailable from error


def save(*, key: str, path: Path) -> None:
    """Raises Unavailable; then nothing is known to be stored, and the key must not be used."""
    with reaching_store(), path.open("rb") as file:
        default_storage.save(key, File(file))


def delete_file(*, key: str) -> None:
    """Deleting what is not there is a success. Raises Unavailable."""
    with reaching_store():
        default_storage.delete(key)


def read(*, key: str, start: int, stop: int) -> Iterator[bytes]:
    """The bytes `start` to `stop`, a chunk at a time. The file is opened before this returns, so that NotFound and
    Unavailable are raised while an answer can still say so."""
    with reaching_store():
        if isinstance(default_storage, S3Storage):
            return _s3_chunks(default_storage, key, start, stop)
        file = default_storage.open(key, "rb")
        file.seek(start)
    return _local_chunks(file, stop - start)


def _local_chunks(file: "File[bytes]", remaining: int) -> Iterator[bytes]:
    with file:
        while remaining and (chunk := file.read(min(_CHUNK_BYTES, remaining))):
            remaining -= len(chunk)
            yield chunk


def _s3_chunks(storage: S3Storage, key: str, start: int, stop: int) -> Iterator[bytes]:
    # S3File would copy the whole object into memory first; a ranged read streams it.
    answer = storage.bucket.Object(key).get(Range=f"bytes={start}-{stop - 1}")
    chunks: Iterator[bytes] = answer["Body"].iter_chunks(_CHUNK_BYTES)
    return chunks


def save_once(*, key: str, content: bytes) -> None:
    """For a key made from the content: a whole copy is left alone, a torn one is replaced. Raises Unavailable."""
    with reaching_store():
        if default_storage.exists(key):
            if default_storage.size(key) == len(content):
                return
            default_storage.delete(key)
        default_storage.save(key, ContentFile(content))
