"""Who has read whose resume. The candidate can see it; nothing but an erasure takes a row out."""

from bson import ObjectId

from accounts.documents import Account, ResumeAccess


def record_resume_access(*, reader: Account, candidate_id: ObjectId) -> None:
    """To be written before the file is handed out: a reading that left no trace must not happen."""
    ResumeAccess(
        candidate_id=candidate_id, reader_id=reader.id, reader_role=reader.role, company_id=reader.company_id
    ).save(force_insert=True)
