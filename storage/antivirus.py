"""Asking ClamAV, where there is one: the INSTREAM command of clamd(8)."""

import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import structlog
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hiring_platform.errors import Unavailable, Unprocessable

_SECONDS = 30
_CHUNK_BYTES = 64 * 1024
_MAX_REPLY_BYTES = 4096

log = structlog.get_logger(__name__)


def scan(path: Path) -> None:
    """Does nothing without CLAMD_SOCKET (a socket's path, or `host:port`). Raises Unprocessable(`file_infected`), or
    Unavailable when the scanner gives no verdict: a file that should have been scanned is not taken unscanned."""
    if not settings.CLAMD_SOCKET:
        return
    try:
        reply = _reply(path)
    except OSError as error:
        log.exception("scanner_unavailable", cause=type(error).__name__)
        raise Unavailable from error
    if reply.endswith(b" FOUND"):
        log.warning("file_infected", finding=reply.decode("ascii", "replace"))
        raise Unprocessable(_("The file contains malicious code and was not accepted."), code="file_infected")
    if not reply.endswith(b" OK"):
        log.error("scanner_gave_no_verdict")
        raise Unavailable


def _reply(path: Path) -> bytes:
    with _connected(settings.CLAMD_SOCKET) as connection, path.open("rb") as file:
        connection.sendall(b"zINSTREAM\0")
        while chunk := file.read(_CHUNK_BYTES):
            connection.sendall(struct.pack("!I", len(chunk)) + chunk)
        connection.sendall(struct.pack("!I", 0))
        return connection.makefile("rb").read(_MAX_REPLY_BYTES).rstrip(b"\0\n")


@contextmanager
def _connected(address: str) -> Iterator[socket.socket]:
    if address.startswith("/"):
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(_SECONDS)
        with connection:
            connection.connect(address)
            yield connection
    else:
        host, _, port = address.rpartition(":")
        with socket.create_connection((host, int(port)), timeout=_SECONDS) as connection:
            yield connection
