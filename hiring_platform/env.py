"""The one place that reads the environment.

Values come from the process's environment or from `.env` beside `manage.py`; `NAME_FILE` names a file that holds
the value of `NAME` (Docker and Kubernetes secrets). A malformed value stops the start with a sentence that
names the variable, instead of surprising somebody later.
"""

from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent

_env = environ.FileAwareEnv()
environ.FileAwareEnv.read_env(BASE_DIR / ".env", overwrite=False)

_TRUE = {"1", "true", "yes", "on"}
_FALSE = {"0", "false", "no", "off"}


def text(name: str, default: str = "") -> str:
    value: Any = _env.str(name, default="")
    return str(value).strip() or default


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def integer(name: str, default: int, *, least: int = 0) -> int:
    raw = text(name, str(default))
    try:
        value = int(raw)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {raw!r}.") from None
    if value < least:
        raise ImproperlyConfigured(f"{name} must be at least {least}, not {value}.")
    return value


def flag(name: str, *, default: bool) -> bool:
    raw = text(name, "1" if default else "0").lower()
    if raw in _TRUE or raw in _FALSE:
        return raw in _TRUE
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {raw!r}.")


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    value = text(name, default)
    if value not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {value!r}.")
    return value


def path(name: str, default: Path) -> Path:
    """A folder; a relative one is taken from the project's root."""
    value = Path(text(name, str(default))).expanduser()
    return value if value.is_absolute() else BASE_DIR / value


def data_dir() -> Path:
    """Where this machine's data lives: the embedded database, the local files, the development key."""
    return path("DATA_DIR", BASE_DIR / "var")
