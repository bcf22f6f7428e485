"""Turning what a client sent into values that may enter a service. Nothing unvalidated gets past here."""

from collections.abc import Mapping
from typing import Any

from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request

from hiring_platform.errors import Invalid


def validated_body(serializer: type[serializers.Serializer[Any]], request: Request, **options: Any) -> dict[str, Any]:
    """The body's values, as `serializer` understands them. Raises Invalid and DRF's ValidationError."""
    if not isinstance(request.data, Mapping):
        raise Invalid(_("Send an object with the fields of this call."), code="not_an_object")
    return _validated(serializer(data=request.data, **options))


def validated_query(serializer: type[serializers.Serializer[Any]], request: Request) -> dict[str, Any]:
    return _validated(serializer(data=request.query_params))


def _validated(bound: serializers.Serializer[Any]) -> dict[str, Any]:
    bound.is_valid(raise_exception=True)
    return dict(bound.validated_data)


@extend_schema_field({"type": "string", "pattern": "^[0-9a-f]{24}$", "example": "65f1c0ffee65f1c0ffee0001"})
class IdField(serializers.Field[ObjectId, str, str, Any]):
    """A document's id: an ObjectId inside, 24 hex digits on the wire."""

    default_error_messages = {"invalid": _("An id has 24 hexadecimal digits.")}

    def to_internal_value(self, data: Any) -> ObjectId:
        if not isinstance(data, str) or not ObjectId.is_valid(data):
            self.fail("invalid")
        return ObjectId(data)

    def to_representation(self, value: ObjectId) -> str:
        return str(value)


class TextField(serializers.CharField):
    """Text as a person writes it: DRF's own accepts numbers and booleans in place of it, this one does not."""

    default_error_messages = {"invalid": _("This must be text.")}

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)
