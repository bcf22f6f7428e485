"""What a caller sends. Bounds here keep every call's time bounded; unknown fields are ignored.

None is below what the platform lets a company or a candidate write: what was accepted there must be understood here.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from ai_hr.quality import Place, known_quality

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Grade = Literal["junior", "middle", "senior", "lead"]
Level = Literal["opening", "hint", "same", "deeper"]

MAX_RESUME_CHARS = 2_500_000
MAX_SKILLS = 500
MAX_QUESTIONS = 500
MAX_TURNS = 50

Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
Question = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5000)]
Long = Annotated[str, StringConstraints(max_length=50_000)]


def _nothing_is_empty(value: Any) -> Any:
    return "" if value is None else value


def _nothing_is_no_items(value: Any) -> Any:
    return [] if value is None else value


OptionalShort = Annotated[Short, BeforeValidator(_nothing_is_empty)]
OptionalLong = Annotated[Long, BeforeValidator(_nothing_is_empty)]
Phrases = Annotated[list[Short], BeforeValidator(_nothing_is_no_items), Field(max_length=MAX_SKILLS)]
Remarks = Annotated[list[Question], BeforeValidator(_nothing_is_no_items), Field(max_length=MAX_QUESTIONS)]


class Message(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class AnswerKey(Message):
    """What the company expects to hear. It never leaves for a candidate."""

    expected_answer: OptionalLong = ""
    junior_level: OptionalLong = ""
    middle_level: OptionalLong = ""
    senior_level: OptionalLong = ""
    red_flags: Remarks = []
    follow_up_questions: Remarks = []


class BankQuestion(Message):
    id: OptionalShort = ""
    section: OptionalShort = ""
    question: Annotated[Question, Field(min_length=1)]
    grade: Grade | None = None
    answers: AnswerKey | None = None


class Vacancy(Message):
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
    description: OptionalLong = ""
    grade: Grade | None = None
    work_field: OptionalShort = ""
    required_skills: Phrases = []
    optional_skills: Phrases = []
    min_experience: Annotated[float, Field(ge=0, le=80)] | None = Field(default=None, description="Years.")
    max_experience: Annotated[float, Field(ge=0, le=80)] | None = Field(default=None, description="Years.")
    questions: Annotated[
        list[BankQuestion], BeforeValidator(_nothing_is_no_items), Field(max_length=MAX_QUESTIONS)
    ] = []


class Resume(Message):
    text: Annotated[str, StringConstraints(max_length=MAX_RESUME_CHARS), BeforeValidator(_nothing_is_empty)] = ""
    quality: Annotated[dict[str, Any] | None, BeforeValidator(known_quality)] = Field(
        default=None,
        description="What extraction recorded; `hidden: [{start, end, reason}]` are spans no reader of the page sees.",
    )


class Weights(Message):
    required: Annotated[float, Field(ge=0, le=1000)] = 0.50
    optional: Annotated[float, Field(ge=0, le=1000)] = 0.15
    experience: Annotated[float, Field(ge=0, le=1000)] = 0.25
    education: Annotated[float, Field(ge=0, le=1000)] = 0.10


class Screening(Message):
    weights: Weights | None = None


class ResumeMatchRequest(Message):
    vacancy: Vacancy
    resume: Resume
    screening: Screening | None = None
    language: Language = "ru"
    as_of: Annotated[str, StringConstraints(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$")] | None = Field(
        default=None, description="The month `present` means, YYYY-MM; today's when absent. The record keeps it."
    )


class Criteria(Message):
    """Six criteria, each 0 to 10."""

    technical_accuracy: Annotated[int, Field(ge=0, le=10)] = 0
    depth_of_knowledge: Annotated[int, Field(ge=0, le=10)] = 0
    practical_experience: Annotated[int, Field(ge=0, le=10)] = 0
    communication_clarity: Annotated[int, Field(ge=0, le=10)] = 0
    problem_solving_approach: Annotated[int, Field(ge=0, le=10)] = 0
    examples_and_use_cases: Annotated[int, Field(ge=0, le=10)] = 0


class Quotation(Message):
    """Verbatim: `source[start:end] == text`, in Python string indices."""

    text: str
    start: Place
    end: Place


class Flag(Message):
    code: str
    detail: str = ""


class Evaluation(Message):
    score_percent: Annotated[int, Field(ge=0, le=100)]
    criteria: Criteria
    quotations: list[Quotation] = []
    flags: list[Flag] = []
    engine: str = "embedded"
    model: str = ""
    rubric_version: str = ""
    prompt_hash: str | None = None
    fallback_reason: str | None = None


class Turn(Message):
    """One question with the answer given to it."""

    id: OptionalShort = ""
    kind: Literal["introduction", "question"] = "question"
    question: OptionalLong = ""
    question_id: Short | None = None
    topic: Short | None = None
    level: Level | None = None
    answer_text: OptionalLong = ""
    evaluation: Evaluation | None = None


class InterviewRequest(Message):
    vacancy: Vacancy
    resume: Resume = Resume()
    language: Language = "ru"
    transcript: Annotated[list[Turn], BeforeValidator(_nothing_is_no_items), Field(max_length=MAX_TURNS)] = []
