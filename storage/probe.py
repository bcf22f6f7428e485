"""Can the store be written and read, right now."""

import secrets

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

_PREFIX = "health"


def probe() -> None:
    """Writes a few bytes, reads them back and removes them. Raises whatever the store raises."""
    content = secrets.token_bytes(16)
    key = default_storage.save(f"{_PREFIX}/{content.hex()}", ContentFile(content))
    try:
        with default_storage.open(key, "rb") as file:
            if file.read() != content:
                raise OSError("The store returned other bytes than were written.")
    finally:
        default_storage.delete(key)
