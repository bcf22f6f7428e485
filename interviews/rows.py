"""The wire's shapes of the rows of lists."""

from rest_framework import serializers

from hiring_platform.api.input import IdField
from hiring_platform.api.pagination import LongPageQuery, PageQuery
from hiring_platform.paging import Row
from interviews.choices import RECOMMENDATIONS, STATUSES, Order
from interviews.reasons import ReasonsField
from interviews.serializers import AppealSerializer
from vacancies.fields import OneOfField


class HistoryPageQuery(PageQuery):
    """For a candidate's own two lists, which existing clients read whole: they come in pages of 500, and no larger."""

    default_size = 500
    largest_size = 500


class CandidatesQuery(LongPageQuery):
    sort = OneOfField(Order, default=Order.NEWEST)


class StaffQuery(LongPageQuery):
    status = serializers.ChoiceField(STATUSES, required=False)
    company_id = IdField(required=False)
    vacancy_id = IdField(required=False)
    user_id = IdField(required=False)


class _StateSerializer(serializers.Serializer[Row]):
    """What candidate and company may both know of an interview."""

    _id = IdField()
    user_id = IdField()
    vacancy_id = IdField()
    company_id = IdField()
    status = serializers.ChoiceField(STATUSES)
    attempt = serializers.IntegerField()
    resume_score = serializers.IntegerField(
        allow_null=True, default=None, help_text="0–100; null where the resume could not be read well enough."
    )
    appeal = AppealSerializer(default=None, allow_null=True)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class ApplicationSerializer(_StateSerializer):
    """An interview in its candidate's list. The names stay when the vacancy is deleted."""

    vacancy_title = serializers.CharField(source="vacancy.title", default="")
    company_name = serializers.CharField(source="company.company_name", default="")
    reasons = ReasonsField()


class StatusChangeRowSerializer(serializers.Serializer[Row]):
    _id = IdField()
    interview_id = IdField()
    user_id = IdField()
    vacancy_id = IdField()
    company_id = IdField()
    vacancy_title = serializers.CharField(source="vacancy.title", default="")
    company_name = serializers.CharField(source="company.company_name", default="")
    from_status = serializers.ChoiceField(STATUSES, allow_null=True, default=None)
    status = serializers.ChoiceField(STATUSES)
    updated_at = serializers.DateTimeField()


class InterviewRowSerializer(_StateSerializer):
    """An interview as its company sees it, in short."""

    user_name = serializers.SerializerMethodField()
    user_email = serializers.CharField(source="user.email", default="")
    interview_score = serializers.IntegerField(allow_null=True, default=None)
    recommendation = serializers.ChoiceField(RECOMMENDATIONS, allow_null=True, default=None)
    needs_review = serializers.BooleanField(
        default=False, help_text="The AI's word decides nothing here: a person has to."
    )
    appeal_open = serializers.BooleanField(default=False, help_text="The candidate has asked for a person's look.")
    stale = serializers.BooleanField(default=False, help_text="The rubric or the vacancy has changed since the score.")

    def get_user_name(self, row: Row) -> str:
        user = row.get("user", {})
        return f"{user.get('name', '')} {user.get('surname', '')}".strip()


class CandidateRowSerializer(InterviewRowSerializer):
    """A candidate of a vacancy, with the decision record and the report."""

    resume_analysis = serializers.DictField(default=dict)
    interview_analysis = serializers.CharField(allow_null=True, default=None, help_text="The report as text.")
    interview_report = serializers.DictField(allow_null=True, default=None)


class StaffInterviewRowSerializer(InterviewRowSerializer):
    vacancy_title = serializers.CharField(source="vacancy.title", default="")
    company_name = serializers.CharField(source="company.company_name", default="")
