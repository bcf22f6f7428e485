"""Bodies are read within bounds, and strictly."""

from collections.abc import Mapping
from typing import IO, Any

import orjson
from django.conf import settings
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser

from hiring_platform.errors import TooLarge


class BoundedJSONParser(JSONParser):
    """JSON of at most `JSON_MAX_BYTES`.

    DRF's own parser reads whatever is sent and lets lone surrogates and bottomless nesting through, which fail later
    and deeper; orjson refuses both (RFC 8259).
    """

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        body = stream.read(settings.JSON_MAX_BYTES + 1)
        if len(body) > settings.JSON_MAX_BYTES:
            raise TooLarge
        try:
            return orjson.loads(body)
        except orjson.JSONDecodeError:
            raise ParseError from None
