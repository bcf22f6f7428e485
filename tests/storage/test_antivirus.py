"""ClamAV's verdict, as a real socket gives it."""

import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from hiring_platform.errors import Unavailable, Unprocessable
from storage.resumes import accept_resume
from tests.storage.conftest import upload
from tests.storage.papers import TEXT

OWNER = "0123456789abcdef01234567"


class _Clamd(socketserver.StreamRequestHandler):
    """Speaks INSTREAM; finds EICAR in what says so, and breaks down when told to."""

    def handle(self) -> None:
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while size := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(size)
        if b"break down" not in content:
            self.wfile.write(b"stream: Eicar FOUND\0" if b"EICAR" in content else b"stream: OK\0")


@pytest.fixture
def clamd(tmp_path: Path, settings: Settings) -> Iterator[None]:
    address = str(tmp_path / "clamd.socket")
    with socketserver.ThreadingUnixStreamServer(address, _Clamd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.CLAMD_SOCKET = address
        yield
        server.shutdown()


@pytest.mark.usefixtures("clamd")
def test_clean() -> None:
    assert accept_resume(owner_id=OWNER, upload=upload(TEXT.encode())).text == TEXT


@pytest.mark.usefixtures("clamd")
def test_infected(stored_names: Callable[[], list[str]]) -> None:
    with pytest.raises(Unprocessable) as refused:
        accept_resume(owner_id=OWNER, upload=upload(f"{TEXT} EICAR".encode()))
    assert (refused.value.code, stored_names()) == ("file_infected", [])


@pytest.mark.usefixtures("clamd")
def test_no_verdict_is_no_admission(stored_names: Callable[[], list[str]]) -> None:
    with pytest.raises(Unavailable):
        accept_resume(owner_id=OWNER, upload=upload(f"{TEXT} break down".encode()))
    assert stored_names() == []


def test_a_scanner_that_is_away(settings: Settings, tmp_path: Path) -> None:
    settings.CLAMD_SOCKET = str(tmp_path / "nobody.socket")
    with pytest.raises(Unavailable):
        accept_resume(owner_id=OWNER, upload=upload(TEXT.encode()))
