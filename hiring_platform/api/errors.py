"""The one place where a refusal gets its shape: an RFC 9457 problem document, whatever was raised.

Beyond the RFC's members a body has `message` (a sentence for a person, which existing clients print), `code` (a stable
word) and, for validation, `errors: [{field, message, code}]`.
"""

from http import HTTPStatus
from typing import Any

import structlog
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response

from hiring_platform.api.translate_errors import as_platform_error
from hiring_platform.errors import NotAuthenticated, PlatformError

PROBLEM_JSON = "application/problem+json"
log = structlog.get_logger(__name__)


class ServerFault(PlatformError):
    """500: a bug of ours. The client learns nothing of it; the log has all of it."""

    status = 500
    code = "server_error"
    message = _("Something went wrong on our side. We have been told; please try again later.")


def problem_response(exception: Exception, context: dict[str, Any]) -> Response:
    """DRF's exception handler."""
    error = refusal(exception)
    response = Response(problem_body(error, context["request"]), status=error.status, headers=problem_headers(error))
    if _answers_json(context["request"]):
        response.content_type = PROBLEM_JSON
    response.exception = True
    return response


def plain_problem_response(error: PlatformError, request: HttpRequest) -> JsonResponse:
    """The same body outside DRF: middleware, unknown paths, CSRF."""
    return JsonResponse(
        problem_body(error, request),
        status=error.status,
        headers=problem_headers(error),
        content_type=PROBLEM_JSON,
        json_dumps_params={"ensure_ascii": False},
    )


def refusal(exception: Exception) -> PlatformError:
    """The refusal that an exception means. What nobody foresaw is a fault of ours, logged with its traceback."""
    error = as_platform_error(exception)
    if error is None:
        log.exception("server_error", exc_info=exception)
        return ServerFault()
    return error


def problem_body(error: PlatformError, request: Request | HttpRequest) -> dict[str, Any]:
    message = str(error.message)
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": HTTPStatus(error.status).phrase,
        "status": error.status,
        "detail": message,
        "instance": request.path,
        "message": message,
        "code": error.code,
    }
    if error.errors:
        body["errors"] = [
            {"field": one["field"], "message": str(one["message"]), "code": one.get("code", "invalid")}
            for one in error.errors
        ]
    return body | error.extensions


def problem_headers(error: PlatformError) -> dict[str, str]:
    headers = dict(error.headers)
    if isinstance(error, NotAuthenticated):
        headers["WWW-Authenticate"] = "Bearer"  # RFC 6750, section 3
    if error.retry_after_seconds is not None:
        headers["Retry-After"] = str(error.retry_after_seconds)
    return headers


def _answers_json(request: Request) -> bool:
    renderer = getattr(request, "accepted_renderer", None)
    return renderer is None or renderer.format == "json"
