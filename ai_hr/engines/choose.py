"""Which engine answers: the LLM where one is configured and well, else the embedded one; the record says which and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from ai_hr.engines import embedded
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.requirements import Requirement
from ai_hr.evidence.skills import Finding
from ai_hr.interview.evaluation import evaluate as embedded_evaluation
from ai_hr.records import Disagreement, Usage
from ai_hr.schemas import Evaluation, Turn, Vacancy


@dataclass(frozen=True, slots=True)
class Found:
    findings: list[Finding]
    engine: Literal["embedded", "llm"] = "embedded"
    model: str = embedded.MODEL
    prompt_hash: str | None = None
    fallback_reason: str | None = None
    usage: Usage | None = None
    disagreements: list[Disagreement] = field(default_factory=list)

    @classmethod
    def nothing(cls, number: int) -> "Found":
        """For a text that cannot be read: no engine is asked."""
        return cls([Finding(met=False, confidence=0.0, spans=(), strength=0.0)] * number)


@dataclass(frozen=True, slots=True)
class Engines:
    @property
    def embedded_model(self) -> str:
        return embedded.MODEL

    def active(self) -> list[str]:
        return ["embedded"]

    def state(self) -> dict[str, Any]:
        return {"embedded": {"model": embedded.MODEL}}

    def evaluate(self, turn: Turn, vacancy: Vacancy) -> Evaluation:
        return embedded_evaluation(turn, vacancy)

    def find_requirements(self, reading: Reading, requirements: Sequence[Requirement]) -> Found:
        skills = [requirement.skill for requirement in requirements]
        return Found(embedded.find_requirements(reading, skills))
