"""Erasing a person: 152-FZ, article 21; GDPR, article 17.

First comes the note that the account must go. Everything after it may be gone through again, so whatever dies in
between, `manage.py purge` finishes it.
"""

import structlog
from bson import ObjectId
from mongoengine import NotUniqueError

from accounts.documents import Account, ResumeAccess
from accounts.sign_in import confirmed
from hiring_platform.documents import now
from hiring_platform.errors import Unavailable
from interviews.choices import EntryStatus
from interviews.documents import AnonymousApplication, ApplicationAttempts, Interview
from privacy.documents import Erasure
from storage.resumes import delete_file

log = structlog.get_logger(__name__)


def erase_own_account(*, actor: Account, password: str, address: str) -> Erasure:
    """Erase the caller, who proves by the password to be more than a stolen token.

    Raises Invalid (`wrong_password`), TooMany.
    """
    confirmed(actor=actor, password=password, address=address, field="password")
    return erase_account(account_id=actor.id)


def erase_account(*, account_id: ObjectId) -> Erasure:
    """Close the account and take away all of it.

    The receipt has no `completed_at` when the file store was away: the file, and the account with it, then go at the
    next `manage.py purge`.
    """
    erasure = _begun(account_id)
    Account.objects(id=account_id).update_one(
        set__is_active=False, set__sessions=[], set__deactivated_at=now(), set__deactivation_reason="erasure"
    )
    try:
        return _carried_out(erasure)
    except Unavailable:
        log.warning("erasure_waits_for_the_file_store", erasure_id=str(erasure.id))
        return erasure


def finish_erasures() -> int:
    """Go on with those that were cut short; how many are complete now that were not."""
    waiting = Erasure.objects(completed_at=None)
    return sum(1 for erasure in list(waiting) if _carried_out(erasure).completed_at)


def _begun(account_id: ObjectId) -> Erasure:
    try:
        return Erasure(account_id=account_id).save(force_insert=True)
    except NotUniqueError:
        return Erasure.objects(account_id=account_id).get()


def _carried_out(erasure: Erasure) -> Erasure:
    for interview in Interview.objects(user_id=erasure.account_id):
        _erase_interview(interview, erasure)
    ApplicationAttempts.objects(user_id=erasure.account_id).delete()
    ResumeAccess.objects(candidate_id=erasure.account_id).delete()
    _erase_resume(erasure)
    Account.objects(id=erasure.account_id).delete()
    log.info("account_erased", erasure_id=str(erasure.id))
    return Erasure.objects(id=erasure.id).modify(set__completed_at=now(), unset__account_id=1, new=True)


def _erase_interview(interview: Interview, erasure: Erasure) -> None:
    """The anonymous row is written under the interview's id before the interview goes."""
    AnonymousApplication(
        id=interview.id,
        vacancy_id=interview.vacancy_id,
        status=interview.status,
        resume_score=interview.resume_score,
        interview_score=interview.interview_score,
        status_history=[{"status": change.status.value} for change in interview.status_history],
    ).save()
    if Interview.objects(id=interview.id).delete():
        answers = sum(entry.status != EntryStatus.WAITING for entry in interview.entries)
        Erasure.objects(id=erasure.id).update_one(inc__interviews=1, inc__answers=answers)


def _erase_resume(erasure: Erasure) -> None:
    account = Account.objects(id=erasure.account_id).only("resume.key").first()
    if account and account.resume:
        delete_file(key=account.resume.key)
        Account.objects(id=erasure.account_id).update_one(unset__resume=1)
        Erasure.objects(id=erasure.id).update_one(inc__files=1)
