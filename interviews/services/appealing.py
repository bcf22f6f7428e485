"""A candidate asks for a person's look at what the AI decided."""

from bson import ObjectId
from django.utils.translation import gettext_lazy as _

from accounts.documents import Account
from hiring_platform.errors import Conflict
from interviews.atomic import again_after_a_lost_race, write
from interviews.choices import Status
from interviews.documents import Appeal, Interview
from interviews.selectors import interview_visible_to


@again_after_a_lost_race
def appeal(*, actor: Account, interview_id: ObjectId, text: str) -> Appeal:
    """Put the interview first in the company's list, with the candidate's words, until the company decides.

    There is one appeal an interview; the same words again are the same appeal.

    Raises NotFound, Conflict (`already_appealed`, `nothing_to_appeal`).
    """
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    if interview.appeal is None:
        _require_grounds(interview)
        interview = write(interview, set__appeal=Appeal(text=text), set__appeal_open=True)
    if interview.appeal.text != text:
        raise Conflict(_("You have asked for a person's look already."), code="already_appealed")
    made: Appeal = interview.appeal
    return made


def _require_grounds(interview: Interview) -> None:
    """Whoever has passed has nothing to gain by an appeal but the first place in the company's list."""
    if interview.status != Status.REJECTED and not interview.needs_review:
        raise Conflict(
            _("There is nothing to appeal: you have not been turned down, and no review of your resume is open."),
            code="nothing_to_appeal",
        )
