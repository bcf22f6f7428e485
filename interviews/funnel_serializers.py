"""The wire's shape of a vacancy's funnel."""

from typing import Any

from rest_framework import serializers

from hiring_platform.api.input import IdField
from interviews.choices import STATUSES


class StageSerializer(serializers.Serializer[Any]):
    stage = serializers.ChoiceField(["applied", "screened", "interviewed", "advanced", "offered"])
    count = serializers.IntegerField(allow_null=True, help_text="How many have passed it, whatever came later.")
    share = serializers.FloatField(allow_null=True, help_text="Of those who had passed the stage before, 0 to 1.")


class BucketSerializer(serializers.Serializer[Any]):
    least = serializers.IntegerField(help_text="Percent, included.")
    most = serializers.IntegerField(help_text="Percent, included.")
    count = serializers.IntegerField(allow_null=True)


class FunnelSerializer(serializers.Serializer[Any]):
    vacancy_id = IdField(source="vacancy.id")
    vacancy_title = serializers.CharField(source="vacancy.title")
    stages = StageSerializer(many=True, source="funnel.stages")
    statuses = serializers.DictField(
        child=serializers.IntegerField(allow_null=True),
        source="funnel.statuses",
        help_text=f"How many interviews stand at each of {', '.join(STATUSES)} now.",
    )
    resume_scores = BucketSerializer(many=True, source="funnel.resume_scores")
    resumes_unscored = serializers.IntegerField(
        allow_null=True, source="funnel.resumes_unscored", help_text="Resumes that could not be read well enough."
    )
    interview_scores = BucketSerializer(many=True, source="funnel.interview_scores")
