"""Product data of the engine: spellings, antonyms, words that tell nothing, the learned projection."""

import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent


def read(name: str) -> dict[str, Any]:
    """The whole of `name`.toml. Callers keep what they make of it."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def lines(name: str) -> list[str]:
    """The lines of `name`.txt, without those that begin with #."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
