"""One candidate, one vacancy: the resume's score, the interview, the decision. One document, so that each change is one
atomic write on any MongoDB."""

from bson import ObjectId
from mongoengine import (
    BooleanField,
    DateTimeField,
    DictField,
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

from accounts.choices import Role
from hiring_platform.documents import StoredDocument, now
from interviews.choices import EntryKind, EntryStatus, Recommendation, Status


class Entry(EmbeddedDocument):
    """A question with the answer given to it. `evaluation` and the AI's bookkeeping are not for the candidate.

    `question_id` is the id of a question of the vacancy's bank, when the question comes from there.
    """

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


class Appeal(EmbeddedDocument):
    """A candidate's wish that a person look at what the AI decided."""

    text = StringField(required=True)
    created_at = DateTimeField(default=now)


class Interview(StoredDocument):
    """The one interview of a candidate and a vacancy. `version` guards every write; `attempt` counts how often this
    candidate has applied (from 1).

    `resume_score` is null where the AI could not tell; `resume_closeness` (0 to 1) orders those whose scores are equal.
    `needs_review`: the AI's word alone decides nothing here, a person has to; `appeal_open`: the candidate has asked
    for that person; `reviewed`: a person has decided.
    """

    user_id = ObjectIdField(required=True)
    vacancy_id = ObjectIdField(required=True)
    company_id = ObjectIdField(required=True)
    status = EnumField(Status, required=True)
    attempt = IntField(default=1)
    version = IntField(default=0)

    resume_score = IntField()
    resume_closeness = FloatField(default=0.0)
    resume_analysis = DictField()
    # Digests of what was scored against what; `stale`: the rubric has changed since (see interviews/staleness.py).
    scored_vacancy = StringField(default="")
    scored_resume = StringField(default="")
    stale = BooleanField(default=False)
    needs_review = BooleanField(default=False)
    appeal = EmbeddedDocumentField(Appeal)
    appeal_open = BooleanField(default=False)
    reviewed = BooleanField(default=False)

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
            ["user_id", "-created_at", "-id"],
            ["vacancy_id", "-created_at", "-id"],
            ["vacancy_id", "-appeal_open", "-created_at", "-id"],
            ["vacancy_id", "-appeal_open", "-resume_score", "-resume_closeness", "-id"],
            ["company_id", "user_id"],
            ["company_id", "-created_at", "-id"],
            ["status", "-created_at", "-id"],
            ["-created_at", "-id"],
        ],
    }

    @property
    def is_finished(self) -> bool:
        """The AI has asked all it wanted and written its report, whatever the company has decided since."""
        return self.candidate_feedback is not None


class ApplicationAttempts(StoredDocument):
    """How often a candidate has applied to a vacancy: all that stays of a deleted interview."""

    user_id = ObjectIdField(required=True)
    vacancy_id = ObjectIdField(required=True)
    count = IntField(default=0)

    meta = {
        "collection": "application_attempts",
        "indexes": [{"fields": ["user_id", "vacancy_id"], "unique": True}],
    }


class AnonymousApplication(StoredDocument):
    """What the funnel keeps of an interview whose candidate has been erased: numbers, without a person to them.

    Its id is the interview's, so that an erasure that died half-way and is gone through again counts nothing twice.
    `status_history` has the statuses alone, in the shape in which an interview has them.
    """

    vacancy_id = ObjectIdField(required=True)
    status = EnumField(Status, required=True)
    resume_score = IntField()
    interview_score = IntField()
    status_history = ListField(DictField())

    meta = {"collection": "anonymous_applications", "indexes": [["vacancy_id"]]}
