"""What an interview is about: the vacancy's bank first, then its skills, then what this resume claims."""

import re
from dataclasses import dataclass
from typing import Literal

from ai_hr.evidence.clauses import Span, sentences
from ai_hr.evidence.negation import denies
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import find
from ai_hr.evidence.terms import shared, terms
from ai_hr.interview import bank
from ai_hr.interview.likeness import is_same, is_within, plain
from ai_hr.interview.quotes import line_of, quote_for, short
from ai_hr.schemas import BankQuestion, Language, Vacancy
from ai_hr.texts import choices, say

FEWEST_TOPICS, MOST_TOPICS, USUAL_TOPICS = 4, 7, 5
_TOPIC_QUESTIONS = 2
_CLAIM_WORDS = range(5, 40)
_ACHIEVED = re.compile(
    r"\b(?:увелич\w+|сократ\w+|сниз\w+|повыс\w+|внедр\w+|запуст\w+|перев[её]л\w*|перевела|разработа\w+|организова\w+|созда\w+|спроектир\w+|улучш\w+|ускор\w+|автоматизир\w+|выстро\w+|обуч(?:ил|ала?)\w*"
    r"|increased|reduced|improved|launched|migrated|built|designed|led|introduced|automated|created|cut|grew|trained|organi[sz]ed|saved)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_PERIOD = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Topic:
    """`quote` is the resume's own sentence the questions start from, where there is one.

    A topic from the `title` is the vacancy's work as a whole, for want of anything more exact. A long section makes
    several topics, told apart by `name`; `section` is what a person calls them.
    """

    name: str
    source: Literal["section", "skill", "title", "claim", "general"]
    also_named: str = ""
    section: str = ""
    questions: tuple[BankQuestion, ...] = ()
    quote: str = ""

    @property
    def is_placeholder(self) -> bool:
        """Its name tells a reader nothing: it only keeps the questions together."""
        return self.source in {"title", "claim"}

    @property
    def subject(self) -> str:
        """The name for people to read."""
        return self.section or self.name

    def is_named(self, name: str | None) -> bool:
        return bool(name) and str(name).casefold() in {self.name.casefold(), self.also_named.casefold()}


def topics_for(vacancy: Vacancy, reading: Reading, language: Language) -> list[Topic]:
    """Four to seven topics, each with a name of its own; the same input gives the same topics."""
    chosen = _from_bank(vacancy, reading)[:MOST_TOPICS]
    claims = _claims(reading)[:1]
    room = max(0, USUAL_TOPICS - len(claims) - len(chosen))
    chosen += _from_skills(vacancy, reading, chosen, {line_of(claim, reading.text) for claim in claims}, room)
    if len(chosen) < USUAL_TOPICS:
        chosen += [_from_claim(claim, language) for claim in claims]
    if len(chosen) < FEWEST_TOPICS:
        chosen += _general(language)[: FEWEST_TOPICS - len(chosen)]
    return chosen


def _from_bank(vacancy: Vacancy, reading: Reading) -> list[Topic]:
    """Two questions a topic; the second topic of a section comes after the first of every other."""
    named = {plain(question.section) for question in vacancy.questions if question.section}
    found = []
    for name, questions in bank.sections(vacancy, reading).items():
        source: Literal["section", "title"] = "section" if plain(name) in named else "title"
        for part, at in enumerate(range(0, len(questions), _TOPIC_QUESTIONS)):
            title = f"{name} ({part + 1})" if part else name
            own = tuple(questions[at : at + _TOPIC_QUESTIONS])
            found.append((part, Topic(title, source, section=name, questions=own)))
    return [topic for _, topic in sorted(found, key=lambda item: item[0])]


def _from_skills(vacancy: Vacancy, reading: Reading, chosen: list[Topic], taken: set[Span], room: int) -> list[Topic]:
    """Skills no chosen topic speaks of, required before optional, with the resume's words where it shows them."""
    skills = _distinct([*vacancy.required_skills, *vacancy.optional_skills], chosen)
    if not skills and not chosen:
        return [Topic(vacancy.title, "title")]
    wanted = skills[:room]
    return [
        Topic(skill, "skill", quote=quote_for(finding, reading, taken))
        for skill, finding in zip(wanted, find(wanted, reading), strict=True)
    ]


def _distinct(skills: list[str], chosen: list[Topic]) -> list[str]:
    """Each skill once, however it is written, and none that a chosen topic is about already."""
    asked = terms(" ".join(f"{topic.name} {q.question}" for topic in chosen for q in topic.questions))
    sections = [topic.section for topic in chosen if topic.source == "section"]
    found: list[str] = []
    for skill in filter(None, skills):
        about = shared(terms(skill), asked) == 1 or any(is_within(name, skill) for name in sections)
        if not about and not any(is_same(skill, other) or plain(skill) == plain(other) for other in found):
            found.append(skill)
    return found


def _claims(reading: Reading) -> list[Span]:
    """Sentences that claim a result, those with a figure first."""
    claims = [
        sentence
        for sentence in sentences(reading.text)
        if _ACHIEVED.search(sentence.text)
        and len(sentence.text.split()) in _CLAIM_WORDS
        and not denies(sentence.text)
        and not _PERIOD.search(sentence.text)
    ]
    return sorted(claims, key=lambda claim: not _NUMBER.search(claim.text))


def _from_claim(claim: Span, language: Language) -> Topic:
    other: Language = "en" if language == "ru" else "ru"
    named, also_named = say(language, "topic.claim"), say(other, "topic.claim")
    return Topic(named, "claim", also_named=also_named, quote=short(claim.text))


def _general(language: Language) -> list[Topic]:
    other: Language = "en" if language == "ru" else "ru"
    pairs = zip(choices(language, "general_topic"), choices(other, "general_topic"), strict=True)
    return [Topic(name, "general", also_named=also) for name, also in pairs]
