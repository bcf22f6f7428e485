"""Examples for the schema."""

from drf_spectacular.utils import OpenApiExample

from hiring_platform.api.schema import example

_VACANCY_ID = "65f1c0ffee65f1c0ffee0001"
_INTERVIEW_ID = "65f1c0ffee65f1c0ffee0002"
_SESSION = "0b8f5d2c7a4e4f0a9d1c3b5a7e9f1d2c"
_QUESTION = "How does a generator differ from a list?"
_ANSWER = "A generator makes its items one at a time, when they are asked for."

CHECK_RESUME: list[OpenApiExample] = [
    example("A vacancy", {"vacancy_id": _VACANCY_ID}),
    example(
        "The resume fits",
        {
            "success": True,
            "resume_score": 74,
            "can_proceed": True,
            "status": "active",
            "message": "Your resume fits this vacancy. You can begin the interview.",
            "reasons": ["We found no evidence of Docker in your resume."],
            "interview_id": _INTERVIEW_ID,
        },
        status=200,
    ),
]

CONVERT_RESUME: list[OpenApiExample] = [
    example("A vacancy", {"vacancy_id": _VACANCY_ID}),
    example("Ready", {"interview_id": _INTERVIEW_ID, "message": "The interview is ready. You can begin."}, status=200),
]

ANSWER: list[OpenApiExample] = [
    example(
        "The beginning, with an introduction",
        {
            "interview_id": _INTERVIEW_ID,
            "mlinterview_id": "",
            "question": "",
            "answer_text": "I have written Python for five years.",
            "analysis": None,
        },
    ),
    example(
        "An answer",
        {
            "interview_id": _INTERVIEW_ID,
            "mlinterview_id": _SESSION,
            "question": _QUESTION,
            "answer_text": _ANSWER,
            "analysis": {"tags": ["calm"], "scores": {"confidence": 0.8}, "overall_score": 0.8},
        },
    ),
    example(
        "The next question",
        {
            "interview_id": _INTERVIEW_ID,
            "mlinterview_id": _SESSION,
            "question": "When would you rather have the list?",
            "current_question": "When would you rather have the list?",
            "status": "waiting_for_answer",
            "answer_text": _ANSWER,
            "voice_analysis": None,
            "message": "Your answer is kept. Here is the next question.",
            "recommendation": None,
            "report": None,
        },
        status=201,
    ),
]

DECISION: list[OpenApiExample] = [example("An offer", {"status": "offer", "reason": "The strongest of the finalists."})]
NAMED_DECISION: list[OpenApiExample] = [
    example("A test task", {"interview_id": _INTERVIEW_ID, "status": "test_task"}),
]

APPEAL: list[OpenApiExample] = [example("An appeal", {"text": "The resume names Docker under “Projects”."})]
