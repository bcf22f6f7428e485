"""The AI's side of an interview.

The candidate's words are safe before this is called, and all that the AI says is stored in one update: a process may
die anywhere here, and the next call carries on.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from accounts.documents import Account
from hiring_platform.errors import Conflict
from interviews import ai_client
from interviews.ai_messages import interview_message, transcript
from interviews.atomic import write
from interviews.choices import EntryStatus, Status
from interviews.documents import Entry, Interview
from interviews.json_values import JsonObject
from interviews.selectors import resume_of
from interviews.services.history import change_by
from vacancies.selectors import vacancy_for_interview

_ANSWER_KEPT = {
    ai_client.AiUnavailable: _(
        "Your answer is kept, but the AI interviewer does not respond. Send it again in a few seconds to go on."
    ),
    ai_client.AiRefused: _(
        "Your answer is kept, but the AI interviewer cannot go on: a fault on our side, which has been recorded. Send "
        "the same answer again once it is mended."
    ),
}


def require_active(interview: Interview) -> None:
    """Raises Conflict (`interview_not_active`)."""
    if interview.status != Status.ACTIVE:
        raise Conflict(_("This interview is closed; the company decides now."), code="interview_not_active")


def carry_on(interview: Interview, *, candidate: Account) -> Interview:
    """The interview with a question waiting in it, or finished; asks the AI when it owes either.

    Raises AiFailure, RaceLost, Conflict (`interview_not_active`).
    """
    if not _is_owed(interview):
        return interview
    require_active(interview)
    try:
        changes = _next_changes(interview, candidate)
    except ai_client.AiFailure as failure:
        raise _with_what_is_kept(interview, failure) from None
    return write(interview, **changes)


def _is_owed(interview: Interview) -> bool:
    """At the very beginning, and after each answer."""
    return not interview.entries or interview.entries[-1].status == EntryStatus.RECEIVED


def _with_what_is_kept(interview: Interview, failure: ai_client.AiFailure) -> ai_client.AiFailure:
    """The failure, and that the answer is safe when there is one."""
    return type(failure)(_ANSWER_KEPT[type(failure)]) if interview.entries else failure


def _next_changes(interview: Interview, candidate: Account) -> dict[str, Any]:
    vacancy = vacancy_for_interview(interview.vacancy_id)
    message = interview_message(interview=interview, vacancy=vacancy, resume=resume_of(candidate.id))
    step = ai_client.next_step(message)
    _take_evaluation(interview, step["evaluation"])
    if step["question"]:
        return {"set__entries": [*interview.entries, _entry(step["question"])]}
    report = ai_client.report(message | {"transcript": transcript(interview.entries)})
    return {"set__entries": interview.entries} | _ending(report, candidate)


def _take_evaluation(interview: Interview, evaluation: JsonObject | None) -> None:
    if interview.entries:
        interview.entries[-1].evaluation = evaluation
        interview.entries[-1].status = EntryStatus.ANSWERED


def _entry(question: JsonObject) -> Entry:
    return Entry(
        question=question["text"],
        question_id=question["question_id"],
        topic=question["topic"],
        level=question["level"],
    )


def _ending(report: JsonObject, candidate: Account) -> dict[str, Any]:
    return {
        "set__status": Status.COMPLETED,
        "push__status_history": change_by(candidate, to=Status.COMPLETED, before=Status.ACTIVE),
        "set__interview_score": report["interview_score"],
        "set__interview_analysis": report["text"],
        "set__interview_report": report,
        "set__recommendation": report["recommendation"],
        "set__candidate_feedback": report["candidate_feedback"],
    }
