"""What the company makes of an interview."""

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _

from accounts.documents import Account
from hiring_platform.errors import Invalid
from interviews.atomic import again_after_a_lost_race, write
from interviews.choices import Status
from interviews.documents import Interview
from interviews.selectors import interview_visible_to
from interviews.services.history import change_by

DECISIONS = (Status.REJECTED, Status.COMPLETED, Status.TEST_TASK, Status.FINALIST, Status.OFFER)
log = structlog.get_logger(__name__)


@again_after_a_lost_race
def change_status(*, actor: Account, interview_id: ObjectId, status: str | None, reason: str) -> Interview:
    """Move the interview to `status` and say so in its history. It is there already: nothing is written twice.

    The decision does not depend on what the candidate answers meanwhile, so a race with an answer is run again. Now
    that a person has decided, nothing waits for a review any longer.

    Raises Invalid (`unknown_status`) with `allowed_statuses`, NotFound.
    """
    decision = _decision(status)
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    changes = {"set__needs_review": False, "set__appeal_open": False}
    if decision != interview.status:
        change = change_by(actor, to=decision, before=interview.status, reason=reason)
        return _moved(write(interview, set__status=decision, push__status_history=change, **changes))
    waits = interview.needs_review or interview.appeal_open
    return write(interview, **changes) if waits else interview


def next_decisions(interview: Interview) -> list[Status]:
    """The statuses that the company can move this interview to."""
    return [status for status in DECISIONS if status != interview.status]


def _decision(status: str | None) -> Status:
    if status not in DECISIONS:
        raise Invalid(
            _("There is no such status to move an interview to."),
            code="unknown_status",
            field="status",
            extensions={"allowed_statuses": list(DECISIONS)},
        )
    return Status(status)


def _moved(interview: Interview) -> Interview:
    log.info("interview_moved", interview_id=str(interview.id), status=interview.status)
    return interview
