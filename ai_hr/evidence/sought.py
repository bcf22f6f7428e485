"""What a resume is read for: a vacancy's title and skills, and how near a whole resume comes to them."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from ai_hr.evidence.embeddings import Matrix, encode_phrases
from ai_hr.evidence.letters import CYRILLIC
from ai_hr.evidence.relation import alike_as_wholes, related_as_wholes
from ai_hr.evidence.terms import terms
from ai_hr.schemas import Vacancy

_MOST_PHRASES = 40


@dataclass(frozen=True)
class Sought:
    title: str
    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        return (self.title, *self.required, *self.optional)

    @cached_property
    def russian(self) -> bool:
        """Whether the vacancy is in Russian, so that a word in Latin letters stands out in it."""
        return bool(CYRILLIC.search(" ".join(self.phrases)))

    @cached_property
    def commonness(self) -> Counter[str]:
        """In how many of the vacancy's phrases each word stands: what all of them say tells none of them apart."""
        count: Counter[str] = Counter()
        for phrase in self.phrases:
            count.update(set(terms(phrase).stems))
        return count


def sought(vacancy: Vacancy) -> Sought:
    return Sought(
        vacancy.title,
        tuple(skill for skill in vacancy.required_skills if skill),
        tuple(skill for skill in vacancy.optional_skills if skill),
    )


def closeness(clauses: Matrix, wanted: Sought) -> float:
    """How near a resume as a whole, its clauses as embeddings, comes to the vacancy, 0 to 1; 0 if nothing is said."""
    return alike_as_wholes(_wanted_vectors(wanted), clauses)


def relatedness(clauses: Matrix, wanted: Sought) -> float:
    """The same in the learned relation: how far the resume as a whole shows what the vacancy is about, 0 to 1."""
    return related_as_wholes(_wanted_vectors(wanted), clauses)


def _wanted_vectors(wanted: Sought) -> Matrix:
    return encode_phrases(wanted.phrases[:_MOST_PHRASES])
