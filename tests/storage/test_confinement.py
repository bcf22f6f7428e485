"""What the process that reads strangers' files can no longer do."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

_CONFINED = """
from pathlib import Path
from storage.extraction.confinement import confine
confine(seconds=2, memory_bytes=512 * 1024 * 1024, folder=Path.cwd())
"""


def confined(code: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-c", _CONFINED + code],
        cwd=folder,
        env={"PYTHONPATH": str(settings.BASE_DIR)},
        capture_output=True,
        timeout=20,
        check=False,
    )


def test_ordinary_work(tmp_path: Path) -> None:
    assert confined("print(sum(range(1000)))", tmp_path).stdout == b"499500\n"


@pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux's")
@pytest.mark.parametrize(
    "code", ["import socket; socket.socket()", "import subprocess, sys; "
    "print(subprocess.run([sys.executable, '-c', 'import socket; socket.socket()'], check=True))"],
    ids=["itself", "its child"],
)  # fmt: skip
def test_no_network(tmp_path: Path, code: str) -> None:
    assert b"PermissionError: [Errno 1] Operation not permitted" in confined(code, tmp_path).stderr


def test_no_file_is_written(tmp_path: Path) -> None:
    ended = confined("open('file', 'wb', buffering=0).write(b'x')", tmp_path)
    assert ended.returncode == 1
    assert not (tmp_path / "file").exists() or not (tmp_path / "file").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_only_its_own_folder_is_read(tmp_path: Path) -> None:
    """Not the settings, not the stored files, not what the server's process was started with."""
    secret = tmp_path / "secret"
    secret.write_text("x")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "file").write_text("mine")
    assert confined("print(open('file').read())", tmp_path / "own").stdout == b"mine\n"
    for path in (secret, Path("/etc/passwd"), Path("/proc/1/environ"), settings.BASE_DIR / "manage.py"):
        ended = confined(f"open({str(path)!r})", tmp_path / "own")
        assert b"PermissionError" in ended.stderr, path


def test_bounded_memory(tmp_path: Path) -> None:
    assert b"MemoryError" in confined("bytearray(1024 * 1024 * 1024)", tmp_path).stderr


@pytest.mark.parametrize("code", ["while True: pass", "import time; time.sleep(60)"], ids=["busy", "asleep"])
def test_bounded_time(tmp_path: Path, code: str) -> None:
    assert confined(code, tmp_path).returncode < 0


def test_the_reader_starts_without_the_application(tmp_path: Path) -> None:
    """Cheap to start, and nothing in it to steal."""
    code = "import storage.extraction.reading, sys; print([m for m in sys.modules if m.startswith(('django', 'boto'))])"
    assert confined(code, tmp_path).stdout == b"[]\n"
