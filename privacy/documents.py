"""What stays when a person is erased: numbers, without a name to them."""

from mongoengine import DateTimeField, EnumField, IntField, ObjectIdField

from hiring_platform.documents import StoredDocument, now
from interviews.choices import Status


class AnonymousApplication(StoredDocument):
    """One erased application, for the company's counts. Its id is the interview's, so that an erasure that died
    half-way and is gone through again counts nothing twice."""

    vacancy_id = ObjectIdField(required=True)
    company_id = ObjectIdField(required=True)
    status = EnumField(Status, required=True)
    resume_score = IntField()
    interview_score = IntField()
    erased_at = DateTimeField(default=now)

    meta = {"collection": "anonymous_applications", "indexes": [["vacancy_id", "status"]]}


class Erasure(StoredDocument):
    """The receipt of an erasure, and until it is complete the note that it must be finished."""

    account_id = ObjectIdField()
    requested_at = DateTimeField(default=now)
    completed_at = DateTimeField()
    interviews = IntField(default=0)
    answers = IntField(default=0)
    files = IntField(default=0)

    meta = {
        "collection": "erasures",
        "indexes": [{"fields": ["account_id"], "unique": True, "sparse": True}, ["completed_at"]],
    }
