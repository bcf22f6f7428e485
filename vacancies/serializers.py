"""The wire's shapes of vacancies, in and out."""

from typing import Any

from rest_framework import serializers

from hiring_platform.api.input import IdField, TextField
from hiring_platform.api.pagination import PageQuery
from vacancies.choices import BelowThreshold, Grade, Order
from vacancies.fields import OneOfField, ShareField, SkillField, YearsField

LONGEST_TITLE = 200
LONGEST_SKILL = 100
LONGEST_DESCRIPTION = 20_000
LONGEST_ADDRESS = 500
LONGEST_QUESTION = 2000
LONGEST_ANSWER = 5000
LONGEST_LABEL = 200
MOST_SKILLS = 100
MOST_QUESTIONS = 200
MOST_REMARKS = 50


def skill_list(**options: Any) -> serializers.ListField:
    return serializers.ListField(child=SkillField(max_length=LONGEST_SKILL), max_length=MOST_SKILLS, **options)


def remark_list() -> serializers.ListField:
    return serializers.ListField(child=TextField(max_length=LONGEST_QUESTION), max_length=MOST_REMARKS, required=False)


def answer_text() -> TextField:
    return TextField(max_length=LONGEST_ANSWER, allow_blank=True, required=False)


class AnswerKeySerializer(serializers.Serializer[Any]):
    """What a good answer contains, by level. Only the vacancy's own company sees it."""

    expected_answer = answer_text()
    junior_level = answer_text()
    middle_level = answer_text()
    senior_level = answer_text()
    red_flags = remark_list()
    follow_up_questions = remark_list()


class QuestionItemSerializer(serializers.Serializer[Any]):
    """A question as it is sent. A plain string stands for its text alone."""

    _id = IdField(source="question_id", required=False)
    section = TextField(max_length=LONGEST_LABEL, allow_blank=True, required=False)
    question = TextField(max_length=LONGEST_QUESTION)
    grade = TextField(max_length=LONGEST_LABEL, allow_blank=True, required=False)
    answers = AnswerKeySerializer(required=False, allow_null=True)

    def to_internal_value(self, data: Any) -> Any:
        return super().to_internal_value({"question": data} if isinstance(data, str) else data)


def question_list(**options: Any) -> serializers.ListField:
    return serializers.ListField(child=QuestionItemSerializer(), max_length=MOST_QUESTIONS, **options)


class QuestionBankSerializer(serializers.Serializer[Any]):
    questions = question_list()


class WeightsSerializer(serializers.Serializer[Any]):
    """The rubric's shares for this vacancy. One that is not said is the rubric's own."""

    # Declared as attributes, the share named `required` would hide DRF's option of that name.
    parts = ("required", "optional", "experience", "education")

    def get_fields(self) -> dict[str, Any]:
        return {part: ShareField(required=False) for part in self.parts}


class ScreeningSerializer(serializers.Serializer[Any]):
    """How resumes are sifted. Only the vacancy's own company sees it."""

    threshold = serializers.IntegerField(
        min_value=0, max_value=100, required=False, help_text="The least score, in percent, that lets a candidate pass."
    )
    below_threshold = OneOfField(BelowThreshold, required=False)
    weights = WeightsSerializer(required=False, allow_null=True)


class VacancyChangesSerializer(serializers.Serializer[Any]):
    """Any of a vacancy's fields. Not a partial serializer: inside a question or a rule nothing may be missing."""

    title = TextField(max_length=LONGEST_TITLE, required=False)
    grade = OneOfField(Grade, required=False)
    required_skills = skill_list(required=False, allow_empty=False)
    optional_skills = skill_list(required=False)
    min_experience = YearsField(required=False)
    max_experience = YearsField(required=False)
    work_field = TextField(max_length=LONGEST_LABEL, required=False)
    work_address = TextField(max_length=LONGEST_ADDRESS, allow_blank=True, required=False)
    description = TextField(max_length=LONGEST_DESCRIPTION, allow_blank=True, required=False)
    questions = question_list(required=False)
    screening = ScreeningSerializer(required=False)


class NewVacancySerializer(VacancyChangesSerializer):
    """A vacancy to be posted."""

    needed = ("title", "grade", "required_skills", "min_experience", "max_experience", "work_field")

    def get_fields(self) -> dict[str, Any]:
        fields = super().get_fields()
        for name in self.needed:
            fields[name].required = True
        return fields


class VacancyCreatedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    vacancy_id = IdField()


class VacancySerializer(serializers.Serializer[Any]):
    """A vacancy without its question bank; `screening` is there for its own company only."""

    _id = IdField()
    company_id = IdField()
    company_name = serializers.CharField(source="company.company_name", default="")
    title = serializers.CharField()
    grade = serializers.ChoiceField([grade.value for grade in Grade])
    required_skills = serializers.ListField(child=serializers.CharField())
    optional_skills = serializers.ListField(child=serializers.CharField())
    min_experience = serializers.FloatField()
    max_experience = serializers.FloatField()
    work_field = serializers.CharField()
    work_address = serializers.CharField()
    description = serializers.CharField()
    screening = ScreeningSerializer(required=False)
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class StaffVacancySerializer(VacancySerializer):
    deleted_at = serializers.DateTimeField(allow_null=True, default=None)


class QuestionSerializer(serializers.Serializer[Any]):
    """A question as everybody may read it: no key."""

    _id = IdField(source="question_id")
    section = serializers.CharField()
    question = serializers.CharField()
    grade = serializers.CharField()


class KeyedQuestionSerializer(QuestionSerializer):
    """A question with its answer key, for the vacancy's own company; `answers` is null when there is none."""

    answers = AnswerKeySerializer(allow_null=True, required=False)


class BankSerializer(serializers.Serializer[Any]):
    """What `GET /vacancies/{id}/questions` answers. `answers` is there for the vacancy's own company only."""

    vacancy_id = IdField()
    title = serializers.CharField()
    questions = KeyedQuestionSerializer(many=True)


class BankReplacedSerializer(serializers.Serializer[Any]):
    message = serializers.CharField()
    questions = KeyedQuestionSerializer(many=True)


class VacancyQuery(PageQuery):
    """All that are given must hold."""

    company_id = IdField(required=False, help_text="A company that does not give one sees its own vacancies.")
    grade = OneOfField(Grade, required=False)
    work_field = TextField(max_length=LONGEST_LABEL, allow_blank=True, required=False)
    skill = TextField(max_length=LONGEST_SKILL, allow_blank=True, required=False)
    experience = YearsField(required=False, help_text="Years: finds vacancies whose bounds hold them.")
    q = TextField(
        max_length=LONGEST_LABEL,
        allow_blank=True,
        required=False,
        help_text="Words, in any form, that must all stand in the title, the description or the skills.",
    )


class SortedVacancyQuery(VacancyQuery):
    sort = OneOfField(Order, default=Order.NEWEST)


class StaffVacancyQuery(VacancyQuery):
    deleted = serializers.BooleanField(default=False, help_text="The deleted vacancies instead of the open ones.")
