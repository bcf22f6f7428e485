"""What an answer of ai-hr must have for us to act on it. The rest of it is kept as it came."""

from typing import Any

from rest_framework import serializers

from interviews.choices import RECOMMENDATIONS, TURN_STATES, Status
from interviews.json_values import JsonObject, is_storable

_DEPTH = 12
_SIZE = 1024 * 1024
Shape = type[serializers.Serializer[Any]]


class NonsenseError(ValueError):
    """The answer is not of the agreed shape."""


class _Text(serializers.CharField):
    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, trim_whitespace=False, **options)


class _Percent(serializers.IntegerField):
    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=100, **options)


class ResumeMatch(serializers.Serializer[Any]):
    verdict = serializers.ChoiceField(["scored", "cannot_tell"])
    total_score_percent = _Percent(allow_null=True)
    closeness = serializers.FloatField(min_value=0, max_value=1, default=0.0)
    reasons = serializers.ListField(child=_Text())
    reasons_by_language = serializers.DictField(child=serializers.ListField(child=_Text()), required=False)
    flags = serializers.ListField(child=serializers.DictField(), required=False)
    rubric_version = _Text()

    def validate(self, attrs: JsonObject) -> JsonObject:
        if (attrs["total_score_percent"] is None) != (attrs["verdict"] == "cannot_tell"):
            raise serializers.ValidationError("a score is missing exactly where the verdict is cannot_tell")
        return attrs


class _Question(serializers.Serializer[Any]):
    text = serializers.CharField(max_length=5000)
    question_id = _Text(allow_null=True, default=None)
    topic = _Text(allow_null=True, default=None)
    level = _Text(allow_null=True, default=None)


class NextStep(serializers.Serializer[Any]):
    status = serializers.ChoiceField(TURN_STATES)
    evaluation = serializers.DictField(allow_null=True)
    question = _Question(allow_null=True)

    def validate(self, attrs: JsonObject) -> JsonObject:
        if (attrs["question"] is None) != (attrs["status"] == Status.COMPLETED):
            raise serializers.ValidationError("a question is missing exactly where the interview is completed")
        return attrs


class Report(serializers.Serializer[Any]):
    interview_score = _Percent()
    recommendation = serializers.ChoiceField(RECOMMENDATIONS)
    text = _Text()
    candidate_feedback = _Text()


def understood(answer: Any, shape: Shape) -> JsonObject:
    """`answer` with what `shape` names in its right types. Raises NonsenseError."""
    bound = shape(data=answer)
    if not bound.is_valid() or not is_storable(answer, depth=_DEPTH, size=_SIZE):
        raise NonsenseError
    return {**answer, **bound.validated_data}
