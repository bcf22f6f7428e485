"""ai-hr itself, as a process of its own on a free port, which a test may kill and start again."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request

from hiring_platform.env import BASE_DIR
from hiring_platform.local.leash import die_with_parent
from hiring_platform.local.sockets import free_port

_START_SECONDS = 60


class AiHr:
    def __init__(self) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Returns when it is ready; at once, when it is running."""
        if self._process and self._process.poll() is None:
            return
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ai_hr"],
            env=os.environ | {"AI_HR_HOST": "127.0.0.1", "AI_HR_PORT": str(self.port)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=BASE_DIR,
            preexec_fn=die_with_parent,  # noqa: PLW1509  (it only calls prctl)
        )
        deadline = time.monotonic() + _START_SECONDS
        while not self._is_ready():
            assert self._process.poll() is None, "ai-hr ended at its start"
            assert time.monotonic() < deadline, "ai-hr did not start in time"
            time.sleep(0.1)

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

    def _is_ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/health/ready", timeout=2) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, OSError):
            return False
