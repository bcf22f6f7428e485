"""Copying every file from one store to another. Keys stay what they are, so nothing that refers to a file changes."""

import hashlib
import tempfile
from collections.abc import Iterator
from typing import Literal, NamedTuple

from django.core.files.base import File
from django.core.files.storage import Storage

from storage.listing import StoredFile, stored_files
from storage.store import read_from

Outcome = Literal["copied", "present"]


class Moved(NamedTuple):
    """`present`: the same bytes were there already, from a run before."""

    file: StoredFile
    outcome: Outcome


class CorruptCopy(Exception):
    """The target gave back other bytes than it was given; `key` says of which file."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(key)


def move_files(*, source: Storage, target: Storage) -> Iterator[Moved]:
    """Copies and verifies one file after the other; may be stopped anywhere and begun again. The source keeps all.

    Raises CorruptCopy and what the stores raise.
    """
    for file in sorted(stored_files(source)):
        yield Moved(file, _copied(file.key, source, target))


def _copied(key: str, source: Storage, target: Storage) -> Outcome:
    with tempfile.TemporaryFile() as copy:
        expected = hashlib.sha256()
        for chunk in read_from(source, key=key):
            expected.update(chunk)
            copy.write(chunk)
        if target.exists(key):
            if _sha256(target, key) == expected.hexdigest():
                return "present"
            target.delete(key)  # torn by an interruption
        copy.seek(0)
        target.save(key, File(copy))
    if _sha256(target, key) != expected.hexdigest():
        raise CorruptCopy(key)
    return "copied"


def _sha256(storage: Storage, key: str) -> str:
    digest = hashlib.sha256()
    for chunk in read_from(storage, key=key):
        digest.update(chunk)
    return digest.hexdigest()
