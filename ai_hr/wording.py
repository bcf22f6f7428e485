"""The sentences of a resume match: reasons for the candidate, a summary for the company."""

from ai_hr import rubric
from ai_hr.evidence import education
from ai_hr.judged import Judged
from ai_hr.records import Cap, Part, Parts
from ai_hr.schemas import LANGUAGES, Language
from ai_hr.texts import duration, say

MOST_SKILLS_NAMED = 12
_NOT_MANIPULATION = {"text_too_long"}


def parts(score: rubric.Score, language: Language) -> Parts:
    cap = None
    if score.cap is not None:
        cap = Cap(limit=score.cap, reason=say(language, f"cap.{score.cap_reason}"))
    named = {name: Part(weight=part.weight, share=part.share, points=part.points) for name, part in score.parts.items()}
    return Parts(**named, cap=cap)


def reasons_by_language(judged: Judged) -> dict[Language, list[str]]:
    return {language: reasons(judged, language) for language in LANGUAGES}


def reasons(judged: Judged, language: Language) -> list[str]:
    """What the candidate may read and act on: no score, no weights, nothing about other people."""
    if judged.reading.unreadable:
        return [say(language, f"unreadable.{judged.reading.unreadable}")]
    found = [_skills_reason(judged, language)]
    if judged.worked.months < judged.needed_months:
        found.append(_experience_reason(judged, language))
    if not education.reaches(judged.educated.level, judged.asked_education):
        found.append(say(language, "reason.education", need=say(language, f"education.{judged.asked_education}")))
    if any(flag.code not in _NOT_MANIPULATION for flag in judged.reading.flags):
        found.append(say(language, "reason.manipulation"))
    return found


def summary(judged: Judged, score: rubric.Score, language: Language) -> str:
    """One paragraph for the company."""
    said = [say(language, "summary.cannot_tell")] if judged.reading.unreadable else _scored(judged, score, language)
    if judged.reading.flags:
        names = ", ".join(say(language, f"flag.{flag.code}") for flag in judged.reading.flags)
        said.append(say(language, "summary.flags", flags=names))
    return " ".join(said)


def _scored(judged: Judged, score: rubric.Score, language: Language) -> list[str]:
    said = [*_counts(judged, language), _experience(judged, language)]
    said.append(say(language, "summary.education", level=say(language, f"education.{judged.educated.level}")))
    if score.cap is not None:
        reason = say(language, f"cap.{score.cap_reason}")
        said.append(say(language, "summary.cap", limit=score.cap, reason=reason))
    return said


def _counts(judged: Judged, language: Language) -> list[str]:
    required, optional = _met(judged, required=True), _met(judged, required=False)
    if judged.asked_skills == "title":
        return [say(language, "summary.title_found" if all(required) else "summary.title_not_found")]
    return [
        say(language, f"summary.{key}", met=sum(met), total=len(met))
        for key, met in (("required", required), ("optional", optional))
        if met
    ]


def _met(judged: Judged, *, required: bool) -> list[bool]:
    return [
        finding.met
        for requirement, finding in zip(judged.requirements, judged.findings, strict=True)
        if requirement.required is required
    ]


def _experience(judged: Judged, language: Language) -> str:
    if not judged.worked.months:
        return say(language, "summary.experience_none")
    have = duration(language, judged.worked.months)
    if not judged.needed_months:
        return say(language, "summary.experience_only", have=have)
    return say(language, "summary.experience", have=have, need=duration(language, judged.needed_months))


def _skills_reason(judged: Judged, language: Language) -> str:
    asked = judged.asked_skills
    missing = [
        requirement.skill
        for requirement, finding in zip(judged.requirements, judged.findings, strict=True)
        if requirement.required is (asked != "optional") and not finding.met
    ]
    if not missing:
        return say(language, f"reason.{asked}_found")
    return say(language, f"reason.{asked}_not_found", skills=", ".join(missing[:MOST_SKILLS_NAMED]))


def _experience_reason(judged: Judged, language: Language) -> str:
    if not judged.worked.lines:
        return say(language, "reason.no_dates")
    have, need = duration(language, judged.worked.months), duration(language, judged.needed_months)
    return say(language, "reason.short", have=have, need=need)
