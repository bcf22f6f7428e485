"""Comparing the store with what refers to it: files that nothing refers to, references to files that are not there."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.files.storage import default_storage
from django.utils import timezone

from storage.listing import StoredFile, stored_files
from storage.references import referenced_keys
from storage.store import delete_file, is_stored, reaching_store


class Reference(NamedTuple):
    """`source` is the name under which an app registered its keys."""

    source: str
    key: str


class Findings(NamedTuple):
    orphans: list[StoredFile]
    dangling: list[Reference]


def find(*, grace: timedelta) -> Findings:
    """Files younger than `grace` are left out: a request may be about to point to them. Raises Unavailable."""
    with reaching_store():
        stored = list(stored_files(default_storage))
    # Asked after the listing: a file stored and pointed to meanwhile is neither in the one nor missing in the other.
    references = [Reference(*pair) for pair in referenced_keys()]
    referenced = {reference.key for reference in references}
    return Findings(_orphans(stored, referenced, timezone.now() - grace), _dangling(stored, references))


def remove(orphans: list[StoredFile]) -> None:
    """Raises Unavailable; what was removed by then stays removed."""
    for orphan in orphans:
        delete_file(key=orphan.key)


def _orphans(stored: list[StoredFile], referenced: set[str], before: datetime) -> list[StoredFile]:
    return [file for file in stored if file.key not in referenced and file.modified < before]


def _dangling(stored: list[StoredFile], references: list[Reference]) -> list[Reference]:
    """Asked twice, because a resume that is being replaced is missing for one look only."""
    keys = {file.key for file in stored}
    suspects = [reference for reference in references if reference.key not in keys]
    if not suspects:
        return []
    still_referenced = {Reference(*pair) for pair in referenced_keys()}
    return [suspect for suspect in suspects if suspect in still_referenced and not is_stored(key=suspect.key)]
