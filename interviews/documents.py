"""One candidate, one vacancy: the resume's score, the interview, the decision. One document, so that each change is one
atomic write on any MongoDB."""

from bson import ObjectId
from mongoengine import (
    DateTimeField,
    DictField,
    EmbeddedDocument,
    EmbeddedDocumentListField,
    EnumField,
    IntField,
    ObjectIdField,
    StringField,
)

from accounts.choices import Role
from hiring_platform.documents import StoredDocument, now
from interviews.choices import EntryKind, EntryStatus, Recommendation, Status


class Entry(EmbeddedDocument):
    """A question with the answer given to it. `evaluation` and the AI's bookkeeping are not for the candidate."""

    entry_id = ObjectIdField(default=ObjectId)
    kind = EnumField(EntryKind, default=EntryKind.QUESTION)
    question = StringField(required=True)
    question_id = StringField()
    topic = StringField()
    level = StringField()
    answer_text = StringField(default="")
    voice_analysis = DictField(null=True)
    status = EnumField(EntryStatus, default=EntryStatus.WAITING)
    evaluation = DictField(null=True)
    created_at = DateTimeField(default=now)
    answered_at = DateTimeField()


class StatusChange(EmbeddedDocument):
    """A row of the history: who moved the interview where, and why."""

    change_id = ObjectIdField(default=ObjectId)
    from_status = EnumField(Status)
    status = EnumField(Status, required=True)
    actor_id = ObjectIdField()
    actor_role = EnumField(Role)
    reason = StringField(default="")
    updated_at = DateTimeField(default=now)


class Interview(StoredDocument):
    """The one interview of a candidate and a vacancy. `version` guards every write; `attempt` counts how often this
    candidate has applied (from 1)."""

    user_id = ObjectIdField(required=True)
    vacancy_id = ObjectIdField(required=True)
    company_id = ObjectIdField(required=True)
    status = EnumField(Status, required=True)
    attempt = IntField(default=1)
    version = IntField(default=0)

    resume_score = IntField()
    resume_analysis = DictField()

    mlinterview_id = StringField(default="")
    language = StringField(default="ru")
    entries = EmbeddedDocumentListField(Entry)

    interview_score = IntField()
    interview_analysis = StringField()
    interview_report = DictField(null=True)
    recommendation = EnumField(Recommendation)
    candidate_feedback = StringField()

    status_history = EmbeddedDocumentListField(StatusChange)
    created_at = DateTimeField(default=now)
    updated_at = DateTimeField(default=now)

    meta = {
        "collection": "interviews",
        "indexes": [
            {"fields": ["user_id", "vacancy_id"], "unique": True},
            ["user_id", "-created_at"],
            ["vacancy_id", "-created_at"],
            ["company_id", "user_id"],
            ["status", "-created_at"],
            ["-created_at"],
        ],
    }


class Attempts(StoredDocument):
    """How often a candidate has applied to a vacancy: all that stays of a deleted interview."""

    user_id = ObjectIdField(required=True)
    vacancy_id = ObjectIdField(required=True)
    count = IntField(default=0)

    meta = {
        "collection": "attempts",
        "indexes": [{"fields": ["user_id", "vacancy_id"], "unique": True}],
    }
