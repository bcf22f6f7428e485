"""A candidate's side of an interview with the canned AI, call by call."""

from typing import Any

from rest_framework.test import APIClient

from interviews.documents import Interview

ANALYSIS = {
    "tags": ["спокойно"],
    "scores": {"confidence": 0.8, "stress_resistance": 0.5, "communication": 1, "energy": 0},
    "overall_score": 0.7,
}


def say(client: APIClient, interview: Interview, text: str = "", **body: Any) -> Any:
    values = {"interview_id": str(interview.id), "mlinterview_id": "", "question": "", "answer_text": text}
    return client.post("/interviews/answer", values | body)


def begin(client: APIClient, interview: Interview) -> str:
    session: str = say(client, interview).json()["mlinterview_id"]
    return session


def stored(interview: Interview) -> Interview:
    found: Interview = Interview.objects.get(id=interview.id)
    return found


def entries(interview: Interview) -> list[tuple[str, str, str]]:
    return [(entry.question, entry.answer_text, entry.status) for entry in stored(interview).entries]


def finish(client: APIClient, interview: Interview) -> Any:
    session = begin(client, interview)
    say(client, interview, "Раз", mlinterview_id=session, question="Вопрос 1?")
    return say(client, interview, "Два", mlinterview_id=session, question="Вопрос 2?")
