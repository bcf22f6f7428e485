"""The next question: deeper after a good answer, alike after a fair one, a hint after a weak one; never one twice."""

from collections.abc import Iterator, Sequence

from ai_hr.interview.bank import step
from ai_hr.interview.facts import asks_for_a_fact
from ai_hr.interview.likeness import plain
from ai_hr.interview.topics import Topic
from ai_hr.records import NextQuestion
from ai_hr.rubric import DEEPER_FROM, SAME_FROM
from ai_hr.schemas import BankQuestion, Language, Level, Turn, Vacancy
from ai_hr.texts import choices, quotable

MOST_QUESTIONS = 10
QUESTIONS_A_TOPIC = 2


def next_question(
    topics: Sequence[Topic], vacancy: Vacancy, asked: Sequence[Turn], language: Language
) -> NextQuestion | None:
    """None when the interview is over. Every turn in `asked` is answered and evaluated."""
    if len(asked) >= MOST_QUESTIONS:
        return None
    used = {plain(turn.question) for turn in asked}
    current = _current(topics, asked)
    for question in _wanted(topics, current, vacancy, asked, language):
        if plain(question.text) not in used:
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
    return next((q for q in vacancy.questions if plain(q.question) == plain(turn.question)), None)


def _wanted(
    topics: Sequence[Topic], current: int, vacancy: Vacancy, asked: Sequence[Turn], language: Language
) -> Iterator[NextQuestion]:
    """Possible questions, the best first."""
    if current >= 0 and _room_for_follow_up(topics, current, asked):
        yield from _follow_ups(topics[current], current, vacancy, asked[-1], language)
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
    """A topic of the bank is opened by the bank's own questions only: where all were asked, nothing is left to open."""
    if topic.questions:
        yield from (_ask(question.question, topic, "opening", question.id) for question in topic.questions)
        return
    if topic.source == "skill" and topic.quote:
        yield from _sentences("question.shown", topic, "opening", language, place)
    yield from _sentences(_templates_for(topic, "opening", vacancy), topic, "opening", language, place)


def _follow_ups(topic: Topic, place: int, vacancy: Vacancy, last: Turn, language: Language) -> Iterator[NextQuestion]:
    bare_fact = asks_for_a_fact(last.question)
    level: Level = "same" if bare_fact else level_after(last)
    answered = bank_question(vacancy, last)
    ready = answered.answers.follow_up_questions if answered and answered.answers else []
    prepared = [_ask(text, topic, level) for text in ready if text]
    others = [q for q in topic.questions if q != answered]
    yield from _of_the_bank(others, prepared, answered, topic, level)
    if bare_fact:
        return
    if level == "hint" and answered:
        for sentence in _rotated(choices(language, "question.hint_bank"), place):
            yield _ask(sentence.format(question=answered.question), topic, level, answered.id)
    yield from _sentences(_templates_for(topic, level, vacancy), topic, level, language, place)


def _of_the_bank(
    others: Sequence[BankQuestion],
    prepared: Sequence[NextQuestion],
    answered: BankQuestion | None,
    topic: Topic,
    level: Level,
) -> Iterator[NextQuestion]:
    """Harder ones to go deeper, easier ones to help; of equal or unstated grade, or else a step easier, to stay."""
    steps = [(step(question, answered), _ask(question.question, topic, level, question.id)) for question in others]
    if level == "hint":
        yield from (ask for grades, ask in steps if grades is not None and grades < 0)
    elif level == "deeper":
        yield from prepared
        yield from (ask for grades, ask in steps if grades is None or grades >= 0)
    else:
        yield from (ask for grades, ask in steps if not grades)
        yield from prepared
        yield from (ask for grades, ask in steps if grades == -1)


def _sentences(key: str, topic: Topic, level: Level, language: Language, place: int) -> Iterator[NextQuestion]:
    """Ready sentences with the topic put in; each next topic begins with another one."""
    subject, quote = quotable(language, topic.subject), quotable(language, topic.quote)
    for sentence in _rotated(choices(language, key), place):
        yield _ask(sentence.format(topic=subject, quote=quote), topic, level)


def _rotated(sentences: Sequence[str], place: int) -> list[str]:
    at = place % len(sentences)
    return [*sentences[at:], *sentences[:at]]


def _templates_for(topic: Topic, level: Level, vacancy: Vacancy) -> str:
    """What is no subject matter cannot be asked about as if it were one: "your first day with Your results"."""
    if topic.source in {"title", "claim", "general"}:
        return f"template.{topic.source}.{level}"
    grade = "senior" if vacancy.grade in {"senior", "lead"} else "junior" if vacancy.grade == "junior" else "middle"
    return f"template.opening.{grade}" if level == "opening" else f"template.{level}"


def _ask(text: str, topic: Topic, level: Level, question_id: str | None = None) -> NextQuestion:
    return NextQuestion(text=text, question_id=question_id or None, topic=topic.name, level=level)
