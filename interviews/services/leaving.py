"""A candidate takes an interview back."""

from dataclasses import dataclass

import structlog
from bson import ObjectId

from accounts.documents import Account
from hiring_platform.errors import NotFound
from interviews.choices import EntryStatus
from interviews.documents import ApplicationAttempts, Entry, Interview
from interviews.selectors import interview_visible_to

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Removed:
    """How much of an interview was deleted."""

    interview_id: ObjectId
    answers: int
    status_changes: int


def delete_interview(*, actor: Account, interview_id: ObjectId) -> Removed:
    """Delete the interview with all that it holds; only the number of the attempt stays.

    The attempt is counted first: should the process die in between, deleting again counts it no second time. An answer
    under way finds nothing to be written to, and brings nothing back.

    Raises NotFound.
    """
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    of_this_pair = ApplicationAttempts.objects(user_id=interview.user_id, vacancy_id=interview.vacancy_id)
    of_this_pair.update_one(upsert=True, max__count=interview.attempt)
    gone: Interview | None = Interview.objects(id=interview.id, user_id=actor.id).modify(remove=True)
    if gone is None:
        raise NotFound
    log.info("interview_deleted", interview_id=str(interview_id))
    return Removed(gone.id, sum(map(_is_answered, gone.entries)), len(gone.status_history))


def _is_answered(entry: Entry) -> bool:
    return bool(entry.status != EntryStatus.WAITING)
