"""What the application says to the database, overheard through pymongo's own monitoring."""

import contextlib
from collections.abc import Iterator
from typing import Any

from pymongo import monitoring

_READS_AND_WRITES = {"find", "aggregate", "count", "distinct", "insert", "update", "delete", "findAndModify", "getMore"}


class _Recorder(monitoring.CommandListener):
    def __init__(self) -> None:
        self.tapes: list[list[dict[str, Any]]] = []

    def started(self, event: monitoring.CommandStartedEvent) -> None:
        if event.command_name in _READS_AND_WRITES:
            for tape in self.tapes:
                tape.append(dict(event.command))

    def succeeded(self, event: monitoring.CommandSucceededEvent) -> None:
        """Only what was asked counts."""

    def failed(self, event: monitoring.CommandFailedEvent) -> None:
        """Only what was asked counts."""


_recorder = _Recorder()


def listen() -> None:
    """Before the first connection: pymongo hands its listeners to the clients made afterwards."""
    monitoring.register(_recorder)


@contextlib.contextmanager
def recorded() -> Iterator[list[dict[str, Any]]]:
    """The commands sent, by any thread, while the block runs."""
    tape: list[dict[str, Any]] = []
    _recorder.tapes.append(tape)
    try:
        yield tape
    finally:
        _recorder.tapes.remove(tape)
