"""Every read of a single interview, and who may see it. Lists are in `interviews/lists.py`."""

from bson import ObjectId

from accounts.choices import Role
from accounts.documents import Account, Resume
from hiring_platform.errors import NotFound
from hiring_platform.paging import Row
from interviews.documents import ApplicationAttempts, Interview


def interviews_visible_to(account: Account) -> Row:
    """The candidate's own; those for the company's vacancies, whichever of its recruiters asks; all, for staff."""
    match account.role:
        case Role.STAFF:
            return {}
        case Role.COMPANY:
            return {"company_id": account.company_id}
        case _:
            return {"user_id": account.id}


def interview_visible_to(*, account: Account, interview_id: ObjectId) -> Interview:
    """Raises NotFound, for a stranger's as for one that does not exist."""
    match = {"_id": interview_id, **interviews_visible_to(account)}
    found: Interview | None = Interview.objects(__raw__=match).first()
    if found is None:
        raise NotFound
    return found


def application(*, candidate: Account, vacancy_id: ObjectId) -> Interview | None:
    """The one interview of this candidate and vacancy."""
    found: Interview | None = Interview.objects(user_id=candidate.id, vacancy_id=vacancy_id).exclude("entries").first()
    return found


def earlier_attempts(*, candidate: Account, vacancy_id: ObjectId) -> int:
    """How many of this candidate's interviews for the vacancy have been deleted."""
    found = ApplicationAttempts.objects(user_id=candidate.id, vacancy_id=vacancy_id).first()
    return found.count if found else 0


def resume_of(candidate_id: ObjectId) -> Resume | None:
    """A candidate's resume with its text."""
    found = Account.objects(id=candidate_id).only("resume").first()
    return found.resume if found else None


def applicants_resume(*, company: Account, candidate_id: ObjectId) -> Resume:
    """The resume, without its text, of somebody who has applied to one of the company's vacancies.

    Raises NotFound: a company cannot find out who else has an account here.
    """
    if not Interview.objects(company_id=company.company_id, user_id=candidate_id).only("id").first():
        raise NotFound
    found = Account.objects(id=candidate_id).only("resume").exclude("resume.text").first()
    if found is None or found.resume is None:
        raise NotFound
    resume: Resume = found.resume
    return resume
