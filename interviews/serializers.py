"""The wire's shapes of a single interview, in and out."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from hiring_platform.api.input import IdField, TextField
from interviews import sentences
from interviews.choices import DECISIONS, STATUSES, TURN_STATES, EntryStatus, Status
from interviews.documents import Interview
from interviews.json_values import is_storable
from interviews.reasons import ReasonsField
from interviews.services.answering import Turn

LONGEST_ANSWER = 20_000
LONGEST_QUESTION = 5_000
LONGEST_REASON = 2_000
LONGEST_APPEAL = 2_000
LARGEST_ANALYSIS = 8 * 1024
DEEPEST_ANALYSIS = 5


class VacancyChoiceSerializer(serializers.Serializer[Any]):
    vacancy_id = IdField()


class CheckedResumeSerializer(serializers.Serializer[Interview]):
    """`resume_score` is null when the resume could not be read well enough: that is no low score."""

    success = serializers.BooleanField(default=True, read_only=True)
    resume_score = serializers.IntegerField(allow_null=True, min_value=0, max_value=100)
    can_proceed = serializers.SerializerMethodField()
    status = serializers.ChoiceField(STATUSES)
    message = serializers.SerializerMethodField()
    reasons = ReasonsField()
    interview_id = IdField(source="id", required=False, help_text="Only when `can_proceed`.")

    def get_can_proceed(self, interview: Interview) -> bool:
        return bool(interview.status != Status.REJECTED)

    def get_message(self, interview: Interview) -> str:
        return sentences.after_check(interview)

    def to_representation(self, instance: Interview) -> dict[str, Any]:
        body = super().to_representation(instance)
        return body if body["can_proceed"] else {name: body[name] for name in body if name != "interview_id"}


class ReadyInterviewSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    interview_id = IdField(required=False, help_text="While the interview can begin or go on.")


@extend_schema_field({"type": "object", "additionalProperties": True})
class AnalysisField(serializers.JSONField):
    """A voice analysis: any object of a few kilobytes, stored as sent and never part of a score."""

    default_error_messages = {"invalid": _("This must be an object of at most 8 KB, at most 5 levels deep, or null.")}

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, dict) or not is_storable(data, depth=DEEPEST_ANALYSIS, size=LARGEST_ANALYSIS):
            self.fail("invalid")
        return data


class _Words(TextField):
    """Text that may be left out, empty or null; all three mean that there is none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_blank=True, allow_null=True, default="", **options)


class AnswerSerializer(serializers.Serializer[Any]):
    """A turn of the candidate. An empty `mlinterview_id` begins the interview, with an introduction or without."""

    interview_id = IdField()
    mlinterview_id = _Words(max_length=64)
    question = _Words(max_length=LONGEST_QUESTION)
    answer_text = _Words(max_length=LONGEST_ANSWER)
    analysis = AnalysisField(allow_null=True, default=None)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        values = {name: "" if value is None and name != "analysis" else value for name, value in attrs.items()}
        if values["mlinterview_id"]:
            _require(values, "question", "answer_text")
        return values


def _require(values: dict[str, Any], *names: str) -> None:
    missing = [name for name in names if not values[name]]
    if missing:
        raise serializers.ValidationError(
            {name: serializers.ErrorDetail(str(_("An answer needs this.")), code="required") for name in missing}
        )


class TurnSerializer(serializers.Serializer[Turn]):
    """`question` and `current_question` are the question that waits now; both are null once the interview is over."""

    interview_id = IdField(source="interview.id")
    mlinterview_id = serializers.CharField(source="interview.mlinterview_id")
    question = serializers.CharField(source="waiting.question", default=None, allow_null=True)
    current_question = serializers.CharField(source="waiting.question", default=None, allow_null=True)
    status = serializers.SerializerMethodField()
    answer_text = serializers.CharField(source="answered.answer_text", default="")
    voice_analysis = AnalysisField(source="answered.voice_analysis", default=None, allow_null=True)
    message = serializers.SerializerMethodField()
    recommendation = serializers.CharField(default=None, allow_null=True, read_only=True)
    report = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(TURN_STATES))
    def get_status(self, turn: Turn) -> str:
        return EntryStatus.WAITING if turn.waiting else Status.COMPLETED

    def get_message(self, turn: Turn) -> str:
        return sentences.after_turn(is_over=turn.waiting is None, brought_words=turn.answered is not None)

    @extend_schema_field({"type": ["string", "null"], "description": "Feedback for the candidate, once it is over."})
    def get_report(self, turn: Turn) -> str | None:
        return None if turn.waiting else turn.interview.candidate_feedback


@extend_schema_field({"type": "string", "enum": [*DECISIONS, Status.ACTIVE.value]})
class _StatusWord(serializers.Field[str, Any, str, Any]):
    """What is no text is no status: the service refuses it like any other unknown one, and says which there are."""

    def to_internal_value(self, data: Any) -> str:
        return data if isinstance(data, str) else ""


class DecisionSerializer(serializers.Serializer[Any]):
    status = _StatusWord(allow_null=True, default="")
    reason = TextField(
        max_length=LONGEST_REASON, allow_blank=True, default="", help_text="Kept in the history, for the company."
    )


class NamedDecisionSerializer(DecisionSerializer):
    interview_id = IdField()


class DecidedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    status = serializers.ChoiceField(STATUSES)
    actions = serializers.ListField(
        child=serializers.ChoiceField(STATUSES),
        help_text="The statuses that can follow; `active` only for a rejected candidate who has appealed.",
    )


class RemovedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    deleted_interview_id = IdField()
    deleted_answers = serializers.IntegerField()
    deleted_status_history = serializers.IntegerField()


class AppealTextSerializer(serializers.Serializer[Any]):
    text = TextField(max_length=LONGEST_APPEAL)


class AppealSerializer(serializers.Serializer[Any]):
    text = serializers.CharField()
    created_at = serializers.DateTimeField()


class AppealedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    appeal = AppealSerializer()


class ApplicantQuery(serializers.Serializer[Any]):
    user_id = IdField()
