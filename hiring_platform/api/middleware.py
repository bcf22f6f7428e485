"""Around every request: its id, its one log line, and a bound on its size."""

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from hiring_platform.api.errors import plain_problem_response
from hiring_platform.errors import LengthRequired, TooLarge

Handler = Callable[[HttpRequest], HttpResponse]
_ACCEPTABLE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
log = structlog.get_logger("hiring_platform.requests")


class RequestLogMiddleware:
    """Give the request an id (the client's, when it is a plain word), answer with it, and log one line.

    The id stands in `structlog`'s context as `request_id`, from where the AI client passes it on.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request_id = _request_id(request)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        started = time.perf_counter()
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        _log_request(request, response, duration_ms=round((time.perf_counter() - started) * 1000, 1))
        return response


def _request_id(request: HttpRequest) -> str:
    given = request.headers.get("X-Request-ID", "")
    return given if _ACCEPTABLE_ID.fullmatch(given) else uuid.uuid4().hex


def _log_request(request: HttpRequest, response: HttpResponse, *, duration_ms: float) -> None:
    match = request.resolver_match
    account_id = getattr(getattr(request, "user", None), "id", None)
    log.info(
        "request",
        method=request.method,
        route=match.route if match else None,
        status=response.status_code,
        duration_ms=duration_ms,
        account_id=str(account_id) if account_id else None,
    )


class RequestSizeMiddleware:
    """Refuse a body by its announced length, before a byte of it is read; and one without an announced length, which
    Django would take for an empty one (RFC 9110, section 15.5.12)."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "Transfer-Encoding" in request.headers and "Content-Length" not in request.headers:
            return plain_problem_response(LengthRequired(), request)
        if int(request.META.get("CONTENT_LENGTH") or 0) > settings.REQUEST_MAX_BYTES:
            return plain_problem_response(TooLarge(), request)
        return self.get_response(request)
