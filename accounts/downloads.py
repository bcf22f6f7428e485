"""A resume on its way out."""

from typing import Any

from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from rest_framework.request import Request

from accounts.documents import Resume
from storage.downloads import file_response

RESUME_FILE: dict[Any, Any] = {(200, "application/octet-stream"): OpenApiTypes.BINARY}


def resume_response(request: Request, resume: Resume) -> HttpResponseBase:
    """The stored file under the candidate's own name for it. Raises as `file_response` does."""
    return file_response(
        request=request,
        key=resume.key,
        name=resume.name,
        content_type=resume.content_type,
        size=resume.size,
        sha256=resume.sha256,
    )
