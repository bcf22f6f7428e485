"""The questions of a vacancy. Editing the bank must not cut the answers already given from their questions."""

from collections.abc import Sequence
from typing import Any, NotRequired, TypedDict

from bson import ObjectId

from vacancies.documents import AnswerKey, Question


class QuestionDraft(TypedDict):
    """A question as it is sent; without `question_id` it is recognised by its text."""

    question: str
    question_id: NotRequired[ObjectId]
    section: NotRequired[str]
    grade: NotRequired[str]
    answers: NotRequired[dict[str, Any] | None]


def renewed_bank(bank: Sequence[Question], drafts: Sequence[QuestionDraft]) -> list[Question]:
    """The bank that `drafts` make, in their order; nothing else of the old one stays.

    A question that was there keeps its id: the same one when its id is sent, else the one with the same text. An id
    that is not of this bank, as in questions taken from another vacancy, counts as none.
    """
    ids_by_text = {_comparable(question.question): question.question_id for question in bank}
    free_ids = {question.question_id for question in bank}
    claimed = [_claim(free_ids, draft.get("question_id")) for draft in drafts]
    return [
        _question(draft, question_id or _claim(free_ids, ids_by_text.get(_comparable(draft["question"]))) or ObjectId())
        for draft, question_id in zip(drafts, claimed, strict=True)
    ]


def _claim(free_ids: set[ObjectId], question_id: ObjectId | None) -> ObjectId | None:
    """`question_id`, once: what is sent twice is two questions."""
    if question_id not in free_ids:
        return None
    free_ids.discard(question_id)
    return question_id


def _comparable(text: str) -> str:
    return " ".join(text.casefold().split())


def _question(draft: QuestionDraft, question_id: ObjectId) -> Question:
    answers = draft.get("answers")
    return Question(
        question_id=question_id,
        section=draft.get("section", ""),
        question=draft["question"],
        grade=draft.get("grade", ""),
        answers=AnswerKey(**answers) if answers else None,
    )
