"""The `Range` header of RFC 9110, section 14: one range of bytes; anything else in it is ignored, as the RFC allows."""

import re
from typing import NamedTuple

from django.http import HttpRequest

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Span(NamedTuple):
    """Bytes from `start` up to, not including, `stop`."""

    start: int
    stop: int


class UnsatisfiableRange(Exception):
    """The range lies outside the file: 416."""


def requested_span(request: HttpRequest, *, size: int, etag: str) -> Span | None:
    """None for the whole file. Raises UnsatisfiableRange."""
    found = _ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not found or request.headers.get("If-Range", etag) != etag:
        return None
    first, last = found.groups()
    if not first:
        return _suffix(last, size)
    start, stop = int(first), min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return None
    return _checked(Span(start, stop))


def _suffix(last: str, size: int) -> Span | None:
    return _checked(Span(max(size - int(last), 0), size)) if last and int(last) else _nothing(last)


def _nothing(last: str) -> Span | None:
    if last:
        raise UnsatisfiableRange
    return None


def _checked(span: Span) -> Span:
    if span.start >= span.stop:
        raise UnsatisfiableRange
    return span
