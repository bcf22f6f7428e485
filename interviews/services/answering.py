"""A candidate's turns in an interview: its beginning, and each answer.

Every call may be repeated: words are stored once and answered the same. They are stored before the AI is asked.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from bson import ObjectId
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.documents import Account
from hiring_platform.documents import now
from hiring_platform.errors import Conflict
from interviews.atomic import again_after_a_lost_race, write
from interviews.choices import EntryKind, EntryStatus
from interviews.documents import Entry, Interview
from interviews.json_values import JsonObject
from interviews.selectors import interview_visible_to
from interviews.services.conversation import carry_on, require_active


@dataclass(frozen=True)
class Words:
    """What the candidate said, to which question, and how it sounded."""

    question: str
    text: str
    analysis: JsonObject | None


@dataclass(frozen=True)
class Turn:
    """What a call has come to: the entry that holds its words, if it brought any, and the question that follows;
    none follows the last answer."""

    interview: Interview
    answered: Entry | None
    waiting: Entry | None


def take_turn(
    *,
    actor: Account,
    interview_id: ObjectId,
    mlinterview_id: str,
    question: str,
    answer_text: str,
    analysis: JsonObject | None,
) -> Turn:
    """An empty `mlinterview_id` begins the interview or returns to it; with one, the call brings an answer."""
    words = Words(question, answer_text, analysis)
    if not mlinterview_id:
        return start_interview(actor=actor, interview_id=interview_id, introduction=words)
    return answer_question(actor=actor, interview_id=interview_id, mlinterview_id=mlinterview_id, words=words)


@again_after_a_lost_race
def start_interview(*, actor: Account, interview_id: ObjectId, introduction: Words) -> Turn:
    """Begin the interview, or return to the question that is waiting in it.

    An introduction with text in it is kept once, under its question or, without one, under the platform's own.

    Raises NotFound, Conflict (`interview_not_active`), AiFailure.
    """
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    if not interview.is_finished:
        require_active(interview)
        interview = carry_on(_opened(interview, introduction), candidate=actor)
    introductions = (entry for entry in interview.entries if entry.kind == EntryKind.INTRODUCTION)
    questions = (entry for entry in interview.entries if entry.status == EntryStatus.WAITING)
    return Turn(interview=interview, answered=next(introductions, None), waiting=next(questions, None))


@again_after_a_lost_race
def answer_question(*, actor: Account, interview_id: ObjectId, mlinterview_id: str, words: Words) -> Turn:
    """Keep the answer under the question it answers, then have it evaluated and the next question asked.

    Raises NotFound, Conflict (`wrong_session`, `question_not_waiting`, `already_answered`, `interview_not_active`),
    AiFailure once the answer is safe.
    """
    interview = interview_visible_to(account=actor, interview_id=interview_id)
    _require_session(interview, mlinterview_id)
    place = _place_of(words.question, interview)
    if interview.entries[place].status == EntryStatus.WAITING:
        interview = _with_answer(interview, place, words)
    _require_same(interview.entries[place], words)
    if interview.entries[place].status == EntryStatus.RECEIVED:
        interview = carry_on(interview, candidate=actor)
    following = interview.entries[place + 1 : place + 2]
    return Turn(interview=interview, answered=interview.entries[place], waiting=following[0] if following else None)


def _opened(interview: Interview, introduction: Words) -> Interview:
    """The interview with a session, and with the introduction unless something has been said already."""
    unsaid = all(entry.status == EntryStatus.WAITING for entry in interview.entries)
    if interview.mlinterview_id and not (introduction.text and unsaid):
        return interview
    session = interview.mlinterview_id or uuid.uuid4().hex
    entries = [*_introduced(introduction, asked=bool(interview.entries)), *interview.entries]
    return write(interview, set__mlinterview_id=session, set__entries=entries)


def _introduced(introduction: Words, *, asked: bool) -> list[Entry]:
    """One that comes when the first question has been `asked` already needs no step of the AI's any more."""
    if not introduction.text:
        return []
    question = introduction.question or _("Tell us about yourself and your experience.")
    entry = _received(Entry(kind=EntryKind.INTRODUCTION, question=question), introduction)
    entry.status = EntryStatus.ANSWERED if asked else EntryStatus.RECEIVED
    return [entry]


def _with_answer(interview: Interview, place: int, words: Words) -> Interview:
    require_active(interview)
    _received(interview.entries[place], words)
    return write(interview, set__entries=interview.entries)


def _received(entry: Entry, words: Words) -> Entry:
    entry.answer_text = words.text
    entry.voice_analysis = words.analysis
    entry.status = EntryStatus.RECEIVED
    entry.answered_at = now()
    return entry


def _require_session(interview: Interview, mlinterview_id: str) -> None:
    if mlinterview_id != interview.mlinterview_id:
        raise Conflict(
            gettext_lazy("This is not the current session of the interview. Open the interview again."),
            code="wrong_session",
        )


def _require_same(entry: Entry, words: Words) -> None:
    if entry.answer_text != words.text:
        raise Conflict(gettext_lazy("This question has been answered already."), code="already_answered")


def _place_of(question: str, interview: Interview) -> int:
    """Where in the interview the question stands: the latest place, should the AI have repeated itself."""
    wanted = _normal(question)
    for place, entry in _latest_first(interview):
        if _normal(entry.question) == wanted:
            return place
    raise Conflict(
        gettext_lazy("This question is not waiting for an answer. Open the interview again."),
        code="question_not_waiting",
    )


def _latest_first(interview: Interview) -> Iterator[tuple[int, Entry]]:
    return reversed(list(enumerate(interview.entries)))


def _normal(text: str) -> str:
    """A question as it is compared: clients may have wrapped or trimmed it."""
    return " ".join(text.split()).casefold()
