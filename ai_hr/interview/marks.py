"""From signals to the six criteria and the score: how each is weighed stands here and nowhere else."""

from collections.abc import Sequence

from ai_hr import rubric
from ai_hr.interview.answer import KeyPoint, Signals
from ai_hr.interview.telling import Telling
from ai_hr.schemas import Criteria, Flag

COVERED_FROM, COVERED_WIDTH = 0.2, 0.3
"""A point of the key counts from this nearness on, and whole when the answer comes so much nearer."""
OWED_TO_QUESTION = 1.0
"""What the question's own words already come to is taken off: to echo them covers nothing."""
WHOLE_KEY_WEIGHT, WHOLE_KEY_FULLY = 0.25, 0.5
FULL_COVERAGE = 0.72
"""In one's own words hardly any answer comes near to everything."""
AGAINST_COUNTS = 1.5
"""What is said against the key weighs more than what is said for it."""
OFF_TOPIC = 0.15
ON_TOPIC = (0.0, 0.3)
"""With a key an answer is off the topic below the first, if it covers nothing; what it counts rises over the second."""
OFF_SKILL = 0.06
ON_SKILL = (0.03, 0.2)
ON_WORK = (0.18, 0.35)
"""Where no key says what is expected: the talk of a trade comes hardly near to the trade's name, and a general question
is answered by any talk of work."""
COUNTS_WITHOUT_KEY = 0.4
"""How much of an answer on a skill counts that comes near to nothing: nearness to a bare name is a weak witness."""
RIGHT_ENOUGH, TOLD_OF_NOTHING = 0.4, 0.2
"""How an answer is told counts in full from so much rightness on, and so much where nothing is right."""
CAPPED = {
    "copied_question": 5,
    "pasted_key": 30,
    "repeated_answer": 10,
    "off_topic": 10,
    "contradicts_key": 20,
    "red_flag": 20,
}


def coverage(points: Sequence[KeyPoint]) -> float:
    """Mean share of the key's points, each 0 to 1, that the answer comes near to by more than the question does."""
    return sum(_covered(point) for point in points) / len(points) if points else 0.0


def with_key(signals: Signals, points: Sequence[KeyPoint], against: float) -> Criteria:
    whole = ramp(signals.key_as_a_whole, 0.0, WHOLE_KEY_FULLY)
    covered = (1 - WHOLE_KEY_WEIGHT) * coverage(points) + WHOLE_KEY_WEIGHT * whole
    right = min(1.0, covered / FULL_COVERAGE) * (1 - min(1.0, AGAINST_COUNTS * against))
    return _criteria(right, ramp(signals.relevance, *ON_TOPIC), signals.telling)


def without_key(signals: Signals, *, on_skill: bool) -> Criteria:
    if on_skill:
        on_topic = COUNTS_WITHOUT_KEY + (1 - COUNTS_WITHOUT_KEY) * ramp(signals.to_topic, *ON_SKILL)
    else:
        on_topic = ramp(signals.relevance, *ON_WORK)
    return _criteria(_substance(signals.telling) * on_topic, on_topic, signals.telling)


def relevant_from(*, has_key: bool, on_skill: bool) -> float:
    """Below this an answer is off the topic."""
    if has_key:
        return OFF_TOPIC
    return OFF_SKILL if on_skill else ON_WORK[0]


def marked(criteria: Criteria, flags: Sequence[Flag]) -> tuple[int, Criteria]:
    """The score, no higher than the hardest of the flags allows, and the criteria brought down with it."""
    limit = min((CAPPED[flag.code] for flag in flags if flag.code in CAPPED), default=100)
    score = rubric.answer_score(criteria.model_dump())
    if score <= limit:
        return score, criteria
    lowered = {name: int(value * limit / score) for name, value in criteria.model_dump().items()}
    return limit, Criteria(**lowered)


def ramp(value: float, start: float, end: float) -> float:
    return min(1.0, max(0.0, (value - start) / (end - start)))


def _covered(point: KeyPoint) -> float:
    start = max(COVERED_FROM, OWED_TO_QUESTION * point.from_question)
    return 0.0 if point.opposed else ramp(point.near, start, start + COVERED_WIDTH)


def _criteria(right: float, on_topic: float, telling: Telling) -> Criteria:
    said = right * on_topic
    matter = on_topic * (TOLD_OF_NOTHING + (1 - TOLD_OF_NOTHING) * min(1.0, right / RIGHT_ENOUGH))
    details = 0.5 * telling.length + 0.5 * telling.numbers
    doing = 0.3 * telling.practice + 0.7 * telling.order
    approach = 0.2 * telling.reasons + 0.8 * telling.order
    return Criteria(
        technical_accuracy=_ten(right),
        depth_of_knowledge=_ten(0.6 * said + 0.4 * details * matter),
        practical_experience=_ten(0.6 * said + 0.4 * doing * matter),
        communication_clarity=_ten(telling.clarity * (0.6 + 0.4 * matter)),
        problem_solving_approach=_ten(0.5 * said + 0.5 * approach * matter),
        examples_and_use_cases=_ten(0.5 * said + 0.5 * telling.examples * matter),
    )


def _substance(telling: Telling) -> float:
    """Without a key: how much is told, how exactly, of one's own doing, in steps or with reasons."""
    ordered = max(telling.reasons, telling.order)
    return min(1.0, 0.25 + 0.4 * telling.length + 0.15 * telling.numbers + 0.15 * telling.practice + 0.15 * ordered)


def _ten(share: float) -> int:
    return rubric.round_half_up(10 * min(1.0, max(0.0, share)))
