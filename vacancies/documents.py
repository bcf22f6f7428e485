"""What companies hire for."""

from bson import ObjectId
from mongoengine import (
    DateTimeField,
    EmbeddedDocument,
    EmbeddedDocumentField,
    EmbeddedDocumentListField,
    EnumField,
    FloatField,
    IntField,
    ListField,
    ObjectIdField,
    StringField,
)

from hiring_platform.documents import StoredDocument, now
from vacancies.choices import BelowThreshold, Grade


class AnswerKey(EmbeddedDocument):
    """What a good answer contains. Only the owner of the vacancy, and the AI service, ever see it."""

    expected_answer = StringField(default="")
    junior_level = StringField(default="")
    middle_level = StringField(default="")
    senior_level = StringField(default="")
    red_flags = ListField(StringField())
    follow_up_questions = ListField(StringField())


class Question(EmbeddedDocument):
    """One question of the bank. Its id stays when the bank is edited, so that an interview's answers keep pointing
    to it."""

    question_id = ObjectIdField(default=ObjectId)
    section = StringField(default="")
    question = StringField(required=True)
    grade = StringField(default="")
    answers = EmbeddedDocumentField(AnswerKey)


class ScreeningWeights(EmbeddedDocument):
    """The rubric's shares for this vacancy; those that are not said are the rubric's own."""

    required = FloatField()
    optional = FloatField()
    experience = FloatField()
    education = FloatField()


class Screening(EmbeddedDocument):
    """How resumes are sifted: the least score (percent) that lets a candidate pass, and what happens below it."""

    threshold = IntField(default=20)
    below_threshold = EnumField(BelowThreshold, default=BelowThreshold.REJECT)
    weights = EmbeddedDocumentField(ScreeningWeights)


class Vacancy(StoredDocument):
    """A vacancy of one company. A deleted one keeps its row, hidden from every list, because candidates' histories
    and interviews under way still need it."""

    company_id = ObjectIdField(required=True)
    title = StringField(required=True)
    grade = EnumField(Grade, required=True)
    work_field = StringField(required=True)
    required_skills = ListField(StringField())
    optional_skills = ListField(StringField())
    min_experience = FloatField(required=True)
    max_experience = FloatField(required=True)
    description = StringField(default="")
    work_address = StringField(default="")
    questions = EmbeddedDocumentListField(Question)
    screening = EmbeddedDocumentField(Screening, default=Screening)

    # As they are searched for: see vacancies/search.py.
    field_key = StringField(required=True)
    skill_keys = ListField(StringField())
    search_words = ListField(StringField())

    version = IntField(default=0)
    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)
    deleted_at = DateTimeField()

    meta = {
        "collection": "vacancies",
        # The id at the end keeps pages apart where two vacancies share a millisecond.
        "indexes": [
            ["deleted_at", "-created_at", "-id"],
            ["company_id", "deleted_at", "-created_at", "-id"],
            ["grade", "deleted_at", "-created_at", "-id"],
            ["field_key", "deleted_at", "-created_at", "-id"],
            ["skill_keys", "deleted_at", "-created_at", "-id"],
            ["search_words", "deleted_at", "-created_at", "-id"],
            ["deleted_at", "min_experience"],
        ],
    }
