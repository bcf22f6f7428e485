"""What goes out: JSON with the wire's forms of ids and times, and HTML for staff."""

from collections.abc import Mapping
from typing import Any

import orjson
from bson import ObjectId
from rest_framework.renderers import BrowsableAPIRenderer, JSONRenderer
from rest_framework.request import Request


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


class StaffBrowsableRenderer(BrowsableAPIRenderer):
    """DRF's browsable API, shown to signed-in staff only: everybody else gets JSON whatever the browser prefers."""

    def get_default_renderer(self, view: Any) -> PlatformJSONRenderer:
        return PlatformJSONRenderer()

    def show_form_for_method(self, view: Any, method: str, request: Request, obj: Any) -> bool:
        # DRF's own asks `check_object_permissions`, which our services decide instead.
        return method in view.allowed_methods


def may_browse(request: Request) -> bool:
    return getattr(request.user, "role", "") == "staff"
