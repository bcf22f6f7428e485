"""What the server depends on, and whether it answers. Each app registers its own neighbour in `AppConfig.ready`."""

from collections.abc import Callable
from typing import Literal, TypedDict

import structlog

Probe = Callable[[], None]
State = Literal["ok", "unavailable"]

log = structlog.get_logger(__name__)
_probes: dict[str, Probe] = {}


class Readiness(TypedDict):
    """`status` is `ok` only when every component is."""

    status: State
    components: dict[str, State]


def register(name: str, probe: Probe) -> None:
    """`probe` returns when its neighbour answers and raises, whatever it likes, when it does not."""
    _probes[name] = probe


def readiness() -> Readiness:
    components = {name: _state(name, probe) for name, probe in sorted(_probes.items())}
    overall: State = "ok" if set(components.values()) <= {"ok"} else "unavailable"
    return {"status": overall, "components": components}


def _state(name: str, probe: Probe) -> State:
    try:
        probe()
    except Exception as error:  # whatever a neighbour does, readiness answers
        log.warning("component_unavailable", component=name, reason=type(error).__name__)
        return "unavailable"
    return "ok"
