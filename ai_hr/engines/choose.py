"""Which engine answers: the LLM where one is set up and well, else the embedded one; the record says which and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import structlog

from ai_hr.engines import embedded, llm
from ai_hr.engines.provider import Provider, ProviderFailed
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.requirements import Requirement
from ai_hr.evidence.skills import Finding
from ai_hr.interview import evaluation
from ai_hr.interview.questions import bank_question
from ai_hr.records import Disagreement, EngineName, Usage, Verdict
from ai_hr.schemas import Evaluation, Turn, Vacancy
from ai_hr.settings import LlmSettings

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """Findings in the order of the requirements, and who made them."""

    findings: list[Finding]
    engine: EngineName = "embedded"
    model: str = embedded.MODEL
    prompt_hash: str | None = None
    fallback_reason: str | None = None
    usage: Usage | None = None
    disagreements: list[Disagreement] = field(default_factory=list)

    @classmethod
    def nothing(cls, number: int) -> "Found":
        """For a text that cannot be read: no engine is asked."""
        return cls([Finding(met=False, confidence=0.0, spans=())] * number)


class Engines:
    """The embedded engine always; beside it a provider, where a key is set."""

    embedded_model = embedded.MODEL

    def __init__(self, settings: LlmSettings) -> None:
        self._provider = Provider(settings) if settings.configured else None

    def active(self) -> list[EngineName]:
        """In the order they are asked."""
        usable = self._provider is not None and self._provider.circuit.state != "open"
        return ["llm", "embedded"] if usable else ["embedded"]

    def state(self) -> dict[str, Any]:
        provider = self._provider
        return {
            "embedded": {"model": embedded.MODEL},
            "llm": {
                "configured": provider is not None,
                "model": provider.model if provider else None,
                "circuit": provider.circuit.state if provider else "closed",
            },
        }

    def find_requirements(self, reading: Reading, requirements: Sequence[Requirement]) -> Found:
        skills = [requirement.skill for requirement in requirements]
        own = Found(embedded.find_requirements(reading, skills))
        if self._provider is None:
            return own
        try:
            findings, usage = llm.find_requirements(self._provider, reading, skills, own.findings)
        except ProviderFailed as failure:
            log.warning("llm_failed", call="requirements", reason=failure.reason)
            return replace(own, fallback_reason=failure.reason)
        return Found(
            findings,
            engine="llm",
            model=self._provider.model,
            prompt_hash=llm.REQUIREMENTS.hash,
            usage=usage,
            disagreements=_disagreements(skills, own.findings, findings),
        )

    def evaluate(self, turn: Turn, vacancy: Vacancy, earlier: Sequence[str] = ()) -> Evaluation:
        """Rules see what an answer copies, denies or leaves out; the model, where there is one, gives the marks."""
        own = evaluation.evaluate(turn, vacancy, earlier)
        if self._provider is None or not evaluation.worth_reading(own):
            return own
        known = bank_question(vacancy, turn)
        try:
            criteria, spans, flags, _ = llm.evaluate(
                self._provider, evaluation.shown_to_model(turn), known.answers if known else None, vacancy.grade
            )
        except ProviderFailed as failure:
            log.warning("llm_failed", call="answer", reason=failure.reason)
            return own.model_copy(update={"fallback_reason": failure.reason})
        judged = evaluation.combined(own, criteria, spans, flags)
        return judged.model_copy(
            update={"engine": "llm", "model": self._provider.model, "prompt_hash": llm.ANSWER.hash}
        )


def _disagreements(skills: Sequence[str], own: Sequence[Finding], other: Sequence[Finding]) -> list[Disagreement]:
    return [
        Disagreement(skill=skill, embedded=_verdict(mine), llm=_verdict(theirs))
        for skill, mine, theirs in zip(skills, own, other, strict=True)
        if mine.met != theirs.met
    ]


def _verdict(finding: Finding) -> Verdict:
    return "met" if finding.met else "not_found"
