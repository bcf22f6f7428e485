"""Addresses that raise one kind of exception each, beside the real ones."""

from typing import Any

import mongoengine.errors
import pymongo.errors
from bson.errors import InvalidDocument
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path
from rest_framework import exceptions as drf
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from hiring_platform import errors
from hiring_platform.urls import *  # noqa: F403
from hiring_platform.urls import urlpatterns as real

KINDS: dict[str, Exception] = {
    "invalid": errors.Invalid("The threshold is out of range.", code="bad_threshold", field="threshold"),
    "forbidden": errors.Forbidden(),
    "not-found": errors.NotFound(),
    "conflict": errors.Conflict(),
    "too-large": errors.TooLarge(),
    "unsupported": errors.UnsupportedType(),
    "unprocessable": errors.Unprocessable(),
    "too-many": errors.TooMany(retry_after_seconds=17),
    "unavailable": errors.Unavailable(),
    "extended": errors.Invalid(extensions={"allowed_statuses": ["offer"]}),
    "drf-not-authenticated": drf.NotAuthenticated(),
    "drf-validation": drf.ValidationError({"answers": {"red_flags": {0: [drf.ErrorDetail("No.", code="null")]}}}),
    "drf-parse": drf.ParseError("secret detail"),
    "drf-denied": drf.PermissionDenied(),
    "drf-not-found": drf.NotFound(),
    "drf-throttled": drf.Throttled(wait=9),
    "drf-media-type": drf.UnsupportedMediaType("text/plain"),
    "http404": Http404("secret detail"),
    "django-denied": PermissionDenied("secret detail"),
    "django-too-big": RequestDataTooBig("secret detail"),
    "django-suspicious": SuspiciousOperation("secret detail"),
    "mongo-missing": mongoengine.errors.DoesNotExist("secret detail"),
    "mongo-not-unique": mongoengine.errors.NotUniqueError("secret detail"),
    "mongo-away": pymongo.errors.ServerSelectionTimeoutError("secret detail"),
    "mongo-cut": pymongo.errors.AutoReconnect("secret detail"),
    "mongo-slow": pymongo.errors.ExecutionTimeout("secret detail"),
    "mongo-too-large": pymongo.errors.DocumentTooLarge("secret detail"),
    "bson": InvalidDocument("secret detail"),
    "bug": ZeroDivisionError("secret detail"),
}


class RaisingView(APIView):
    permission_classes = [AllowAny]

    def get(self, request: Request, kind: str) -> Response:
        raise KINDS[kind]


def raise_in_django(request: HttpRequest, kind: str) -> HttpResponse:
    raise KINDS[kind]


urlpatterns: list[Any] = [
    *real,
    path("raise/<str:kind>", RaisingView.as_view()),
    path("raise-in-django/<str:kind>", raise_in_django),
]
