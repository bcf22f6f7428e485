"""The local folder as a store that keeps its word: what was acknowledged is on the disk."""

import os
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class DurableFileSystemStorage(FileSystemStorage):
    """Like Django's, and a saved file survives a power failure: its bytes and its name are flushed to the disk."""

    def _save(self, name: str, content: Any) -> str:
        saved = str(super()._save(name, content))  # type: ignore[misc]
        path = Path(self.path(saved))
        _flush(path)
        for folder in path.parents:
            _flush(folder)
            if folder == Path(self.location):
                break
        return saved


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
