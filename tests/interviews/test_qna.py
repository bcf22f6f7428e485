"""GET /interviews/{id}/qna: each answer under its question; the AI's judgement for the company only."""

from datetime import UTC, datetime
from typing import Any

import pytest
from bson import ObjectId
from rest_framework.test import APIClient

from interviews.documents import Entry, Interview, StatusChange
from tests.factories import make_interview
from tests.interviews.canned_ai import EVALUATION, REPORT
from tests.interviews.conftest import Cast

MOMENT = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)
VOICE = {"tags": ["calm"], "overall_score": 0.5}


@pytest.fixture
def interview(cast: Cast) -> Interview:
    entries = [
        Entry(
            kind="introduction", question="О себе", answer_text="Я повар", status="answered",
            voice_analysis=VOICE, created_at=MOMENT,
        ),
        Entry(
            question="Что такое GIL?", question_id="q1", answer_text="Замок", status="received",
            evaluation=EVALUATION, created_at=MOMENT,
        ),
        Entry(question="А зачем он?", created_at=MOMENT),
    ]  # fmt: skip
    return make_interview(
        candidate=cast.candidate_account,
        vacancy=cast.vacancy,
        mlinterview_id="session",
        entries=entries,
        interview_score=83,
        recommendation="HIRE",
        interview_analysis=REPORT["text"],
        interview_report=REPORT,
        candidate_feedback=REPORT["candidate_feedback"],
        status_history=[
            StatusChange(status="active", actor_id=cast.candidate_account.id, actor_role="user", updated_at=MOMENT)
        ],
    )


def read(client: APIClient, interview: Interview) -> Any:
    return client.get(f"/interviews/{interview.id}/qna")


def row(interview: Interview, place: int, **values: Any) -> dict[str, Any]:
    return {
        "_id": str(interview.entries[place].entry_id),
        "interview_id": str(interview.id),
        "mlinterview_id": "session",
        "answer_text": "",
        "recommendation": None,
        "voice_analysis": None,
        "created_at": "2026-11-24T06:30:00Z",
        **values,
    }


def test_the_candidate_reads_questions_and_answers_in_order(cast: Cast, interview: Interview) -> None:
    response = read(cast.candidate, interview)
    assert (response.status_code, response.json()) == (
        200,
        {
            "interview_id": str(interview.id),
            "qna": [
                row(interview, 0, question="О себе", answer_text="Я повар", status="answered", voice_analysis=VOICE),
                row(interview, 1, question="Что такое GIL?", answer_text="Замок", status="answered"),
                row(interview, 2, question="А зачем он?", status="waiting_for_answer"),
            ],
        },
    )


@pytest.mark.parametrize("reader", ["company", "colleague"])
def test_the_company_reads_the_judgement_too(cast: Cast, interview: Interview, reader: str) -> None:
    body = read(getattr(cast, reader), interview).json()
    judged = {"recommendation": "HIRE", "evaluation": None}
    assert body == {
        "interview_id": str(interview.id),
        "qna": [
            row(interview, 0, question="О себе", answer_text="Я повар", status="answered", voice_analysis=VOICE)
            | judged,
            row(interview, 1, question="Что такое GIL?", answer_text="Замок", status="answered")
            | {"recommendation": "HIRE", "evaluation": EVALUATION},
            row(interview, 2, question="А зачем он?", status="waiting_for_answer") | judged,
        ],
        "recommendation": "HIRE",
        "report": REPORT["text"],
        "interview_report": REPORT,
        "interview_score": 83,
        "status_history": [
            {
                "_id": str(interview.status_history[0].change_id),
                "from_status": None,
                "status": "active",
                "actor_id": str(cast.candidate_account.id),
                "actor_role": "user",
                "reason": "",
                "updated_at": "2026-11-24T06:30:00Z",
            }
        ],
    }


def test_strangers_do_not_learn_that_it_exists(cast: Cast, interview: Interview, anonymous: APIClient) -> None:
    clients = (cast.stranger, cast.rival, anonymous)
    assert [read(client, interview).status_code for client in clients] == [404, 404, 401]
    unknown = read(cast.stranger, Interview(id=ObjectId())).json()
    hidden = read(cast.stranger, interview).json()
    assert unknown | {"instance": ""} == hidden | {"instance": ""}


def test_a_malformed_id_is_404(cast: Cast) -> None:
    assert cast.candidate.get("/interviews/nonsense/qna").status_code == 404
