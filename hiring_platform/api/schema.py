"""What `/schema` says beyond what drf-spectacular finds out by itself."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, TypeVar

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import (
    OpenApiExample,
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
    inline_serializer,
)
from rest_framework import serializers

View = TypeVar("View", bound=Callable[..., Any])
_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")
_MEANINGS = {
    400: "The request is malformed or a value is not acceptable.",
    401: "No token, or one that is expired or revoked.",
    403: "The caller's role does not allow this.",
    404: "It does not exist, or the caller may not know that it does.",
    409: "It contradicts what is stored now.",
    413: "Larger than accepted.",
    415: "A type of content that is not accepted.",
    416: "The range asked for lies outside the file.",
    422: "Understood, but cannot be processed.",
    429: "Too many attempts: see Retry-After.",
    502: "The AI service refuses what we send: a fault on our side, which trying again does not mend.",
    503: "The database, the file store or the AI service is away: see Retry-After.",
}


class FieldErrorSerializer(serializers.Serializer[Any]):
    field = serializers.CharField()
    message = serializers.CharField()
    code = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    """An RFC 9457 problem document with this API's `message` and `code`."""

    type = serializers.CharField(default="about:blank")
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    message = serializers.CharField(help_text="A sentence for a person, in the language of Accept-Language.")
    code = serializers.CharField(help_text="A stable word for a program.")
    errors = FieldErrorSerializer(many=True, required=False)  # type: ignore[assignment]  # DRF moves fields out of the class


class MessageSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()


class PlatformSchema(AutoSchema):
    """Names an operation after its view and its tag after its app."""

    def get_operation_id(self) -> str:
        view = type(self.view).__name__.removesuffix("View")
        return f"{_CAPITAL.sub('_', view).lower()}_{self.method.lower()}"

    def get_tags(self) -> list[str]:
        return [type(self.view).__module__.split(".")[0].replace("hiring_platform", "platform")]


def operation(
    summary: str,
    *,
    answers: dict[int, Any],
    takes: Any = None,
    query: Sequence[type[serializers.Serializer[Any]] | OpenApiParameter] = (),
    errors: Sequence[int] = (),
    examples: Sequence[OpenApiExample] = (),
    public: bool = False,
    description: str = "",
) -> Callable[[View], View]:
    """Describe one call: what it takes, what it answers by status, and by which refusals.

    401 is added unless the call is `public`, 503 always.
    """
    refusals = sorted({*errors, 503} | (set() if public else {401}))
    responses: dict[Any, Any] = dict(answers)
    responses.update({(status, "application/problem+json"): _problem(status) for status in refusals})
    return extend_schema(
        summary=summary,
        description=description or None,
        request=takes,
        parameters=list(query),
        responses=responses,
        examples=list(examples),
        auth=[] if public else None,
    )


def example(name: str, value: Any, *, status: int | None = None) -> OpenApiExample:
    """An example of a request (without `status`) or of the answer with that status."""
    answered = status is not None
    return OpenApiExample(
        name,
        value=value,
        request_only=not answered,
        response_only=answered,
        status_codes=[str(status)] if answered else None,
    )


@cache
def page_of(
    name: str,
    row: type[serializers.Serializer[Any]],
    *extra: tuple[str, serializers.Field[Any, Any, Any, Any]],
) -> Any:
    """The schema of a page of `row`s under `name`, with `extra` members."""
    fields: dict[str, Any] = {
        "total": serializers.IntegerField(),
        "page": serializers.IntegerField(),
        "per_page": serializers.IntegerField(),
        "total_pages": serializers.IntegerField(),
        **dict(extra),
        name: row(many=True),
    }
    return inline_serializer(f"{row.__name__.removesuffix('Serializer')}Page", fields)


def _problem(status: int) -> OpenApiResponse:
    return OpenApiResponse(ProblemSerializer, description=_MEANINGS[status])


def drop_api_prefix_twins(endpoints: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Every call answers under `/api` too; the schema names each once."""
    return [endpoint for endpoint in endpoints if not endpoint[0].startswith("/api/")]
