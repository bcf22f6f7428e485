"""An answer in six criteria: coverage of the key, where there is one, and how the answer is made.

Nearness is not truth: a confident contradiction looks like a right answer. `contradictions` looks for those
by rules, and what it cannot see it does not claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ai_hr import data, rubric
from ai_hr.engines import embedded
from ai_hr.evidence import manipulation
from ai_hr.evidence.blanking import without
from ai_hr.evidence.clauses import Span
from ai_hr.evidence.commands import commands, likely_commands
from ai_hr.evidence.personal import without_particulars
from ai_hr.evidence.words import words
from ai_hr.interview import marks
from ai_hr.interview.answer import KeyPoint, Signals, key_points, look_at
from ai_hr.interview.contradictions import against, red_flags
from ai_hr.interview.copying import offers_a_choice
from ai_hr.interview.no_answer import is_too_short, says_nothing
from ai_hr.interview.questions import bank_question
from ai_hr.schemas import AnswerKey, BankQuestion, Criteria, Evaluation, Flag, Grade, Quotation, Turn, Vacancy

TOUCHED, HARDLY_COVERED = 0.1, 0.3
QUOTED_FROM = 0.33
MOST_SKILLS = 20
MAX_ANSWER_CHARS = 8_000
COPIED_FROM, COPIED_CHOICE_FROM, REPEATED_FROM = 0.7, 0.9, 0.67
LEAST_KEY_WORDS = 10
"""A shorter key is said in the same words by whoever is right."""
LEAST_REPEATED_WORDS = 8
"""«Да, готов к командировкам» may be said twice."""
MOST_QUOTATIONS = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    criteria: Criteria
    points: list[KeyPoint]
    flags: list[Flag]


def evaluate(turn: Turn, vacancy: Vacancy, earlier: Sequence[str] = ()) -> Evaluation:
    """By the embedded engine; the same turn gives the same evaluation. `earlier` are the answers given before it."""
    known = bank_question(vacancy, turn)
    key = _with_expectation(known.answers, vacancy.grade or known.grade) if known and known.answers else None
    weighed = _weigh(without_instructions(turn), vacancy, key, [text[:MAX_ANSWER_CHARS] for text in earlier])
    spoken_to_model = manipulation.flags_for(likely_commands(turn.answer_text[:MAX_ANSWER_CHARS]))
    flags = [*spoken_to_model, *weighed.flags]
    score, criteria = marks.marked(weighed.criteria, flags)
    return Evaluation(
        score_percent=score,
        criteria=criteria,
        quotations=_quotations(_shown(weighed.points), turn.answer_text),
        flags=flags,
        engine="embedded",
        model=embedded.MODEL,
        rubric_version=rubric.VERSION,
    )


def worth_reading(own: Evaluation) -> bool:
    """Nothing is asked of a model about an answer that is empty, copied or pasted."""
    return not any(flag.code in {"no_answer", "copied_question", "repeated_answer", "pasted_key"} for flag in own.flags)


def without_instructions(turn: Turn) -> Turn:
    """What an answer says to a model is blanked, and every offset still holds."""
    text = turn.answer_text[:MAX_ANSWER_CHARS]
    return turn.model_copy(update={"answer_text": without(text, commands(text))})


def shown_to_model(turn: Turn) -> Turn:
    """Neither orders nor what tells who the candidate is."""
    own = without_instructions(turn)
    return own.model_copy(update={"answer_text": without_particulars(own.answer_text)})


def combined(own: Evaluation, criteria: Criteria, spans: list[Span], flags: list[Flag]) -> Evaluation:
    """A model's marks under the rules' own flags and caps."""
    seen = {flag.code for flag in own.flags}
    together = [*own.flags, *(flag for flag in flags if flag.code not in seen)]
    together = [flag for flag in together if flag.code != "off_topic" or flag in flags]
    quotations = [Quotation(text=span.text, start=span.start, end=span.end) for span in spans]
    score, lowered = marks.marked(criteria, together)
    return own.model_copy(
        update={
            "score_percent": score,
            "criteria": lowered,
            "quotations": quotations,
            "flags": together,
        }
    )


def _with_expectation(key: AnswerKey, grade: Grade | None) -> AnswerKey:
    """Where only levels are filled in, the one nearest to the grade that is looked for is what is expected."""
    if key.expected_answer.strip():
        return key
    levels = [key.junior_level, key.middle_level, key.senior_level]
    wanted = {"junior": 0, "senior": 2, "lead": 2}.get(grade or "", 1)
    filled = [place for place, text in enumerate(levels) if text.strip()]
    nearest = min(filled, key=lambda place: abs(place - wanted), default=None)
    return key if nearest is None else key.model_copy(update={"expected_answer": levels[nearest]})


def _weigh(turn: Turn, vacancy: Vacancy, key: AnswerKey | None, earlier: Sequence[str]) -> Weighed:
    answer = turn.answer_text
    expected = key.expected_answer if key else ""
    points = key_points(expected, answer, turn.question)
    if says_nothing(answer) or (is_too_short(answer) and marks.coverage(points) < HARDLY_COVERED):
        return Weighed(Criteria(), [], [Flag(code="no_answer", detail="")])
    on_skill = _is_on_skill(turn, vacancy)
    around = _near_by(turn, vacancy, key, on_skill=on_skill)
    everything = "\n".join([expected, key.middle_level, key.senior_level]).strip() if key else ""
    signals = look_at(
        answer, question=turn.question, topic=turn.topic or "", key=everything, around=around, earlier=earlier
    )
    flags = _flags(turn, key, signals, points, on_skill=on_skill)
    if not (key and expected):
        return Weighed(marks.without_key(signals, on_skill=on_skill), points, flags)
    turned = against(answer, key)
    if turned.is_most:
        flags += [Flag(code="contradicts_key", detail=span.text) for span in turned.parts]
    flags += [Flag(code="red_flag", detail=span.text) for span in red_flags(answer, key)]
    return Weighed(marks.with_key(signals, points, turned.share), points, flags)


def _is_on_skill(turn: Turn, vacancy: Vacancy) -> bool:
    """Whether the question is about matters of the trade, and not one that any story from work answers."""
    topic = (turn.topic or "").casefold()
    skills = {skill.casefold() for skill in (*vacancy.required_skills, *vacancy.optional_skills)}
    return bool(topic) and (topic in skills or bool(_same_section(turn, vacancy)))


def _near_by(turn: Turn, vacancy: Vacancy, key: AnswerKey | None, *, on_skill: bool) -> list[str]:
    """What else an answer may be near to; where no key says what is expected, the trade, or any talk of work."""
    same = [
        text
        for q in _same_section(turn, vacancy)
        for text in (q.question, q.answers.expected_answer if q.answers else "")
    ]
    if key and key.expected_answer:
        return same
    skills = [skill for skill in vacancy.required_skills[:MOST_SKILLS] if skill]
    return [*same, vacancy.title, *skills, *(() if on_skill else _work_talk())]


@cache
def _work_talk() -> tuple[str, ...]:
    phrases = data.read("work_talk")
    return (*phrases["ru"], *phrases["en"])


def _same_section(turn: Turn, vacancy: Vacancy) -> list[BankQuestion]:
    topic = (turn.topic or "").casefold()
    return [q for q in vacancy.questions if q.section and topic.startswith(q.section.casefold())]


def _flags(
    turn: Turn, key: AnswerKey | None, signals: Signals, points: list[KeyPoint], *, on_skill: bool
) -> list[Flag]:
    """What makes it no answer of the candidate's own, or none to this question."""
    covered = marks.coverage(points)
    seen = {
        "copied_question": _is_copied_question(turn.question, signals, covered),
        "pasted_key": key is not None
        and len(words(key.expected_answer)) >= LEAST_KEY_WORDS
        and signals.from_key >= COPIED_FROM,
        "repeated_answer": len(words(turn.answer_text)) >= LEAST_REPEATED_WORDS and signals.from_earlier >= COPIED_FROM,
        "off_topic": signals.relevance < marks.relevant_from(has_key=bool(points), on_skill=on_skill)
        and covered < HARDLY_COVERED,
    }
    return [Flag(code=code, detail="") for code, found in seen.items() if found]


def _is_copied_question(question: str, signals: Signals, covered: float) -> bool:
    """A right answer in a whole sentence has the question's words too, but says what the key wants to hear."""
    if offers_a_choice(question):
        return signals.from_question >= COPIED_CHOICE_FROM
    says_more = signals.repeats_question < 1 and covered >= TOUCHED
    return signals.from_question >= COPIED_FROM or (signals.repeats_question >= REPEATED_FROM and not says_more)


def _shown(points: list[KeyPoint]) -> list[Span]:
    """The parts of the answer that come nearest to the key, in the order they were said."""
    near = sorted((p for p in points if p.span and p.near >= QUOTED_FROM), key=lambda p: -p.near)[:MOST_QUOTATIONS]
    return sorted({p.span for p in near if p.span}, key=lambda span: (span.start, span.end))


def _quotations(spans: list[Span], answer: str) -> list[Quotation]:
    return [Quotation(text=answer[s.start : s.end], start=s.start, end=s.end) for s in spans]
