"""What AI-HR answers. The whole of a `ResumeMatch` is kept by the caller as the decision record."""

from typing import Any, Literal

from pydantic import BaseModel, Field

from ai_hr.schemas import Criteria, Evaluation, Flag, Language, Level, Quotation

Verdict = Literal["met", "not_found", "cannot_tell"]
EducationLevel = Literal["none", "secondary", "vocational", "bachelor", "master", "phd"]
EngineName = Literal["embedded", "llm"]
Recommendation = Literal["HIRE", "MAYBE", "REJECT"]


class RequirementEvidence(BaseModel):
    """`not_found` means that no evidence was found, never that the person lacks it."""

    skill: str
    required: bool
    verdict: Verdict
    confidence: float = Field(description="0 to 1: how sure the engine is of this verdict.")
    credit: float = Field(description="0 to 1: how much of the requirement counts; a part's share is their mean.")
    quotations: list[Quotation]


class ExperienceEvidence(BaseModel):
    """Months count overlapping periods once, both ends inclusive."""

    months: int
    lines: list[Quotation]
    verdict: Verdict
    as_of: str = Field(description="The month that `present` stood for.")


class EducationEvidence(BaseModel):
    level: EducationLevel
    lines: list[Quotation]
    verdict: Verdict


class SeniorityEvidence(BaseModel):
    """How the titles and the years stand to the vacancy's grade; shown, never scored."""

    level: Literal["junior", "middle", "senior", "lead"] | None
    lines: list[Quotation]
    verdict: Verdict


class Part(BaseModel):
    """`points = 100 * weight * share`; weights of the parts a vacancy asks for add up to one."""

    weight: float
    share: float
    points: float


class Cap(BaseModel):
    limit: int
    reason: str


class Parts(BaseModel):
    required: Part
    optional: Part
    experience: Part
    education: Part
    cap: Cap | None


class Disagreement(BaseModel):
    """Where the two engines read the same resume differently."""

    skill: str
    embedded: Verdict
    llm: Verdict


class Usage(BaseModel):
    prompt_tokens: int
    completion_tokens: int
    cost: float | None = Field(description="As the provider states it; null where it states none.")


class EngineRecord(BaseModel):
    engine: EngineName
    model: str
    prompt_hash: str | None
    fallback_reason: str | None = Field(description="Why the LLM did not answer, where one is configured.")
    usage: Usage | None
    rubric_version: str
    input_hash: str
    duration_ms: int


class ResumeMatch(EngineRecord):
    verdict: Literal["scored", "cannot_tell"]
    total_score_percent: int | None
    closeness: float = Field(
        description="0 to 1: how near the resume as a whole comes to the vacancy. Orders equal scores, enters none."
    )
    requirements: list[RequirementEvidence]
    experience: ExperienceEvidence
    education: EducationEvidence
    seniority: SeniorityEvidence
    parts: Parts
    flags: list[Flag]
    reasons: list[str] = Field(description="For the candidate, in the language asked for.")
    reasons_by_language: dict[Language, list[str]] = Field(description="The same in every language there is.")
    summary: str
    quality: dict[str, Any]
    disagreements: list[Disagreement]


class NextQuestion(BaseModel):
    text: str
    question_id: str | None
    topic: str
    level: Level
    kind: Literal["question"] = "question"


class InterviewStep(BaseModel):
    status: Literal["waiting_for_answer", "completed"]
    evaluation: Evaluation | None
    question: NextQuestion | None
    engine: EngineName
    model: str
    duration_ms: int


class InterviewReport(EngineRecord):
    interview_score: int
    recommendation: Recommendation
    criteria: Criteria
    strengths: list[str]
    weaknesses: list[str]
    contradictions: list[str]
    ask_next: list[str]
    summary: str
    text: str
    candidate_feedback: str
    flags: list[Flag]
