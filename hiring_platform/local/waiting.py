"""Waiting for a neighbour that is being started."""

import sys
import time
from collections.abc import Callable

_PATIENCE_SECONDS = 60


def wait_for(what: str, there: Callable[[], bool]) -> None:
    """Return when `there` says so; end the process with a sentence when it does not within a minute."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not there():
        if time.monotonic() > deadline:
            sys.exit(f"{what} did not start within {_PATIENCE_SECONDS} seconds")
        time.sleep(0.1)
