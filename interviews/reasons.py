"""What a candidate is told of his resume's score."""

from typing import Any

from django.utils.translation import get_language
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from interviews.json_values import JsonObject


@extend_schema_field(serializers.ListField(child=serializers.CharField()))
class ReasonsField(serializers.Field[Any, Any, list[str], JsonObject]):
    """A decision record's reasons, in the language of the request: the record has them in each."""

    def __init__(self, **options: Any) -> None:
        help_text = "What the score comes from, in sentences that a candidate can act on."
        super().__init__(source="resume_analysis", read_only=True, help_text=help_text, **options)

    def to_representation(self, value: JsonObject) -> list[str]:
        in_each: JsonObject = value.get("reasons_by_language") or {}
        reasons: list[str] = in_each.get(get_language() or "") or value.get("reasons") or []
        return reasons
