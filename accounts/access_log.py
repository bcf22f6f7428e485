"""Who has read whose resume. The candidate can see it; nothing but an erasure takes a row out."""

from bson import ObjectId
from mongoengine import DateTimeField, EnumField, ObjectIdField

from accounts.choices import Role
from accounts.documents import Account
from hiring_platform.documents import StoredDocument, now


class ResumeAccess(StoredDocument):
    """One reading of a candidate's resume by somebody else."""

    candidate_id = ObjectIdField(required=True)
    reader_id = ObjectIdField(required=True)
    reader_role = EnumField(Role, required=True)
    company_id = ObjectIdField()
    read_at = DateTimeField(default=now)

    meta = {"collection": "resume_accesses", "indexes": [["candidate_id", "-read_at"]]}


def record_resume_access(*, reader: Account, candidate_id: ObjectId) -> None:
    """To be written before the file is handed out: a reading that left no trace must not happen."""
    ResumeAccess(
        candidate_id=candidate_id, reader_id=reader.id, reader_role=reader.role, company_id=reader.company_id
    ).save(force_insert=True)
