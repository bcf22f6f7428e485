"""The end of an interview in numbers and words: for the company with a recommendation, for the candidate without."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from ai_hr import rubric
from ai_hr.engines.choose import Engines
from ai_hr.evidence.reading import Reading, read
from ai_hr.hashing import input_hash
from ai_hr.interview.conduct import evaluated, spoken_language
from ai_hr.interview.questions import bank_question
from ai_hr.interview.resume_against_answers import contradictions
from ai_hr.interview.topics import Topic, topics_for
from ai_hr.records import InterviewReport, Recommendation
from ai_hr.schemas import Criteria, Evaluation, Flag, InterviewRequest, Language, Turn, Vacancy
from ai_hr.texts import say

STRONG_FROM, WEAK_BELOW = 70, 40
MOST_NAMED = 5
_LEAST_ANSWERS = 3


@dataclass(frozen=True, slots=True)
class TopicResult:
    name: str
    score: int


def write_report(request: InterviewRequest, engines: Engines) -> InterviewReport:
    started = time.perf_counter()
    turns, engine, model = evaluated(request, engines)
    asked = [turn for turn in turns if turn.kind == "question"]
    evaluations = [turn.evaluation for turn in asked if turn.evaluation]
    spoken = spoken_language(request.transcript, request.language)
    reading = read(request.resume, request.vacancy, spoken)
    topics = topics_for(request.vacancy, reading, request.language)
    results = topic_results(asked, topics, request.vacancy)
    against = contradictions(reading, turns, request.vacancy, request.language)
    words = _Words(request.language, results, len(asked), against)
    criteria = mean_criteria(evaluations)
    score = rubric.round_half_up(sum(e.score_percent for e in evaluations) / len(evaluations)) if evaluations else 0
    recommendation = recommend(score)
    summary = words.summary(score, recommendation, reading)
    ask_next = words.ask_next(missed_topics(asked, topics))
    return InterviewReport(
        interview_score=score,
        recommendation=recommendation,
        criteria=criteria,
        strengths=words.strengths(),
        weaknesses=words.weaknesses(),
        contradictions=words.contradictions,
        ask_next=ask_next,
        summary=summary,
        text=words.text(summary, criteria, ask_next),
        candidate_feedback=_Words(spoken, results, len(asked), []).feedback(),
        flags=_flags(evaluations),
        engine=engine,
        model=model,
        prompt_hash=None,
        fallback_reason=None,
        usage=None,
        rubric_version=rubric.VERSION,
        input_hash=input_hash(request),
        duration_ms=round((time.perf_counter() - started) * 1000),
    )


def recommend(score: int) -> Recommendation:
    if score >= rubric.HIRE_FROM:
        return "HIRE"
    return "MAYBE" if score >= rubric.MAYBE_FROM else "REJECT"


def mean_criteria(evaluations: list[Evaluation]) -> Criteria:
    if not evaluations:
        return Criteria()
    sums = {name: sum(getattr(e.criteria, name) for e in evaluations) for name in rubric.CRITERIA_WEIGHTS}
    return Criteria(**{name: rubric.round_half_up(total / len(evaluations)) for name, total in sums.items()})


def topic_results(asked: Sequence[Turn], topics: Sequence[Topic], vacancy: Vacancy) -> list[TopicResult]:
    """The mean score of each topic that can be named to a person, in the order of the interview."""
    scores: dict[str, list[int]] = {}
    for turn in asked:
        name = _name(turn, topics, vacancy)
        if name and turn.evaluation:
            scores.setdefault(name, []).append(turn.evaluation.score_percent)
    return [TopicResult(name, rubric.round_half_up(sum(of) / len(of))) for name, of in scores.items()]


def missed_topics(asked: Sequence[Turn], topics: Sequence[Topic]) -> list[str]:
    """Planned topics that can be named to a person and that no question came to."""
    missed = [
        topic.subject
        for topic in topics
        if not topic.is_placeholder and not any(topic.is_named(turn.topic) for turn in asked)
    ]
    return list(dict.fromkeys(missed))


def _name(turn: Turn, topics: Sequence[Topic], vacancy: Vacancy) -> str:
    """The topic; where that is a placeholder, the bank's own question, or nothing."""
    topic = next((topic for topic in topics if topic.is_named(turn.topic)), None)
    if topic is None or not topic.is_placeholder:
        return (topic.section if topic else "") or turn.topic or turn.question
    answered = bank_question(vacancy, turn)
    return answered.question if answered else ""


def _flags(evaluations: list[Evaluation]) -> list[Flag]:
    return list({(flag.code, flag.detail): flag for e in evaluations for flag in e.flags}.values())


@dataclass(frozen=True)
class _Words:
    """The same interview in one language."""

    language: Language
    results: list[TopicResult]
    answers: int
    contradictions: list[str]

    def strengths(self) -> list[str]:
        strong = [r for r in self.results if r.score >= STRONG_FROM]
        return [say(self.language, "report.strength", topic=r.name, score=r.score) for r in strong[:MOST_NAMED]]

    def weaknesses(self) -> list[str]:
        weak = [r for r in self.results if r.score < WEAK_BELOW]
        return [say(self.language, "report.weakness", topic=r.name, score=r.score) for r in weak[:MOST_NAMED]]

    def ask_next(self, missed: list[str]) -> list[str]:
        """What a person should ask: what does not agree, the topics left unclear, then those never reached."""
        said = [say(self.language, "report.ask_contradiction", what=what) for what in self.contradictions]
        unclear = [result.name for result in self.results if result.score < STRONG_FROM]
        said += [say(self.language, "report.ask_unclear", topic=name) for name in unclear]
        said += [say(self.language, "report.ask_missed", topic=name) for name in missed]
        return said[:MOST_NAMED]

    def summary(self, score: int, recommendation: Recommendation, reading: Reading) -> str:
        said = [say(self.language, f"report.recommend_{recommendation.lower()}", score=score, answers=self.answers)]
        if self.answers < _LEAST_ANSWERS:
            said.append(say(self.language, "report.few_answers"))
        if reading.unreadable:
            said.append(say(self.language, "report.unreadable_resume"))
        return " ".join([*said, say(self.language, "report.limits")])

    def text(self, summary: str, criteria: Criteria, ask_next: list[str]) -> str:
        """The whole report as a page of plain text."""
        marks = [
            say(self.language, "report.line", what=say(self.language, f"criterion.{name}"), value=f"{value}/10")
            for name, value in criteria.model_dump().items()
        ]
        parts = [
            ("report.head_criteria", marks),
            ("report.head_strengths", self.strengths()),
            ("report.head_weaknesses", self.weaknesses()),
            ("report.head_contradictions", self.contradictions),
            ("report.head_ask_next", ask_next),
        ]
        blocks = [
            f"{say(self.language, head)}\n" + "\n".join(f"– {i}" for i in items) for head, items in parts if items
        ]
        return "\n\n".join([summary, *blocks])

    def feedback(self) -> str:
        """For the candidate: thanks, what was convincing, what to look at; no score, no recommendation, no key."""
        strong = [r.name for r in self.results if r.score >= STRONG_FROM][:MOST_NAMED]
        improve = [r.name for r in self.results if r.score < STRONG_FROM][:MOST_NAMED]
        said = [say(self.language, "feedback.thanks")]
        if strong:
            said.append(say(self.language, "feedback.strong", topics=", ".join(strong)))
        if improve:
            said.append(say(self.language, "feedback.improve", topics=", ".join(improve)))
        return " ".join([*said, say(self.language, "feedback.human")])
