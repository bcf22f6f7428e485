"""What goes out: JSON with the wire's forms of ids and times."""

from collections.abc import Mapping
from typing import Any

import orjson
from bson import ObjectId
from rest_framework.renderers import JSONRenderer


class PlatformJSONRenderer(JSONRenderer):
    """Ids as 24-hex strings, times as ISO 8601 in UTC with `Z`."""

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        return b"" if data is None else to_json(data)


def to_json(data: Any) -> bytes:
    return orjson.dumps(data, default=_wire_form, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS)


def _wire_form(value: Any) -> Any:
    if isinstance(value, ObjectId):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "__iter__"):
        return list(value)
    return str(value)  # lazy translations and other text
