"""The platform as `make run` starts it, for tests that need whole processes."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import requests

from hiring_platform.local.sockets import free_port

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 90


class Platform:
    """One copy of it, on a port and with a data folder of its own."""

    def __init__(self, data_dir: Path, port: int, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.data_dir = data_dir
        self.url = f"http://127.0.0.1:{port}"
        self.process = process
        self.log = log

    def is_ready(self) -> bool:
        with contextlib.suppress(requests.RequestException):
            return requests.get(f"{self.url}/health/ready", timeout=5).status_code == 200
        return False

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not self.is_ready():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.2)

    def family(self) -> list[psutil.Process]:
        """Every process of it."""
        with contextlib.suppress(psutil.NoSuchProcess):
            return psutil.Process(self.process.pid).children(recursive=True)
        return []

    def member(self, words: str) -> psutil.Process:
        """The youngest process whose command line contains `words`: the server itself, not the one that watches it."""
        return max(
            (process for process in self.family() if words in " ".join(process.cmdline())),
            key=lambda process: process.create_time(),
        )

    def interrupt(self) -> int:
        """Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)


@contextlib.contextmanager
def running_platform(data_dir: Path, port: int | None = None, **environment: str) -> Iterator[Platform]:
    port = port or free_port()
    log = data_dir.with_suffix(f".{port}.log")
    settings = {"PORT": str(port), "DATA_DIR": str(data_dir), "LOG_STYLE": "json", **environment}
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "hiring_platform.local.run"],
            cwd=ROOT,
            env={**bare_environment(), **settings},
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    platform = Platform(data_dir, port, process, log)
    family: list[psutil.Process] = []
    try:
        platform.wait_until_ready()
        family = platform.family()
        yield platform
    finally:
        if process.poll() is None:
            platform.interrupt()
        wait_for_end(family)


def bare_environment() -> dict[str, str]:
    """The environment of somebody who has set nothing."""
    return {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}


def wait_for_end(family: list[psutil.Process]) -> list[psutil.Process]:
    """Those that do not end in time."""
    return list(psutil.wait_procs(family, timeout=20)[1])
