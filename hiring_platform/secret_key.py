"""Where the signing key comes from."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

LEAST_KEY_BYTES = 32


def signing_key(*, configured: str, development: bool, data_dir: Path) -> str:
    """The configured key, or in development one that is made once and kept under `data_dir`.

    Production never makes one up: replicas would disagree, and a lost disk would sign everybody out.
    A short key is refused there too (RFC 7518, section 3.2 asks for 256 bits with HS256).
    """
    if configured:
        if len(configured.encode()) < LEAST_KEY_BYTES and not development:
            raise ImproperlyConfigured(f"SECRET_KEY must have at least {LEAST_KEY_BYTES} bytes.")
        return configured
    if not development:
        raise ImproperlyConfigured("SECRET_KEY is required when DEBUG=0.")
    return _kept_key(data_dir / "secret_key")


def _kept_key(file: Path) -> str:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text().strip()
    with os.fdopen(descriptor, "w") as new:
        new.write(key := secrets.token_urlsafe(48))
    return key
