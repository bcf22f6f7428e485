"""Sending a stored file to a client: streamed, resumable, cacheable by its digest, named in its own language; or,
where the settings say so, a redirect to a bucket's own URL that lives seconds."""

from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.http.response import HttpResponseBase

from hiring_platform.errors import RangeNotSatisfiable
from storage import store
from storage.ranges import Span, UnsatisfiableRange, requested_span

PRIVATE = "private, no-store"


def file_response(
    *,
    request: HttpRequest,
    key: str,
    name: str,
    content_type: str,
    size: int,
    sha256: str,
    inline: bool = False,
    cache_control: str = PRIVATE,
) -> HttpResponseBase:
    """200, 206 or 304; 302 when DOWNLOAD_REDIRECT_SECONDS is set and the file lies in a bucket. What is public or
    shown inside a page is never redirected. Raises NotFound when the store has no such file,
    RangeNotSatisfiable, Unavailable when the store is away."""
    etag = f'"{sha256}"'
    if cache_control == PRIVATE and not inline and (url := _presigned(key, name, content_type)):
        return HttpResponseRedirect(url, headers={"Cache-Control": PRIVATE})
    response = _body(request, key=key, size=size, etag=etag)
    if response.status_code in {200, 206}:
        response["Content-Type"] = content_type
        response["Content-Disposition"] = content_disposition(name, inline=inline)
    response["ETag"] = etag
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = cache_control
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _presigned(key: str, name: str, content_type: str) -> str | None:
    as_sent_by_us = {
        "ResponseContentType": content_type,
        "ResponseContentDisposition": content_disposition(name),
        "ResponseCacheControl": PRIVATE,
    }
    return store.presigned_url(key=key, seconds=settings.DOWNLOAD_REDIRECT_SECONDS, parameters=as_sent_by_us)


def _body(request: HttpRequest, *, key: str, size: int, etag: str) -> HttpResponseBase:
    if _matches(request.headers.get("If-None-Match"), etag):
        return HttpResponse(status=304)
    try:
        span = requested_span(request, size=size, etag=etag)
    except UnsatisfiableRange:
        raise RangeNotSatisfiable(headers={"Content-Range": f"bytes */{size}"}) from None
    return _stream(key, span or Span(0, size), size=size, partial=span is not None)


def _stream(key: str, span: Span, *, size: int, partial: bool) -> StreamingHttpResponse:
    chunks: Iterator[bytes] = store.read(key=key, start=span.start, stop=span.stop)
    response = StreamingHttpResponse(chunks, status=206 if partial else 200)
    response["Content-Length"] = str(span.stop - span.start)
    if partial:
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{size}"
    return response


def _matches(header: str | None, etag: str) -> bool:
    """RFC 9110, 13.1.2: weak comparison with a list, or anything for `*`."""
    tags = {tag.strip().removeprefix("W/") for tag in (header or "").split(",")}
    return etag in tags or "*" in tags


def content_disposition(name: str, *, inline: bool = False) -> str:
    """RFC 6266: a quoted ASCII name first, for clients that look for `filename="…"`, then the real one."""
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{ascii_name(name)}\"; filename*=UTF-8''{quote(name, safe='')}"


def ascii_name(name: str) -> str:
    """The name in the characters every client takes; a Cyrillic one keeps its extension only."""
    stem, dot, extension = name.rpartition(".")
    if not dot:
        stem, extension = name, ""
    kept = _ascii(stem) or "resume"
    return f"{kept}.{_ascii(extension)}" if _ascii(extension) else kept


def _ascii(text: str) -> str:
    kept = "".join(c for c in text if c.isascii() and (c.isalnum() or c in "-_. ()"))
    return kept.strip(" .-_()") and kept.strip()
