"""What the company makes of an interview."""

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _

from accounts.documents import Account
from hiring_platform.errors import Invalid
from interviews.atomic import again_after_a_lost_race, write
from interviews.choices import DECISIONS, Status
from interviews.documents import Interview
from interviews.selectors import interview_visible_to
from interviews.services.history import change_by

log = structlog.get_logger(__name__)


@again_after_a_lost_race
def change_status(*, actor: Account, interview_id: ObjectId, status: str | None, reason: str) -> Interview:
    """Move the interview to `status` and say so in its history. It is there already: nothing is written twice.

    The decision does not depend on what the candidate answers meanwhile, so a race with an answer is run again. Now
    that a person has decided, nothing waits for a review any longer; to an active interview, `active` says just that.

    Raises NotFound, Invalid (`unknown_status`) with `allowed_statuses`.
    """
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    decision = _decision(status, interview)
    changes = {"set__needs_review": False, "set__appeal_open": False, "set__reviewed": True}
    if decision != interview.status:
        change = change_by(actor, to=decision, before=interview.status, reason=reason)
        return _moved(write(interview, set__status=decision, push__status_history=change, **changes))
    return write(interview, **changes) if _waits(interview) else interview


def next_decisions(interview: Interview) -> list[str]:
    """The statuses that the company can move this interview to."""
    return [status for status in _allowed(interview) if status != interview.status]


def _allowed(interview: Interview) -> list[str]:
    """A candidate who was turned down and has appealed can be let into the interview after all, and one whose review is
    open can be left in it."""
    turned_down = interview.status == Status.REJECTED and not interview.is_finished
    let_in = turned_down and interview.appeal is not None
    left_in = interview.status == Status.ACTIVE and (_waits(interview) or interview.reviewed)
    return [*DECISIONS, Status.ACTIVE.value] if let_in or left_in else DECISIONS


def _waits(interview: Interview) -> bool:
    """For a person's look."""
    return bool(interview.needs_review or interview.appeal_open)


def _decision(status: str | None, interview: Interview) -> Status:
    allowed = _allowed(interview)
    if status not in allowed:
        raise Invalid(
            _("There is no such status to move an interview to."),
            code="unknown_status",
            field="status",
            extensions={"allowed_statuses": allowed},
        )
    return Status(status)


def _moved(interview: Interview) -> Interview:
    log.info("interview_moved", interview_id=str(interview.id), status=interview.status)
    return interview
