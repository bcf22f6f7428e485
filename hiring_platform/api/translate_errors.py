"""What the libraries raise, said in our own words (`hiring_platform.errors`)."""

from collections.abc import Iterator
from typing import Any

import mongoengine.errors
import pymongo.errors
from bson.errors import BSONError
from django.core import exceptions as django_errors
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions as drf

from hiring_platform import errors


class MethodNotAllowed(errors.PlatformError):
    status = 405
    code = "method_not_allowed"
    message = _("This address does not take this method.")


# DRF's own sentences for these name Python's types.
_PLAINER = {"not_a_list": _("This must be a list."), "not_a_dict": _("This must be an object.")}

# First match wins, so a subclass stands before its parent.
_BY_CLASS: list[tuple[type[Exception], type[errors.PlatformError]]] = [
    (drf.NotAuthenticated, errors.NotAuthenticated),
    (drf.AuthenticationFailed, errors.NotAuthenticated),
    (drf.PermissionDenied, errors.Forbidden),
    (drf.NotFound, errors.NotFound),
    (Http404, errors.NotFound),
    (django_errors.PermissionDenied, errors.Forbidden),
    (django_errors.RequestDataTooBig, errors.TooLarge),
    (django_errors.SuspiciousOperation, errors.Invalid),
    (mongoengine.errors.DoesNotExist, errors.NotFound),
    (mongoengine.errors.NotUniqueError, errors.Conflict),
    (pymongo.errors.DuplicateKeyError, errors.Conflict),
    (pymongo.errors.DocumentTooLarge, errors.TooLarge),
    (pymongo.errors.ConnectionFailure, errors.Unavailable),
    (pymongo.errors.ExecutionTimeout, errors.Unavailable),
    (BSONError, errors.Invalid),
]


def as_platform_error(exception: BaseException) -> errors.PlatformError | None:
    """The refusal that `exception` stands for, or None for a bug."""
    if isinstance(exception, errors.PlatformError):
        return exception
    translated = _from_drf(exception)
    if translated is None:
        translated = _from_class(exception)
    # MongoEngine wraps what pymongo raised; the cause says whether the server was away.
    if translated is None and isinstance(exception, mongoengine.errors.OperationError) and exception.__cause__:
        return as_platform_error(exception.__cause__)
    return translated


def _from_class(exception: BaseException) -> errors.PlatformError | None:
    for raised, meant in _BY_CLASS:
        if isinstance(exception, raised):
            return meant()
    return None


def _from_drf(exception: BaseException) -> errors.PlatformError | None:
    match exception:
        case drf.ValidationError():
            return _validation(list(_field_errors(exception.detail)))
        case drf.ParseError():
            return errors.Invalid(
                _("The body cannot be read: it is not what its content type says."), code="malformed_body"
            )
        case drf.UnsupportedMediaType():
            return errors.UnsupportedType(code="unsupported_media_type")
        case drf.MethodNotAllowed():
            return MethodNotAllowed()
        case drf.Throttled():
            return errors.TooMany(retry_after_seconds=int(getattr(exception, "wait", None) or 1))
    return None


def _validation(wrong: list[errors.FieldError]) -> errors.Invalid:
    # Existing clients print `message` alone, so it must name the first thing to correct.
    first = wrong[0] if wrong else None
    sentence = f"{first['field']}: {first['message']}" if first and first["field"] else None
    return errors.Invalid(sentence or (first and first["message"]), errors=wrong)


def _field_errors(detail: Any, path: str = "") -> Iterator[errors.FieldError]:
    """Flatten DRF's nested detail to dotted paths: `answers.red_flags.0`."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            yield from _field_errors(inner, _joined(path, name))
    elif isinstance(detail, list) and any(isinstance(inner, dict | list) for inner in detail):
        for position, inner in enumerate(detail):
            yield from _field_errors(inner, _joined(path, position))
    elif isinstance(detail, list):
        for sentence in detail:
            yield _one(path, sentence)
    else:
        yield _one(path, detail)


def _one(path: str, sentence: Any) -> errors.FieldError:
    code = str(getattr(sentence, "code", "invalid"))
    return {"field": path, "message": _PLAINER.get(code, str(sentence)), "code": code}


def _joined(path: str, name: str | int) -> str:
    if name == "non_field_errors":
        return path
    return f"{path}.{name}" if path else str(name)
