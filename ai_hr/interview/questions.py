"""The next question: deeper after a good answer, alike after a fair one, a hint after a weak one; never one twice."""

from collections.abc import Iterator, Sequence

from ai_hr.interview.topics import Topic
from ai_hr.records import NextQuestion
from ai_hr.rubric import DEEPER_FROM, SAME_FROM
from ai_hr.schemas import BankQuestion, Grade, Language, Level, Turn, Vacancy
from ai_hr.texts import choices, say

MOST_QUESTIONS = 10
QUESTIONS_A_TOPIC = 2
_GRADES: tuple[Grade, ...] = ("junior", "middle", "senior", "lead")


def next_question(
    topics: Sequence[Topic], vacancy: Vacancy, asked: Sequence[Turn], language: Language
) -> NextQuestion | None:
    """None when the interview is over. Every turn in `asked` is answered and evaluated."""
    if len(asked) >= MOST_QUESTIONS:
        return None
    used = {_plain(turn.question) for turn in asked}
    current = _current(topics, asked)
    for question in _wanted(topics, current, vacancy, asked, language):
        if _plain(question.text) not in used:
            return question
    return None


def level_after(turn: Turn) -> Level:
    score = turn.evaluation.score_percent if turn.evaluation else 0
    if score >= DEEPER_FROM:
        return "deeper"
    return "same" if score >= SAME_FROM else "hint"


def bank_question(vacancy: Vacancy, turn: Turn) -> BankQuestion | None:
    """The bank's question this turn answers, by id or by its words."""
    for question in vacancy.questions:
        if turn.question_id and question.id == turn.question_id:
            return question
    return next((q for q in vacancy.questions if _plain(q.question) == _plain(turn.question)), None)


def _wanted(
    topics: Sequence[Topic], current: int, vacancy: Vacancy, asked: Sequence[Turn], language: Language
) -> Iterator[NextQuestion]:
    """Possible questions, the best first."""
    if current >= 0 and _room_for_follow_up(topics, current, asked):
        yield from _follow_ups(topics[current], vacancy, asked[-1], language)
    for place in range(current + 1, len(topics)):
        yield from _openings(topics[place], place, vacancy, language)


def _current(topics: Sequence[Topic], asked: Sequence[Turn]) -> int:
    """The furthest topic the interview has come to; -1 before the first."""
    return max(
        (place for place, topic in enumerate(topics) if any(_belongs(turn, topic) for turn in asked)), default=-1
    )


def _belongs(turn: Turn, topic: Topic) -> bool:
    return topic.is_named(turn.topic) or bool(turn.question_id and turn.question_id in {q.id for q in topic.questions})


def _room_for_follow_up(topics: Sequence[Topic], current: int, asked: Sequence[Turn]) -> bool:
    in_topic = sum(1 for turn in asked if _belongs(turn, topics[current]))
    ahead = len(topics) - current - 1
    return in_topic < QUESTIONS_A_TOPIC and len(asked) + ahead < MOST_QUESTIONS


def _openings(topic: Topic, place: int, vacancy: Vacancy, language: Language) -> Iterator[NextQuestion]:
    if topic.questions:
        for question in sorted(topic.questions, key=lambda q: _distance(q.grade, vacancy.grade)):
            yield _ask(question.question, topic, "opening", question.id)
    if topic.source == "skill" and topic.quote:
        yield _ask(say(language, "question.shown", skill=topic.name, quote=topic.quote), topic, "opening")
    yield from _templates("opening", topic, vacancy, language, turned=place)


def _follow_ups(topic: Topic, vacancy: Vacancy, last: Turn, language: Language) -> Iterator[NextQuestion]:
    level = level_after(last)
    answered = bank_question(vacancy, last)
    own = [q for q in topic.questions if answered is None or q.id != answered.id]
    ready = answered.answers.follow_up_questions if answered and answered.answers else []
    prepared = [_ask(text, topic, level) for text in ready if text]
    others = [_ask(q.question, topic, level, q.id) for q in own if _fits(q, answered, level)]
    yield from (prepared + others if level == "deeper" else others + prepared if level == "same" else others)
    if level == "hint" and answered:
        yield _ask(say(language, "question.hint_bank", question=answered.question), topic, level, answered.id)
    yield from _templates(level, topic, vacancy, language, turned=0)


def _fits(question: BankQuestion, answered: BankQuestion | None, level: Level) -> bool:
    """Harder ones to go deeper, easier ones to help; of equal or unstated grade when neither is wanted."""
    if answered is None or question.grade is None or answered.grade is None:
        return level != "hint"
    step = _GRADES.index(question.grade) - _GRADES.index(answered.grade)
    return {"deeper": step >= 0, "same": step <= 0, "hint": step < 0}.get(level, True)


def _templates(level: Level, topic: Topic, vacancy: Vacancy, language: Language, turned: int) -> Iterator[NextQuestion]:
    ready = choices(language, _templates_for(topic, level, vacancy))
    turned %= len(ready)
    for sentence in ready[turned:] + ready[:turned]:
        yield _ask(sentence.format(topic=topic.subject, quote=topic.quote), topic, level)


def _templates_for(topic: Topic, level: Level, vacancy: Vacancy) -> str:
    """What is no subject matter cannot be asked about as if it were one: "your first day with Your results"."""
    if topic.source in {"title", "claim", "general"}:
        return f"template.{topic.source}.{level}"
    grade = "senior" if vacancy.grade in {"senior", "lead"} else "junior" if vacancy.grade == "junior" else "middle"
    return f"template.opening.{grade}" if level == "opening" else f"template.{level}"


def _ask(text: str, topic: Topic, level: Level, question_id: str | None = None) -> NextQuestion:
    return NextQuestion(text=text, question_id=question_id or None, topic=topic.name, level=level)


def _distance(grade: Grade | None, wanted: Grade | None) -> int:
    if grade is None or wanted is None:
        return 0
    return abs(_GRADES.index(grade) - _GRADES.index(wanted))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
