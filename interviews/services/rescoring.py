"""Scoring stored interviews once more, to see what has changed. Nothing that was decided is touched."""

from collections.abc import Iterator
from dataclasses import dataclass

from bson import ObjectId
from mongoengine.queryset.queryset import QuerySet

from accounts.documents import Resume
from interviews import ai_client
from interviews.ai_messages import matching_message
from interviews.documents import Interview
from interviews.json_values import JsonObject
from interviews.selectors import resume_of
from interviews.staleness import scored_part
from vacancies.documents import Vacancy
from vacancies.selectors import vacancy_for_interview


@dataclass(frozen=True)
class Replay:
    """The score that is stored and the one of now; `causes` are what has changed since: `rubric`, `vacancy`, `resume`.

    A replay whose score differs without a cause shows an engine that does not answer the same twice.
    """

    interview_id: ObjectId
    stored: int | None
    fresh: int | None
    causes: frozenset[str]

    @property
    def differs(self) -> bool:
        return self.stored != self.fresh

    @property
    def is_stale(self) -> bool:
        """A new resume makes no score stale: it was given to the old one."""
        return bool(self.causes & {"rubric", "vacancy"})


def replays(*, vacancy_id: ObjectId | None = None) -> Iterator[Replay]:
    """Score again every interview, or those of one vacancy, in the order of their creation. One whose resume is gone is
    left out. Raises AiFailure."""
    for interview in _scored_interviews(vacancy_id):
        resume = resume_of(interview.user_id)
        if resume is not None and resume.text:
            yield _replay(interview, vacancy_for_interview(interview.vacancy_id), resume)


def mark_stale(replay: Replay) -> bool:
    """Store whether the score is stale; whether that is news. It is no change that an answer could race with, so the
    version stays."""
    of_another_mind = Interview.objects(id=replay.interview_id, stale=not replay.is_stale)
    return bool(of_another_mind.update_one(set__stale=replay.is_stale))


def _scored_interviews(vacancy_id: ObjectId | None) -> QuerySet:
    beginning = {"id__gt": ObjectId("0" * 24)}
    wanted = {"vacancy_id": vacancy_id} if vacancy_id else beginning
    fields = ("user_id", "vacancy_id", "language", "resume_score", "resume_analysis", "scored_vacancy", "scored_resume")
    return Interview.objects(**wanted).only(*fields).order_by("id")


def _replay(interview: Interview, vacancy: Vacancy, resume: Resume) -> Replay:
    message = matching_message(vacancy=vacancy, resume=resume, language=interview.language)
    match = ai_client.match_resume(message)
    return Replay(
        interview_id=interview.id,
        stored=interview.resume_score,
        fresh=match["total_score_percent"],
        causes=frozenset(_causes(interview, match, vacancy, resume)),
    )


def _causes(interview: Interview, match: JsonObject, vacancy: Vacancy, resume: Resume) -> Iterator[str]:
    if interview.resume_analysis.get("rubric_version") != match["rubric_version"]:
        yield "rubric"
    if interview.scored_vacancy != scored_part(vacancy):
        yield "vacancy"
    if interview.scored_resume != resume.sha256:
        yield "resume"
