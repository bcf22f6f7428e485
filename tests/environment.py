"""The surroundings of a test run, set before Django reads its settings (loaded by `-p tests.environment`).

`TEST_MONGO_URI` names the MongoDB-protocol server to use; without it the embedded one is started. Each run, and each
worker of it, has a database of its own there, dropped at the end.
"""

import contextlib
import os
import secrets
import shutil
import tempfile
from pathlib import Path

import pytest

from hiring_platform.local import embedded_database
from tests import commands

_cleanups = contextlib.ExitStack()


def _prepare_run() -> None:
    folder = Path(tempfile.mkdtemp(prefix="hiring-tests-"))
    _cleanups.callback(shutil.rmtree, folder, ignore_errors=True)
    os.environ["TEST_FOLDER"] = str(folder)
    os.environ["TEST_RUN"] = secrets.token_hex(4)
    if not os.environ.get("TEST_MONGO_URI"):
        server = embedded_database.running(folder / "database", folder / "database.log")
        _, os.environ["TEST_MONGO_URI"] = _cleanups.enter_context(server)


def _prepare_worker() -> None:
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    for name in ("YC_STORAGE_BUCKET", "STORAGE", "OPENROUTER_API_KEY"):
        os.environ[name] = ""
    os.environ.update(
        MONGO_URI=os.environ["TEST_MONGO_URI"],
        MONGO_DATABASE=f"hiring_test_{os.environ['TEST_RUN']}_{worker}",
        DATA_DIR=f"{os.environ['TEST_FOLDER']}/{worker}",
        SECRET_KEY="a signing key for tests, long enough for HS256",
        DEBUG="0",
        LOG_STYLE="json",
    )


if "TEST_RUN" not in os.environ:
    _prepare_run()
_prepare_worker()
commands.listen()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    _cleanups.close()
