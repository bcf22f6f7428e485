"""What an interview is about: the vacancy's bank first, then its skills, then what this resume claims."""

import re
from dataclasses import dataclass
from typing import Literal

from ai_hr.evidence.clauses import sentences
from ai_hr.evidence.negation import denies
from ai_hr.evidence.reading import Reading
from ai_hr.evidence.skills import find
from ai_hr.evidence.terms import shared, terms
from ai_hr.interview.already_said import is_answered
from ai_hr.schemas import BankQuestion, Language, Vacancy
from ai_hr.texts import choices, say

FEWEST_TOPICS, MOST_TOPICS, USUAL_TOPICS = 4, 7, 5
_TOPIC_QUESTIONS = 2
_CLAIM_WORDS = range(5, 40)
_QUOTE_CHARS = 160
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
    claim = _from_claims(reading, language)[:1]
    room = max(0, USUAL_TOPICS - len(claim) - len(chosen))
    chosen += _from_skills(vacancy, reading, chosen)[:room]
    if len(chosen) < USUAL_TOPICS:
        chosen += claim
    if len(chosen) < FEWEST_TOPICS:
        chosen += _general(language)[: FEWEST_TOPICS - len(chosen)]
    return chosen


def _from_bank(vacancy: Vacancy, reading: Reading) -> list[Topic]:
    sections: dict[str, list[BankQuestion]] = {}
    for question in vacancy.questions:
        if not is_answered(question.question, reading):
            sections.setdefault(question.section or vacancy.title, []).append(question)
    named = {question.section for question in vacancy.questions}
    found = []
    for name, questions in sections.items():
        source: Literal["section", "title"] = "section" if name in named else "title"
        for part, at in enumerate(range(0, len(questions), _TOPIC_QUESTIONS)):
            title = f"{name} ({part + 1})" if part else name
            own = tuple(questions[at : at + _TOPIC_QUESTIONS])
            found.append((part, Topic(title, source, section=name, questions=own)))
    return [topic for _, topic in sorted(found, key=lambda item: item[0])]


def _from_skills(vacancy: Vacancy, reading: Reading, chosen: list[Topic]) -> list[Topic]:
    """Skills no chosen topic speaks of; required before optional, those the resume shows first, with its words."""
    asked = terms(" ".join(f"{topic.name} {q.question}" for topic in chosen for q in topic.questions))
    names = {topic.name.casefold() for topic in chosen}
    skills = [
        skill
        for skill in dict.fromkeys([*vacancy.required_skills, *vacancy.optional_skills])
        if skill and skill.casefold() not in names and shared(terms(skill), asked) < 1
    ]
    if not skills and not chosen:
        return [Topic(vacancy.title, "title")]
    found = find(skills, reading)
    return [
        Topic(skill, "skill", quote=_short(finding.spans[0].text) if finding.spans else "")
        for skill, finding in zip(skills, found, strict=True)
    ]


def _from_claims(reading: Reading, language: Language) -> list[Topic]:
    """Sentences that claim a result, best with a figure."""
    claims = [
        " ".join(sentence.text.split())
        for sentence in sentences(reading.text)
        if _ACHIEVED.search(sentence.text)
        and len(sentence.text.split()) in _CLAIM_WORDS
        and not denies(sentence.text)
        and not _PERIOD.search(sentence.text)
    ]
    claims.sort(key=lambda claim: not _NUMBER.search(claim))
    other: Language = "en" if language == "ru" else "ru"
    return [
        Topic(say(language, "topic.claim"), "claim", also_named=say(other, "topic.claim"), quote=_short(claim))
        for claim in claims
    ]


def _general(language: Language) -> list[Topic]:
    other: Language = "en" if language == "ru" else "ru"
    pairs = zip(choices(language, "general_topic"), choices(other, "general_topic"), strict=True)
    return [Topic(name, "general", also_named=also) for name, also in pairs]


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE_CHARS else f"{flat[:_QUOTE_CHARS].rsplit(' ', 1)[0]}…"
