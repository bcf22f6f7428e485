"""AI-HR needs no database: these tests stand on its own engines and on servers on loopback."""

from collections.abc import Iterator

import pytest

from ai_hr.engines.choose import Engines
from ai_hr.settings import read_settings
from tests.ai_hr.llm_server import LlmServer, llm_server


@pytest.fixture(scope="session", autouse=True)
def _database() -> None:
    """In place of the platform's: nothing to build."""


@pytest.fixture(autouse=True)
def _empty_database() -> None:
    """In place of the platform's: nothing to empty."""


@pytest.fixture(scope="session")
def engines() -> Engines:
    return Engines(read_settings({}).llm)


@pytest.fixture
def provider() -> Iterator[LlmServer]:
    with llm_server() as server:
        yield server
