"""A candidate applies: the resume is scored once, and that decides whether an interview can begin."""

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from mongoengine.errors import NotUniqueError

from accounts.documents import Account, Resume
from hiring_platform.errors import Conflict, Forbidden, Invalid, Unprocessable
from interviews import ai_client
from interviews.ai_messages import matching_message
from interviews.choices import Status
from interviews.documents import Interview
from interviews.json_values import JsonObject
from interviews.selectors import application, earlier_attempts, resume_of
from interviews.services.history import change_by
from interviews.staleness import scored_part
from vacancies.choices import BelowThreshold
from vacancies.documents import Vacancy
from vacancies.selectors import open_vacancy

_READ_IN_PART = "text_too_long"
log = structlog.get_logger(__name__)


def check_resume(*, actor: Account, vacancy_id: ObjectId, language: str) -> Interview:
    """The interview of this candidate and vacancy, created by the first call; the AI is asked by that one alone.

    However many calls race, the unique index keeps one interview, and all of them are answered with it.

    Raises NotFound for a vacancy that is not open, Unprocessable (`resume_without_text`) when there is nothing to
    score, AiFailure.
    """
    stored = application(candidate=actor, vacancy_id=vacancy_id)
    if stored:
        return stored
    vacancy = open_vacancy(vacancy_id)
    resume = _readable_resume(actor)
    match = ai_client.match_resume(matching_message(vacancy=vacancy, resume=resume, language=language))
    interview = _screened(actor, vacancy, match)
    interview.scored_vacancy = scored_part(vacancy)
    interview.scored_resume = resume.sha256
    interview.language = language
    return _store(interview, actor)


def ready_interview(*, actor: Account, vacancy_id: ObjectId) -> Interview:
    """The interview that the candidate may begin or go on with, or has finished.

    Raises Invalid (`resume_not_checked`), Forbidden (`resume_rejected`).
    """
    stored = application(candidate=actor, vacancy_id=vacancy_id)
    if stored is None:
        raise Invalid(_("Your resume has not been checked against this vacancy yet."), code="resume_not_checked")
    if stored.status == Status.REJECTED:
        raise Forbidden(_("Your application for this vacancy was turned down."), code="resume_rejected")
    return stored


def _readable_resume(candidate: Account) -> Resume:
    resume = resume_of(candidate.id)
    if resume is None or not (resume.text or "").strip():
        raise Unprocessable(
            _("There is no readable text in your resume. Upload it again as a PDF or DOCX with text in it."),
            code="resume_without_text",
        )
    return resume


def _screened(candidate: Account, vacancy: Vacancy, match: JsonObject) -> Interview:
    score = match["total_score_percent"]
    passes = score is not None and score >= vacancy.screening.threshold
    rejects = vacancy.screening.below_threshold == BelowThreshold.REJECT and _is_of_the_whole_resume(match)
    status = Status.REJECTED if rejects and not passes else Status.ACTIVE
    return Interview(
        user_id=candidate.id,
        vacancy_id=vacancy.id,
        company_id=vacancy.company_id,
        status=status,
        attempt=earlier_attempts(candidate=candidate, vacancy_id=vacancy.id) + 1,
        resume_score=score,
        resume_closeness=match["closeness"],
        resume_analysis=match,
        needs_review=status == Status.ACTIVE and not passes,
        status_history=[change_by(candidate, to=status)],
    )


def _is_of_the_whole_resume(match: JsonObject) -> bool:
    """What could not be read, or only in part, may hold all that was not found: no machine turns its author down."""
    flags = (flag.get("code") for flag in match.get("flags", []))
    return match["total_score_percent"] is not None and _READ_IN_PART not in flags


def _store(interview: Interview, candidate: Account) -> Interview:
    try:
        interview.save(force_insert=True)
    except NotUniqueError:
        return _winner(interview, candidate)
    log.info("resume_checked", interview_id=str(interview.id), status=interview.status)
    return interview


def _winner(loser: Interview, candidate: Account) -> Interview:
    stored = application(candidate=candidate, vacancy_id=loser.vacancy_id)
    if stored is None:  # stored by a parallel call, and deleted again since
        raise Conflict
    return stored
