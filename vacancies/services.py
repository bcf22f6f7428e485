"""Every write to vacancies. A vacancy belongs to the company of the account that acts: another's is not found."""

from collections.abc import Iterable, Sequence
from typing import Any, TypedDict, Unpack

import structlog
from bson import ObjectId
from django.utils.translation import gettext_lazy as _
from mongoengine.errors import SaveConditionError

from accounts.documents import Account
from hiring_platform.documents import now
from hiring_platform.errors import Conflict, Invalid, NotFound
from vacancies.choices import BelowThreshold, Grade
from vacancies.documents import Question, Screening, ScreeningWeights, Vacancy
from vacancies.question_bank import QuestionDraft, renewed_bank
from vacancies.search import searchable
from vacancies.selectors import bank_owned_by

_SKILLS = {"required_skills", "optional_skills"}
_AS_SENT = {
    "title", "grade", "work_field", "min_experience", "max_experience", "description", "work_address",
}  # fmt: skip
log = structlog.get_logger(__name__)


class ScreeningFields(TypedDict, total=False):
    """`threshold` in percent; `weights` stand in for the rubric's own, and None gives those back."""

    threshold: int
    below_threshold: BelowThreshold
    weights: dict[str, float] | None


class VacancyFields(TypedDict, total=False):
    """What a company says of a vacancy. Experience is in years."""

    title: str
    grade: Grade
    work_field: str
    required_skills: Sequence[str]
    optional_skills: Sequence[str]
    min_experience: float
    max_experience: float
    description: str
    work_address: str
    questions: Sequence[QuestionDraft]
    screening: ScreeningFields


def create_vacancy(*, actor: Account, **fields: Unpack[VacancyFields]) -> Vacancy:
    """Post a vacancy of the actor's company; the fields that a Vacancy requires must be there.

    Raises Invalid (`experience_range`, `no_weight`).
    """
    vacancy = Vacancy(company_id=actor.company_id)
    _set(vacancy, fields)
    vacancy.save(force_insert=True)
    log.info("vacancy_created", vacancy_id=str(vacancy.id), actor_id=str(actor.id))
    return vacancy


def update_vacancy(*, actor: Account, vacancy_id: ObjectId, **fields: Unpack[VacancyFields]) -> Vacancy:
    """Change the fields that are given; the rest stays, also inside `screening`. Returns the vacancy as it is now.

    Raises NotFound, Invalid (`experience_range`, `no_weight`) and Conflict (`changed_meanwhile`).
    """
    vacancy = bank_owned_by(account=actor, vacancy_id=vacancy_id)
    _set(vacancy, fields)
    _save_as_next_version(vacancy)
    log.info("vacancy_updated", vacancy_id=str(vacancy_id), actor_id=str(actor.id), fields=sorted(fields))
    return vacancy


def replace_questions(*, actor: Account, vacancy_id: ObjectId, questions: Sequence[QuestionDraft]) -> list[Question]:
    """Give a vacancy the question bank `questions` and return it; `renewed_bank` says whose ids stay.

    Raises NotFound and Conflict (`changed_meanwhile`).
    """
    return list(update_vacancy(actor=actor, vacancy_id=vacancy_id, questions=questions).questions)


def delete_vacancy(*, actor: Account, vacancy_id: ObjectId) -> None:
    """Hide a vacancy for good, whatever else is being done to it. Its row stays for the interviews and the candidates'
    histories. Raises NotFound."""
    deleted = Vacancy.objects(id=vacancy_id, company_id=actor.company_id, deleted_at=None).update_one(
        set__deleted_at=now(), inc__version=1
    )
    if not deleted:
        raise NotFound
    log.info("vacancy_deleted", vacancy_id=str(vacancy_id), actor_id=str(actor.id))


def _save_as_next_version(vacancy: Vacancy) -> None:
    """Write what has changed, unless somebody else has written since the vacancy was read."""
    read = {"version": vacancy.version, "deleted_at": None}
    vacancy.version += 1
    vacancy.updated_at = now()
    try:
        vacancy.save(save_condition=read)
    except SaveConditionError:
        raise Conflict(
            _("Somebody else has just changed this vacancy. Reload it and try again."), code="changed_meanwhile"
        ) from None


def _set(vacancy: Vacancy, fields: VacancyFields) -> None:
    """Set the fields, hold them against the rules and against what stands already, renew what is searched."""
    values: dict[str, Any] = dict(fields)
    for name in _AS_SENT & values.keys():
        setattr(vacancy, name, values[name])
    for name in _SKILLS & values.keys():
        setattr(vacancy, name, _distinct(values[name]))
    if "questions" in values:
        vacancy.questions = renewed_bank(vacancy.questions, values["questions"])
    if "screening" in values:
        _set_screening(vacancy.screening, values["screening"])
    _check_experience(vacancy)
    _renew_search_keys(vacancy)


def _distinct(skills: Iterable[str]) -> list[str]:
    """Each skill once, as it was written first, whatever its letter case and spaces."""
    kept: dict[str, str] = {}
    for skill in skills:
        kept.setdefault(" ".join(skill.casefold().split()), skill)
    return list(kept.values())


def _set_screening(screening: Screening, values: dict[str, Any]) -> None:
    for name in {"threshold", "below_threshold"} & values.keys():
        setattr(screening, name, values[name])
    if "weights" in values:
        screening.weights = _weights(values["weights"])


def _weights(shares: dict[str, float] | None) -> ScreeningWeights | None:
    if not shares:
        return None
    if len(shares) == len(ScreeningWeights._fields) and not any(shares.values()):
        raise Invalid(_("At least one of the weights must be above zero."), code="no_weight", field="screening.weights")
    return ScreeningWeights(**shares)


def _check_experience(vacancy: Vacancy) -> None:
    if vacancy.min_experience > vacancy.max_experience:
        raise Invalid(
            _("The least experience cannot exceed the most."), code="experience_range", field="max_experience"
        )


def _renew_search_keys(vacancy: Vacancy) -> None:
    keys = searchable(
        title=vacancy.title,
        description=vacancy.description,
        work_field=vacancy.work_field,
        required_skills=vacancy.required_skills,
        optional_skills=vacancy.optional_skills,
    )
    for name, value in keys.items():
        setattr(vacancy, name, value)
