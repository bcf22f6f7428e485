"""What lies in a store."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.core.files.storage import Storage
from storages.backends.s3 import S3Storage

# All that the application stores; whatever else somebody keeps in the same bucket is not ours to touch.
PREFIXES = ("avatars/", "resumes/")


class StoredFile(NamedTuple):
    """`size` in bytes; `modified` is aware."""

    key: str
    size: int
    modified: datetime


def stored_files(storage: Storage) -> Iterator[StoredFile]:
    """Everything under `PREFIXES`. Raises what the store raises."""
    for prefix in PREFIXES:
        if isinstance(storage, S3Storage):
            for item in storage.bucket.objects.filter(Prefix=prefix):
                yield StoredFile(item.key, item.size, item.last_modified)
        else:
            yield from _files_under(storage, prefix.rstrip("/"))


def _files_under(storage: Storage, folder: str) -> Iterator[StoredFile]:
    try:
        folders, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in sorted(names):
        key = f"{folder}/{name}"
        yield StoredFile(key, storage.size(key), storage.get_modified_time(key))
    for name in sorted(folders):
        yield from _files_under(storage, f"{folder}/{name}")
