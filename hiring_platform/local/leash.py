"""`python -m hiring_platform.local.leash COMMAND…`: a command that does not outlive the one who started it.

When `make run` is killed outright nobody is left to stop its servers, and the next start would find the port taken and
the database locked. The leash watches for the launcher's end (`LAUNCHER_PID`) and stops its command; should the leash
itself be killed, Linux stops the command for it.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

_PR_SET_PDEATHSIG = 1
_GLANCE_SECONDS = 0.3


def die_with_parent() -> None:
    """For `preexec_fn`: have the kernel end this process when its parent ends (prctl(2); elsewhere, nothing)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def hold(process: subprocess.Popen[bytes]) -> int:
    """Wait for `process`, pass signals on to it, and end it when the launcher is gone. Its exit code."""

    def pass_on(signum: int, _frame: FrameType | None) -> None:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(signum)

    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, pass_on)
    launcher = int(os.environ.get("LAUNCHER_PID", "0"))
    while process.poll() is None:
        if launcher and not _lives(launcher):
            process.terminate()
            launcher = 0
        time.sleep(_GLANCE_SECONDS)
    return process.returncode


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main(command: Sequence[str]) -> int:
    process = subprocess.Popen(command, preexec_fn=die_with_parent)  # noqa: PLW1509  (no threads here)
    return hold(process)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
