"""Where the processes of `make run` listen, in small files, so that `manage.py` in another terminal or `make demo`
finds them without being told."""

from pathlib import Path

DATABASE = "database"
AI_HR = "ai-hr"


def announce(data_dir: Path, name: str, address: str) -> None:
    """Write whole or not at all: a reader may come at any moment."""
    file = _file(data_dir, name)
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".new")
    draft.write_text(address)
    draft.replace(file)


def find(data_dir: Path, name: str) -> str:
    """The address announced last, or nothing."""
    file = _file(data_dir, name)
    return file.read_text().strip() if file.exists() else ""


def forget(data_dir: Path, name: str) -> None:
    _file(data_dir, name).unlink(missing_ok=True)


def _file(data_dir: Path, name: str) -> Path:
    return data_dir / "run" / f"{name}.address"
