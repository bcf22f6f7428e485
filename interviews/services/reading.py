"""A company reads what a candidate has entrusted to it."""

from bson import ObjectId

from accounts.access_log import record_resume_access
from accounts.documents import Account, Resume
from interviews.selectors import applicants_resume


def read_applicants_resume(*, reader: Account, candidate_id: ObjectId) -> Resume:
    """Raises NotFound, as `applicants_resume` does. Leaves a row in the candidate's access log."""
    resume = applicants_resume(company=reader, candidate_id=candidate_id)
    record_resume_access(reader=reader, candidate_id=candidate_id)
    return resume
