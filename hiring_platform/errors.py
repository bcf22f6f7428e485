"""Every refusal this platform can give, as exceptions that know no HTTP framework.

Services raise them; `hiring_platform.api.errors` is the one place that turns them into an RFC 9457
problem document. A subclass fixes a status, a stable `code` (never translated, clients branch on it) and a
default sentence (translated, people read it).
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, TypedDict

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class FieldError(TypedDict):
    """One thing wrong with one field: a dotted path, a sentence, a stable code."""

    field: str
    message: str | Promise
    code: NotRequired[str]


class PlatformError(Exception):
    """A refusal with a status, a stable code and a sentence for a person.

    `extensions` are further members of the problem document, for example `allowed_statuses`; `headers` go with the
    answer.
    """

    status: ClassVar[int] = 400
    code: str = "bad_request"
    message: str | Promise = _("The request cannot be understood.")
    retry_after_seconds: int | None = None

    def __init__(
        self,
        message: str | Promise | None = None,
        *,
        code: str | None = None,
        field: str | None = None,
        errors: Sequence[FieldError] = (),
        retry_after_seconds: int | None = None,
        extensions: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.message = message or self.message
        self.code = code or self.code
        self.errors = list(errors)
        if field:
            self.errors.append({"field": field, "message": self.message, "code": self.code})
        if retry_after_seconds is not None:
            self.retry_after_seconds = retry_after_seconds
        self.extensions = dict(extensions or {})
        self.headers = dict(headers or {})
        super().__init__(self.code)


class Invalid(PlatformError):
    """400: the request is malformed or a value is not acceptable."""

    code = "invalid"
    message = _("Some of the values are not acceptable.")


class NotAuthenticated(PlatformError):
    """401: no token, or one that is expired, revoked or not ours."""

    status = 401
    code = "not_authenticated"
    message = _("Sign in to continue.")


class Forbidden(PlatformError):
    """403: the caller's role may never do this, whatever the object."""

    status = 403
    code = "forbidden"
    message = _("Your role does not allow this.")


class NotFound(PlatformError):
    """404: it does not exist, or the caller may not know that it does."""

    status = 404
    code = "not_found"
    message = _("There is nothing here, or it is not yours to see.")


class Conflict(PlatformError):
    """409: the request contradicts what is stored now."""

    status = 409
    code = "conflict"
    message = _("This contradicts what is stored already. Reload and try again.")


class TooLarge(PlatformError):
    """413: more bytes than are accepted."""

    status = 413
    code = "too_large"
    message = _("This is larger than we accept.")


class UnsupportedType(PlatformError):
    """415: content of a type that is not accepted."""

    status = 415
    code = "unsupported_type"
    message = _("This type of content is not accepted.")


class LengthRequired(PlatformError):
    """411: a body whose length is not announced."""

    status = 411
    code = "length_required"
    message = _("Send the length of the body (Content-Length).")


class RangeNotSatisfiable(PlatformError):
    """416: the range that is asked for lies outside the file."""

    status = 416
    code = "range_not_satisfiable"
    message = _("The file is shorter than the range that was asked for.")


class Unprocessable(PlatformError):
    """422: understood, but nothing can be made of it."""

    status = 422
    code = "unprocessable"
    message = _("This was understood but cannot be processed.")


class TooMany(PlatformError):
    """429: come back after `retry_after_seconds`."""

    status = 429
    code = "too_many_requests"
    message = _("Too many attempts. Please wait a little and try again.")
    retry_after_seconds = 60


class Unavailable(PlatformError):
    """503: the database, the file store or the AI service cannot be reached; nothing was lost."""

    status = 503
    code = "unavailable"
    message = _("The service is temporarily unavailable. Please try again in a few seconds.")
    retry_after_seconds = 5
