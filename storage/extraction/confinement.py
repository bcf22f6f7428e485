"""Giving up, before a stranger's file is opened, everything that reading it does not need."""

import resource
import signal
import sys
from pathlib import Path

from storage.extraction.landlock import read_only
from storage.extraction.syscalls import refuse_network, renounce_privileges


def confine(*, seconds: int, memory_bytes: int, folder: Path) -> None:
    """Bounded time and memory, no written files, no core dump, no network, and of our files those in `folder` only.
    This process cannot undo it."""
    if sys.platform == "linux":  # macOS declines to bound the address space
        _limit(resource.RLIMIT_AS, memory_bytes)
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 64)
    # The parent kills after `seconds`; should the parent die first, nobody is left behind running.
    signal.alarm(seconds + 1)
    renounce_privileges()
    read_only([folder])
    refuse_network()


def _limit(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    bound = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (bound, bound))
