"""A resume against a vacancy: evidence from an engine, the score from the rubric, the record of both."""

import time
from datetime import UTC, datetime

from ai_hr import rubric, wording
from ai_hr.engines.choose import Engines, Found
from ai_hr.evidence import education, experience, seniority
from ai_hr.evidence.dates import month_number
from ai_hr.evidence.ranks import met_by_rank
from ai_hr.evidence.reading import Reading, read
from ai_hr.evidence.requirements import Requirement, met_by_rule, requirements_of
from ai_hr.hashing import input_hash
from ai_hr.judged import Judged
from ai_hr.records import (
    EducationEvidence,
    ExperienceEvidence,
    RequirementEvidence,
    ResumeMatch,
    SeniorityEvidence,
    Verdict,
)
from ai_hr.schemas import ResumeMatchRequest, Weights


def match_resume(request: ResumeMatchRequest, engines: Engines) -> ResumeMatch:
    started = time.perf_counter()
    as_of = request.as_of or datetime.now(UTC).strftime("%Y-%m")
    reading = read(request.resume, request.vacancy, request.language)
    requirements = requirements_of(request.vacancy)
    found = Found.nothing(len(requirements)) if reading.unreadable else engines.find_requirements(reading, requirements)
    judged = _judge(request, reading, requirements, found, as_of)
    score = rubric.score(judged.shares, (request.screening and request.screening.weights) or Weights())
    return ResumeMatch(
        verdict="scored" if judged.readable else "cannot_tell",
        total_score_percent=score.percent if judged.readable else None,
        requirements=_requirements(judged),
        experience=_experience(judged),
        education=_education(judged),
        seniority=_seniority(judged),
        closeness=reading.closeness if judged.readable else 0.0,
        parts=wording.parts(score, request.language),
        flags=reading.flags,
        reasons=wording.reasons(judged, request.language),
        reasons_by_language=wording.reasons_by_language(judged),
        summary=wording.summary(judged, score, request.language),
        quality={
            **(request.resume.quality or {}),
            "language": reading.language,
            "unreadable": reading.unreadable or None,
        },
        engine=found.engine,
        model=found.model,
        prompt_hash=found.prompt_hash,
        fallback_reason=found.fallback_reason,
        usage=found.usage,
        disagreements=found.disagreements,
        rubric_version=rubric.VERSION,
        input_hash=input_hash(request, as_of),
        duration_ms=round((time.perf_counter() - started) * 1000),
    )


def _judge(
    request: ResumeMatchRequest, reading: Reading, requirements: list[Requirement], found: Found, as_of: str
) -> Judged:
    year, month = map(int, as_of.split("-"))
    now = month_number(year, month)
    worked = experience.worked(reading.text, reading.sections, as_of=now)
    educated = education.educated(reading.text, reading.sections, as_of=now)
    findings = [
        met_by_rule(requirement.skill, worked, educated) or met_by_rank(requirement.skill, reading.affirmed) or finding
        for requirement, finding in zip(requirements, found.findings, strict=True)
    ]
    return Judged(request.vacancy, request.resume.text, reading, requirements, findings, worked, educated, as_of)


def _requirements(judged: Judged) -> list[RequirementEvidence]:
    return [
        RequirementEvidence(
            skill=requirement.skill,
            required=requirement.required,
            verdict=_verdict(judged, finding.met),
            confidence=finding.confidence if judged.readable else 0.0,
            credit=round(credit, 4) if judged.readable else 0.0,
            quotations=judged.quote(finding.spans),
        )
        for requirement, finding, credit in zip(judged.requirements, judged.findings, judged.credits, strict=True)
    ]


def _experience(judged: Judged) -> ExperienceEvidence:
    known = bool(judged.worked.lines) or not judged.needed_months
    return ExperienceEvidence(
        months=judged.worked.months,
        lines=judged.quote(judged.worked.lines),
        verdict=_verdict(judged, judged.worked.months >= judged.needed_months) if known else "cannot_tell",
        as_of=judged.as_of,
    )


def _education(judged: Judged) -> EducationEvidence:
    return EducationEvidence(
        level=judged.educated.level,
        lines=judged.quote(judged.educated.lines),
        verdict=_verdict(judged, education.reaches(judged.educated.level, judged.asked_education)),
    )


def _seniority(judged: Judged) -> SeniorityEvidence:
    shown = seniority.seniority(judged.reading.text, judged.reading.sections, worked=judged.worked)
    grade = judged.vacancy.grade
    known = shown.level is not None and judged.readable
    reached = grade is None or (shown.level is not None and seniority.reaches(shown.level, grade))
    return SeniorityEvidence(
        level=shown.level,
        lines=judged.quote(shown.lines),
        verdict=_verdict(judged, reached) if known else "cannot_tell",
    )


def _verdict(judged: Judged, met: bool) -> Verdict:
    if not judged.readable:
        return "cannot_tell"
    return "met" if met else "not_found"
