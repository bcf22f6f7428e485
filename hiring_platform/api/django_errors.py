"""Django's own error pages, in the API's shape: unknown paths, suspicious requests, CSRF, bugs outside DRF."""

import sys

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from hiring_platform.api.errors import ServerFault, plain_problem_response, refusal
from hiring_platform.errors import Forbidden, Invalid, NotFound


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return plain_problem_response(Invalid(), request)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return plain_problem_response(Forbidden(), request)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return plain_problem_response(NotFound(), request)


def server_error(request: HttpRequest) -> HttpResponse:
    raised = sys.exc_info()[1]
    return plain_problem_response(refusal(raised) if isinstance(raised, Exception) else ServerFault(), request)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    error = Forbidden(_("The form has expired. Reload the page and send it again."), code="csrf_failed")
    return plain_problem_response(error, request)
