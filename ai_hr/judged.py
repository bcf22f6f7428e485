"""Everything found in one resume for one vacancy: what the record, the score and the sentences are made from."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from ai_hr import rubric
from ai_hr.evidence import education, experience
from ai_hr.evidence.clauses import Span
from ai_hr.evidence.reading import Reading, quoted
from ai_hr.evidence.requirements import Requirement, own_skills
from ai_hr.evidence.skills import Finding
from ai_hr.records import EducationLevel
from ai_hr.schemas import Quotation, Vacancy

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Judged:
    """`findings` are in the order of `requirements`; `sent` is the text that quotations are cut from."""

    vacancy: Vacancy
    sent: str
    reading: Reading
    requirements: list[Requirement]
    findings: list[Finding]
    worked: experience.Worked
    educated: education.Educated
    as_of: str

    @property
    def readable(self) -> bool:
        return not self.reading.unreadable

    @property
    def asked_skills(self) -> Literal["required", "optional", "title"]:
        """What the vacancy is compared by: its required skills, else its optional ones, else its title alone."""
        if any(self.vacancy.required_skills):
            return "required"
        return "optional" if any(self.vacancy.optional_skills) else "title"

    @property
    def needed_months(self) -> int:
        return round((self.vacancy.min_experience or 0) * MONTHS_A_YEAR)

    @property
    def asked_education(self) -> EducationLevel:
        return education.education_asked(self.vacancy.description)

    @cached_property
    def credits(self) -> list[float]:
        """Of each requirement, how much of it counts."""
        return [rubric.credit(met=finding.met, confidence=finding.confidence) for finding in self.findings]

    @cached_property
    def shares(self) -> rubric.Shares:
        must = [place for place, requirement in enumerate(self.requirements) if requirement.required]
        may = [place for place, requirement in enumerate(self.requirements) if not requirement.required]
        own = rubric.share([self.credits[place] for place in own_skills(self.requirements)])
        asked = self.asked_education
        return rubric.Shares(
            required=rubric.share([self.credits[place] for place in must]),
            required_found=rubric.share([float(self.findings[place].met) for place in must]),
            optional=rubric.share([self.credits[place] for place in may]),
            experience=rubric.experience_share(
                months=self.worked.months, needed_months=self.needed_months, relevance=rubric.relevance(own)
            ),
            education=None if asked == "none" else float(education.reaches(self.educated.level, asked)),
        )

    def quote(self, spans: tuple[Span, ...]) -> list[Quotation]:
        return [
            Quotation(text=span.text, start=span.start, end=span.end) for span in (quoted(s, self.sent) for s in spans)
        ]
