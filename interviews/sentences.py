"""What a candidate is told after a call, in the language of the request."""

from django.utils.translation import gettext as _

from interviews.choices import Status
from interviews.documents import Interview


def after_check(interview: Interview) -> str:
    """Of a stored result too: asking again is answered the same as long as nothing has happened since."""
    if interview.status == Status.REJECTED:
        return _("Your application for this vacancy was turned down.")
    if interview.status != Status.ACTIVE:
        return _("This interview is over.")
    if interview.reviewed:
        return _("The company has looked at your application itself and invites you on. You can begin the interview.")
    if interview.resume_score is None:
        return _("Your resume could not be read well enough to score it. You can begin the interview all the same.")
    if interview.needs_review:
        return _("A person will look at your resume. You can begin the interview meanwhile.")
    return _("Your resume fits this vacancy. You can begin the interview.")


def of_readiness(interview: Interview) -> str:
    if interview.status == Status.ACTIVE:
        return _("The interview is ready. You can begin.")
    return _("This interview is over.")


def after_turn(*, is_over: bool, brought_words: bool) -> str:
    if is_over:
        return _("That was the last question. Thank you for the interview!")
    if brought_words:
        return _("Your answer is kept. Here is the next question.")
    return _("The interview has begun. Here is the question.")
