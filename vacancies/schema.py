"""How `/schema` describes what vacancies take beyond plain fields."""

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema


class QuestionItemSchema(OpenApiSerializerExtension):
    """An object, or a string alone."""

    target_class = "vacancies.serializers.QuestionItemSerializer"

    def map_serializer(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        whole = auto_schema._map_serializer(self.target, direction, bypass_extensions=True)
        text = dict(whole["properties"]["question"])
        return {"oneOf": [whole, text], "description": whole.pop("description", "")}
