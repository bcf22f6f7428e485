"""Who refers to stored files. Apps above say so in `AppConfig.ready`; the sweep asks before it removes anything."""

from collections.abc import Callable, Iterable, Iterator

Keys = Callable[[], Iterable[str]]

_sources: dict[str, Keys] = {}


def register_references(name: str, keys: Keys) -> None:
    """`keys` yields every storage key that `name` (for example `accounts`) refers to at the time of the call."""
    _sources[name] = keys


def referenced_keys() -> Iterator[tuple[str, str]]:
    """Pairs of a source's name and a key."""
    for name, keys in sorted(_sources.items()):
        for key in keys():
            yield name, key
