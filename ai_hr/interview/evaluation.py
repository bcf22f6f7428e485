"""An answer in six criteria: coverage of the key, where there is one, and how the answer is made.

Nearness is not truth: a confident contradiction looks like a right answer. `contradictions` looks for those
by rules, and what it cannot see it does not claim.
"""

from dataclasses import dataclass
from functools import cache

from ai_hr import data, rubric
from ai_hr.engines import embedded
from ai_hr.evidence import manipulation
from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import Span
from ai_hr.evidence.commands import commands, likely_commands
from ai_hr.interview.answer import KeyPoint, Signals, key_points, look_at
from ai_hr.interview.contradictions import contradicted, red_flags
from ai_hr.interview.questions import bank_question
from ai_hr.schemas import AnswerKey, Criteria, Evaluation, Flag, Quotation, Turn, Vacancy

COVERED_FROM, COVERED_FULLY = 0.2, 0.5
"""How near an answer comes to a point of the key that it just touches, and to one that it covers."""
HARDLY_COVERED = 0.3
QUOTED_FROM = 0.35
RELEVANT = (0.15, 0.45)
RELEVANT_WITHOUT_KEY = (0.18, 0.35)
"""An answer is off the topic below the first and on it from the second; a question without a key asks for less."""
MOST_SKILLS = 20
MAX_ANSWER_CHARS = 8_000
COPIED_FROM, REPEATED_FROM = 0.7, 0.67
MOST_QUOTATIONS = 3
CAPPED = {"copied_question": 5, "pasted_key": 30, "off_topic": 10, "contradicts_key": 20, "red_flag": 20}


@dataclass(frozen=True, slots=True)
class Weighed:
    signals: Signals
    points: list[KeyPoint]
    flags: list[Flag]


def evaluate(turn: Turn, vacancy: Vacancy) -> Evaluation:
    """By the embedded engine; the same turn gives the same evaluation."""
    known = bank_question(vacancy, turn)
    key = known.answers if known else None
    weighed = _weigh(without_instructions(turn), key, _near_by(turn, vacancy, key))
    spoken_to_model = manipulation.flags_for(likely_commands(turn.answer_text[:MAX_ANSWER_CHARS]))
    criteria = _criteria(weighed, has_key=bool(key and key.expected_answer))
    flags = [*spoken_to_model, *weighed.flags]
    return Evaluation(
        score_percent=_score(criteria, flags),
        criteria=criteria,
        quotations=_quotations(_shown(weighed.points), turn.answer_text),
        flags=flags,
        engine="embedded",
        model=embedded.MODEL,
        rubric_version=rubric.VERSION,
    )


def worth_reading(own: Evaluation) -> bool:
    """Nothing is asked of a model about an answer that is empty, copied or pasted."""
    return not any(flag.code in {"no_answer", "copied_question", "pasted_key"} for flag in own.flags)


def without_instructions(turn: Turn) -> Turn:
    """What an answer says to a model is blanked, and every offset still holds."""
    text = turn.answer_text[:MAX_ANSWER_CHARS]
    return turn.model_copy(update={"answer_text": without(text, commands(text))})


def combined(own: Evaluation, criteria: Criteria, spans: list[Span], flags: list[Flag]) -> Evaluation:
    """A model's marks under the rules' own flags and caps."""
    seen = {flag.code for flag in own.flags}
    together = [*own.flags, *(flag for flag in flags if flag.code not in seen)]
    together = [flag for flag in together if flag.code != "off_topic" or flag in flags]
    quotations = [Quotation(text=span.text, start=span.start, end=span.end) for span in spans]
    return own.model_copy(
        update={
            "score_percent": _score(criteria, together),
            "criteria": criteria,
            "quotations": quotations,
            "flags": together,
        }
    )


def _weigh(turn: Turn, key: AnswerKey | None, around: list[str]) -> Weighed:
    expected = key.expected_answer if key else ""
    everything = "\n".join([expected, key.middle_level, key.senior_level]) if key else ""
    signals = look_at(
        turn.answer_text, question=turn.question, topic=turn.topic or "", key=everything.strip(), around=around
    )
    if signals.says_nothing:
        return Weighed(signals, [], [Flag(code="no_answer", detail="")])
    points = key_points(expected, turn.answer_text) if expected else []
    flags = _flags(turn, key, signals, points)
    return Weighed(signals, points, flags)


