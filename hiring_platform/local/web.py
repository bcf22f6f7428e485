"""The `web` line of the Procfile: wait for the neighbours, build the indexes, become gunicorn."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hiring_platform import env
from hiring_platform.local import addresses

_WAIT_SECONDS = 60


def main() -> None:
    if not env.text("MONGO_URI"):
        _wait_for("the database", lambda: bool(addresses.find(env.data_dir(), addresses.DATABASE)))
    python = sys.executable
    code = os.spawnv(os.P_WAIT, python, [python, str(env.BASE_DIR / "manage.py"), "ensure_indexes"])  # noqa: S606
    if code:
        sys.exit(code)
    gunicorn = str(Path(python).with_name("gunicorn"))
    os.execv(gunicorn, [gunicorn, "--config", "python:hiring_platform.gunicorn", "hiring_platform.wsgi"])  # noqa: S606


def _wait_for(what: str, there: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _WAIT_SECONDS
    while not there():
        if time.monotonic() > deadline:
            sys.exit(f"{what} did not start within {_WAIT_SECONDS} seconds")
        time.sleep(0.1)


if __name__ == "__main__":
    main()
