"""What stays when a person is erased."""

from mongoengine import DateTimeField, IntField, ObjectIdField

from hiring_platform.documents import StoredDocument, now


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
