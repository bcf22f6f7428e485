"""A MongoDB-protocol server of our own for one machine: no installation, data on disk under `DATA_DIR`.

SecantusDB runs as a separate process and is never imported; the application knows only a URI.
`python -m hiring_platform.local.embedded_database` is the `database` line of the Procfile.
"""

import contextlib
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from hiring_platform import env
from hiring_platform.local import addresses
from hiring_platform.local.leash import die_with_parent, hold

_LISTENING = re.compile(r"listening on 127\.0\.0\.1:(\d+)")
_START_SECONDS = 60
_STOP_SECONDS = 15


class DatabaseDidNotStartError(RuntimeError):
    """The server ended, or said nothing in time; its log is named in the message."""


@contextlib.contextmanager
def running(folder: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """Run the server while the block runs; yields its process and its URI."""
    process = _start(folder, log)
    try:
        yield process, f"mongodb://127.0.0.1:{_listening_port(process, log)}"
    finally:
        _stop(process)


def _start(folder: Path, log: Path) -> subprocess.Popen[bytes]:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        return subprocess.Popen(
            _command(folder),
            stdout=out,
            stderr=subprocess.STDOUT,
            cwd=folder,  # or it would read a stray secantusd.toml of the caller's
            preexec_fn=die_with_parent,  # noqa: PLW1509  (no threads here)
        )


def _command(folder: Path) -> list[str]:
    # Without --sync-on-commit a killed server was seen to lose acknowledged writes.
    return [
        str(Path(sys.executable).with_name("secantusd-py")),
        *("--host", "127.0.0.1", "--port", "0"),
        *("--storage-path", str(folder.resolve()), "--cache-size", "256M", "--sync-on-commit"),
    ]


def _listening_port(process: subprocess.Popen[bytes], log: Path) -> int:
    """Read from the server's own log, so that the listener is known to be this child and no stranger."""
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if found := _LISTENING.search(log.read_text(errors="replace")):
            return int(found.group(1))
        time.sleep(0.05)
    raise DatabaseDidNotStartError(f"The embedded database did not start: see {log}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def main() -> int:
    data_dir = env.data_dir()
    with running(data_dir / "database", data_dir / "run" / "database.log") as (process, uri):
        addresses.announce(data_dir, addresses.DATABASE, uri)
        sys.stdout.write(f"database ready: {uri}\n")
        sys.stdout.flush()
        try:
            return hold(process)
        finally:
            addresses.forget(data_dir, addresses.DATABASE)


if __name__ == "__main__":
    sys.exit(main())