def _near_by(turn: Turn, vacancy: Vacancy, key: AnswerKey | None) -> list[str]:
    """What else an answer may be near to; where no key says what is expected, any talk of the work will do."""
    same_section = _around(turn, vacancy)
    if key and key.expected_answer:
        return same_section
    skills = [skill for skill in vacancy.required_skills[:MOST_SKILLS] if skill]
    return [*same_section, vacancy.title, *skills, *_work_talk()]


@cache
def _work_talk() -> tuple[str, ...]:
    phrases = data.read("work_talk")
    return (*phrases["ru"], *phrases["en"])


def _around(turn: Turn, vacancy: Vacancy) -> list[str]:
    """The bank's other questions and answers of the same section."""
    same = [
        q for q in vacancy.questions if q.section and (turn.topic or "").casefold().startswith(q.section.casefold())
    ]
    return [text for q in same for text in (q.question, q.answers.expected_answer if q.answers else "")]


def _flags(turn: Turn, key: AnswerKey | None, signals: Signals, points: list[KeyPoint]) -> list[Flag]:
    flags = []
    if signals.from_question >= COPIED_FROM or signals.repeats_question >= REPEATED_FROM:
        flags.append(Flag(code="copied_question", detail=""))
    if signals.from_key >= COPIED_FROM:
        flags.append(Flag(code="pasted_key", detail=""))
    relevant_from = _relevant(has_key=bool(points))[0]
    if signals.relevance < relevant_from and coverage(points) < HARDLY_COVERED:
        flags.append(Flag(code="off_topic", detail=""))
    if key:
        flags += [Flag(code="contradicts_key", detail=span.text) for span in contradicted(turn.answer_text, key)]
        flags += [Flag(code="red_flag", detail=span.text) for span in red_flags(turn.answer_text, key)]
    return flags


def coverage(points: list[KeyPoint]) -> float:
    """Mean share of the key's points, each 0 to 1, that the answer comes near to."""
    return sum(_ramp(p.near, COVERED_FROM, COVERED_FULLY) for p in points) / len(points) if points else 0.0


def _criteria(weighed: Weighed, *, has_key: bool) -> Criteria:
    signals = weighed.signals
    if signals.says_nothing:
        return Criteria()
    relevance = _ramp(signals.relevance, *_relevant(has_key=has_key))
    right = min(1.0, 1.25 * coverage(weighed.points)) if has_key else _substance(signals) * relevance
    depth = 0.5 * right + 0.3 * signals.length + 0.2 * signals.reasons
    return Criteria(
        technical_accuracy=_ten(right),
        depth_of_knowledge=_ten(depth * relevance),
        practical_experience=_ten((0.55 * right + 0.3 * signals.practice + 0.15 * signals.examples) * relevance),
        communication_clarity=_ten(signals.clarity * (0.4 + 0.6 * relevance)),
        problem_solving_approach=_ten((0.5 * right + 0.25 * signals.reasons + 0.25 * signals.steps) * relevance),
        examples_and_use_cases=_ten((0.4 * right + 0.6 * signals.examples) * relevance),
    )


def _relevant(*, has_key: bool) -> tuple[float, float]:
    return RELEVANT if has_key else RELEVANT_WITHOUT_KEY


def _substance(signals: Signals) -> float:
    """Without a key: how much is told, of one's own doing, in steps or with reasons."""
    told = 0.2 + 0.45 * signals.length + 0.2 * signals.practice + 0.15 * max(signals.reasons, signals.steps)
    return min(1.0, told)


def _score(criteria: Criteria, flags: list[Flag]) -> int:
    """The weighted criteria, no higher than the hardest of the flags allows."""
    limits = [CAPPED[flag.code] for flag in flags if flag.code in CAPPED]
    return min([rubric.answer_score(criteria.model_dump()), *limits])


def _shown(points: list[KeyPoint]) -> list[Span]:
    """The parts of the answer that come nearest to the key, in the order they were said."""
    near = sorted((p for p in points if p.span and p.near >= QUOTED_FROM), key=lambda p: -p.near)[:MOST_QUOTATIONS]
    return sorted({p.span for p in near if p.span}, key=lambda span: (span.start, span.end))


def _quotations(spans: list[Span], answer: str) -> list[Quotation]:
    return [Quotation(text=answer[s.start : s.end], start=s.start, end=s.end) for s in spans]


def _ramp(value: float, start: float, end: float) -> float:
    return min(1.0, max(0.0, (value - start) / (end - start)))


def _ten(share: float) -> int:
    return rubric.round_half_up(10 * min(1.0, max(0.0, share)))
