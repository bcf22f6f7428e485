"""What became of each topic, and what in single answers a person should look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr import rubric
from ai_hr.interview.facts import asks_for_a_fact
from ai_hr.interview.questions import bank_question
from ai_hr.interview.quotes import short
from ai_hr.interview.topics import Topic
from ai_hr.schemas import Language, Turn, Vacancy
from ai_hr.texts import say

INSTRUCTIONS = "instructions_to_model"
GRAVEST_FIRST = (
    INSTRUCTIONS,
    "red_flag",
    "contradicts_key",
    "pasted_key",
    "repeated_answer",
    "copied_question",
    "off_topic",
    "no_answer",
)


@dataclass(frozen=True, slots=True)
class TopicResult:
    """`flag` is the gravest that any of its answers has; empty where none has one."""

    name: str
    score: int
    flag: str


@dataclass(frozen=True, slots=True)
class Seen:
    """A flag of one answer, with the words it is about: those it quotes, else the answer's beginning."""

    topic: str
    code: str
    quote: str


def scored(asked: Sequence[Turn], vacancy: Vacancy) -> list[Turn]:
    """The turns whose marks count: «Готовы ли вы к командировкам?» has an answer, but nothing that could be marked.

    A key makes any question one of knowledge, and an interview of nothing but facts has no other marks to give.
    """
    return [turn for turn in asked if not _is_bare_fact(turn, vacancy)] or list(asked)


def topic_results(turns: Sequence[Turn], names: Sequence[str]) -> list[TopicResult]:
    """The mean score of each topic, in the order of the interview; `names` has one name for each turn."""
    of: dict[str, list[Turn]] = {}
    for turn, name in zip(turns, names, strict=True):
        if turn.evaluation:
            of.setdefault(name, []).append(turn)
    return [TopicResult(name, _mean(answers), _gravest(answers)) for name, answers in of.items()]


def seen_in(turns: Sequence[Turn], names: Sequence[str]) -> list[Seen]:
    """The gravest first; the same thing in the same words once."""
    found = [
        Seen(name, flag.code, short(flag.detail or turn.answer_text))
        for turn, name in zip(turns, names, strict=True)
        for flag in (turn.evaluation.flags if turn.evaluation else ())
    ]
    return sorted(dict.fromkeys(found), key=lambda seen: _gravity(seen.code))


def missed_topics(asked: Sequence[Turn], topics: Sequence[Topic]) -> list[str]:
    """Planned topics that can be named to a person and that no question came to."""
    missed = [
        topic.subject
        for topic in topics
        if not topic.is_placeholder and not any(topic.is_named(turn.topic) for turn in asked)
    ]
    return list(dict.fromkeys(missed))


def name_of(turn: Turn, topics: Sequence[Topic], vacancy: Vacancy, language: Language) -> str:
    """The topic as a person calls it; where that is a placeholder, the bank's own question, or what it stands for."""
    topic = next((topic for topic in topics if topic.is_named(turn.topic)), None)
    if topic is None:
        return turn.topic or turn.question
    if not topic.is_placeholder:
        return topic.subject
    answered = bank_question(vacancy, turn)
    return answered.question if answered else say(language, f"topic_name.{topic.source}")


def _is_bare_fact(turn: Turn, vacancy: Vacancy) -> bool:
    """Answered, and not by words to a program: those must be seen whatever the question was."""
    answered = bank_question(vacancy, turn)
    has_key = bool(answered and answered.answers and answered.answers.expected_answer)
    fair = bool(turn.answer_text.strip()) and _gravest([turn]) != INSTRUCTIONS
    return fair and not has_key and asks_for_a_fact(turn.question)


def _mean(turns: Sequence[Turn]) -> int:
    scores = [turn.evaluation.score_percent for turn in turns if turn.evaluation]
    return rubric.round_half_up(sum(scores) / len(scores))


def _gravest(turns: Sequence[Turn]) -> str:
    codes = [flag.code for turn in turns if turn.evaluation for flag in turn.evaluation.flags]
    return min(codes, key=_gravity, default="")


def _gravity(code: str) -> int:
    return GRAVEST_FIRST.index(code) if code in GRAVEST_FIRST else len(GRAVEST_FIRST)
