"""JSON of a stranger's shape, kept as it came: what the store can hold, within bounds."""

from math import isfinite
from typing import Any

import orjson

JsonObject = dict[str, Any]
# Beyond it most readers of JSON lose the last digits (RFC 8259, section 6), and a little further BSON has no room.
_LARGEST_INTEGER = 2**53 - 1


def is_storable(value: Any, *, depth: int, size: int) -> bool:
    """Whether `value` nests at most `depth` deep, takes at most `size` bytes, and survives the store unchanged."""
    return _is_plain(value, depth) and len(orjson.dumps(value)) <= size


def _is_plain(value: Any, depth: int) -> bool:
    match value:
        case dict():
            return depth > 0 and all(_is_key(key) and _is_plain(inner, depth - 1) for key, inner in value.items())
        case list():
            return depth > 0 and all(_is_plain(inner, depth - 1) for inner in value)
        case float():
            return isfinite(value)
        case int():
            return abs(value) <= _LARGEST_INTEGER
        case _:
            return value is None or isinstance(value, str)


def _is_key(key: Any) -> bool:
    """MongoDB reads a dollar and a dot in a name as its own; BSON ends a name at a null."""
    return isinstance(key, str) and not key.startswith("$") and "." not in key and "\0" not in key
