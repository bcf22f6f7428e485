"""Running `storage.extraction` on a file: a process with limits, whose death costs that file only."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, cast

import structlog
from django.conf import settings

from hiring_platform.errors import Unavailable
from storage.extraction.outcome import Extraction
from storage.refusals import refusal

# The text is bounded at 200,000 characters; in JSON a character takes at most 4 bytes here, the quality a little.
_MAX_ANSWER_BYTES = 4 * 1024 * 1024

log = structlog.get_logger(__name__)


def extract(path: Path) -> Extraction:
    """Raises what `storage.refusals` says for a file that cannot be read, and Unavailable when this machine has no room
    for one more process."""
    try:
        answer = _answer(path)
    except OSError as error:
        log.exception("extraction_not_started")
        raise Unavailable from error
    if "refused" in answer:
        log.info("resume_refused", reason=answer["refused"], cause=answer.get("cause"))
        raise refusal(answer["refused"])
    return Extraction(**answer)


def _answer(path: Path) -> dict[str, Any]:
    process = _started(path)
    # A thread of its own measures the time, because this one waits for the pipe.
    timer = threading.Timer(settings.EXTRACTION_SECONDS, _kill, [process])
    timer.start()
    try:
        output = cast(IO[bytes], process.stdout).read(_MAX_ANSWER_BYTES)
    finally:
        timer.cancel()
        _kill(process)
        process.communicate()
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError:
        return {"refused": "resume_unreadable", "cause": f"exit {process.returncode}"}
    return answer


def _started(path: Path) -> subprocess.Popen[bytes]:
    limits = (str(settings.EXTRACTION_SECONDS), str(settings.EXTRACTION_MEMORY_BYTES))
    return subprocess.Popen(
        [sys.executable, "-m", "storage.extraction", str(path), *limits],
        cwd=path.parent,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _environment() -> dict[str, str]:
    """No secrets of ours. OMP_THREAD_LIMIT: one upload does not take every core for OCR."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(settings.BASE_DIR),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
        "OMP_THREAD_LIMIT": "1",
    }


def _kill(process: subprocess.Popen[bytes]) -> None:
    """The whole group: a reader may have started tesseract."""
    # Not polled before: as long as the leader is not waited for, its group's number cannot be anybody else's.
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
