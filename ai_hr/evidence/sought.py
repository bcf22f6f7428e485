"""What a resume is read for: a vacancy's title and skills, and how near a whole resume comes to them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ai_hr.evidence.clauses import Clause
from ai_hr.evidence.embeddings import encode, encode_phrases, similarities
from ai_hr.evidence.words import terms
from ai_hr.schemas import Vacancy

_MOST_SKILLS = 20
_MOST_CHARS = 4000


@dataclass(frozen=True)
class Sought:
    title: str
    required: tuple[str, ...]
    optional: tuple[str, ...]

    @property
    def about(self) -> str:
        """The vacancy in one line."""
        return ". ".join([self.title, *self.required[:_MOST_SKILLS], *self.optional[:_MOST_SKILLS]])

    @cached_property
    def commonness(self) -> Counter[str]:
        """In how many of the vacancy's phrases each word stands: what all of them say tells none of them apart."""
        count: Counter[str] = Counter()
        for phrase in (self.title, *self.required, *self.optional):
            count.update(set(terms(phrase).stems))
        return count


def sought(vacancy: Vacancy) -> Sought:
    return Sought(
        vacancy.title,
        tuple(skill for skill in vacancy.required_skills if skill),
        tuple(skill for skill in vacancy.optional_skills if skill),
    )


def closeness(clauses: Sequence[Clause], wanted: Sought) -> float:
    """How near a resume as a whole comes to the vacancy: a cosine, 0 where nothing is said."""
    if not clauses:
        return 0.0
    whole = ", ".join(clause.text for clause in clauses)[:_MOST_CHARS]
    return max(0.0, float(similarities(encode_phrases([wanted.about]), encode([whole]))[0, 0]))
