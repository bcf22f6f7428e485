"""Puts the examples into the platform by the same services that serve its clients."""

from collections.abc import Iterator

from bson import ObjectId
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from accounts.documents import Account
from accounts.resumes import register_candidate
from accounts.selectors import account_by_email, is_email_taken
from companies.registration import register_company
from demo.candidates import ANNA, BORIS, CANDIDATES, Candidate
from demo.company import COMPANY, COOK_VACANCY, PYTHON_VACANCY, RECRUITER_EMAIL, VACANCIES
from demo.resumes import docx_resume, pdf_resume
from interviews.choices import Status
from interviews.documents import Interview
from interviews.selectors import application
from interviews.services.answering import Turn, take_turn
from interviews.services.applying import check_resume
from interviews.services.deciding import change_status
from vacancies.services import create_vacancy

PASSWORD = "a demo pass phrase"  # noqa: S105  (printed for whoever tries the examples)
Titles = dict[str, ObjectId]


def is_filled() -> bool:
    return is_email_taken(email=RECRUITER_EMAIL)


def fill() -> Iterator[str]:
    """Yields a sentence for each thing done."""
    recruiter = register_company(**COMPANY, email=RECRUITER_EMAIL, password=PASSWORD)
    yield f"company {COMPANY['company_name']}: {RECRUITER_EMAIL}"
    vacancies = {fields["title"]: create_vacancy(actor=recruiter, **fields).id for fields in VACANCIES}
    yield f"{len(vacancies)} vacancies"
    for candidate in CANDIDATES:
        with translation.override(candidate.language):
            interviews = _apply(candidate, vacancies)
        yield f"candidate {candidate.name} {candidate.surname}: {candidate.email} ({_told(interviews)})"
    _decide(recruiter, vacancies)
    yield f"everybody's password: {PASSWORD}"


def _apply(candidate: Candidate, vacancies: Titles) -> list[Interview]:
    account = register_candidate(
        email=candidate.email,
        password=PASSWORD,
        name=candidate.name,
        surname=candidate.surname,
        resume=_resume_file(candidate),
    )
    return [_apply_to(vacancies[title], candidate, account) for title in candidate.applies_to]


def _resume_file(candidate: Candidate) -> SimpleUploadedFile:
    write = pdf_resume if candidate.resume_name.endswith(".pdf") else docx_resume
    content = write(f"{candidate.name} {candidate.surname}", candidate.sections)
    return SimpleUploadedFile(candidate.resume_name, content)


def _apply_to(vacancy_id: ObjectId, candidate: Candidate, account: Account) -> Interview:
    interview = check_resume(actor=account, vacancy_id=vacancy_id, language=candidate.language)
    if interview.status == Status.ACTIVE and candidate.otherwise:
        return _interviewed(interview, candidate, account)
    return interview


def _interviewed(interview: Interview, candidate: Candidate, account: Account) -> Interview:
    turn = _say(candidate.introduction, interview, account)
    while turn.waiting:
        words = candidate.answers.get(turn.waiting.question, candidate.otherwise)
        turn = _say(words, turn.interview, account, turn.waiting.question)
    return turn.interview


def _say(words: str, interview: Interview, account: Account, question: str = "") -> Turn:
    return take_turn(
        actor=account,
        interview_id=interview.id,
        mlinterview_id=interview.mlinterview_id if question else "",
        question=question,
        answer_text=words,
        analysis=None,
    )


def _decide(recruiter: Account, vacancies: Titles) -> None:
    """One candidate is offered the job, another one is given a task, so that the histories have something in them."""
    decisions = [
        (ANNA, PYTHON_VACANCY, Status.OFFER, "Сильное собеседование"),
        (BORIS, COOK_VACANCY, Status.TEST_TASK, "Пробная смена"),
    ]
    for candidate, vacancy, status, reason in decisions:
        account = account_by_email(email=candidate.email)
        interview = account and application(candidate=account, vacancy_id=vacancies[vacancy["title"]])
        if interview:
            change_status(actor=recruiter, interview_id=interview.id, status=status, reason=reason)


def _told(interviews: list[Interview]) -> str:
    return ", ".join(f"{interview.resume_score}% {interview.status.value}" for interview in interviews)
