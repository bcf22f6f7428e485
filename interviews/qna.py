"""An interview as it is read afterwards: by its candidate, and, with what the AI made of it, by the company."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.choices import Role
from hiring_platform.api.input import IdField
from interviews.choices import ENTRY_STATES, RECOMMENDATIONS, STATUSES, EntryStatus
from interviews.documents import Entry, Interview, StatusChange


class EntrySerializer(serializers.Serializer[Entry]):
    """A question with its answer. `recommendation` is null for everybody but the company."""

    _id = IdField(source="entry_id")
    interview_id = serializers.SerializerMethodField()
    mlinterview_id = serializers.SerializerMethodField()
    question = serializers.CharField()
    answer_text = serializers.CharField()
    status = serializers.SerializerMethodField()
    recommendation = serializers.SerializerMethodField()
    voice_analysis = serializers.DictField(allow_null=True)
    created_at = serializers.DateTimeField()

    @extend_schema_field(IdField())
    def get_interview_id(self, entry: Entry) -> str:
        return str(self.context["interview"].id)

    def get_mlinterview_id(self, entry: Entry) -> str:
        return str(self.context["interview"].mlinterview_id)

    @extend_schema_field(serializers.ChoiceField(ENTRY_STATES))
    def get_status(self, entry: Entry) -> str:
        return EntryStatus.WAITING if entry.status == EntryStatus.WAITING else EntryStatus.ANSWERED

    @extend_schema_field(serializers.ChoiceField(RECOMMENDATIONS, allow_null=True))
    def get_recommendation(self, entry: Entry) -> str | None:
        return None


class JudgedEntrySerializer(EntrySerializer):
    """For the company: with the evaluation of the answer."""

    evaluation = serializers.DictField(
        allow_null=True, help_text="`{score_percent, criteria, quotations, flags}`; null for an introduction."
    )

    def get_recommendation(self, entry: Entry) -> str | None:
        return self.context["interview"].recommendation


class StatusChangeSerializer(serializers.Serializer[StatusChange]):
    _id = IdField(source="change_id")
    from_status = serializers.ChoiceField(STATUSES, allow_null=True)
    status = serializers.ChoiceField(STATUSES)
    actor_id = IdField()
    actor_role = serializers.ChoiceField([role.value for role in Role])
    reason = serializers.CharField()
    updated_at = serializers.DateTimeField()


class QnaSerializer(serializers.Serializer[Interview]):
    """What the candidate and the company both see."""

    interview_id = IdField(source="id")
    qna = EntrySerializer(many=True, source="entries")


class JudgedQnaSerializer(QnaSerializer):
    """What the company alone sees too: in a candidate's answer these members are absent."""

    qna = JudgedEntrySerializer(many=True, source="entries")
    recommendation = serializers.ChoiceField(RECOMMENDATIONS, allow_null=True)
    report = serializers.CharField(source="interview_analysis", allow_null=True, help_text="The report as text.")
    interview_report = serializers.DictField(allow_null=True, help_text="The report with its criteria and evidence.")
    interview_score = serializers.IntegerField(allow_null=True)
    status_history = StatusChangeSerializer(many=True)


def qna_as_seen_by(role: Role, interview: Interview) -> dict[str, Any]:
    shape = JudgedQnaSerializer if role == Role.COMPANY else QnaSerializer
    return shape(interview, context={"interview": interview}).data
