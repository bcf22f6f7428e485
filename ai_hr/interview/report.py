"""The end of an interview in numbers and words: for the company with a recommendation, for the candidate without."""

import time
from collections.abc import Sequence

from ai_hr import rubric
from ai_hr.engines.choose import Engines
from ai_hr.evidence.reading import Reading, read
from ai_hr.hashing import input_hash
from ai_hr.interview import results
from ai_hr.interview.conduct import evaluated, spoken_language
from ai_hr.interview.report_words import Words
from ai_hr.interview.resume_against_answers import contradictions
from ai_hr.interview.topics import topics_for
from ai_hr.records import InterviewReport, Recommendation
from ai_hr.schemas import Criteria, Evaluation, Flag, InterviewRequest, Language, Turn


def write_report(request: InterviewRequest, engines: Engines) -> InterviewReport:
    started = time.perf_counter()
    turns, engine, model = evaluated(request, engines)
    asked = [turn for turn in turns if turn.kind == "question"]
    marked = results.scored(asked, request.vacancy)
    evaluations = [turn.evaluation for turn in marked if turn.evaluation]
    spoken = spoken_language(request.transcript, request.language)
    reading = read(request.resume, request.vacancy, spoken)
    against = contradictions(reading, turns, request.vacancy, request.language)
    words = _words(request, reading, asked, marked, language=request.language, against=against)
    criteria = mean_criteria(evaluations)
    score = rubric.round_half_up(sum(e.score_percent for e in evaluations) / len(evaluations)) if evaluations else 0
    recommendation = recommend(score)
    summary = words.summary(score, recommendation, reading)
    ask_next = words.ask_next(results.missed_topics(asked, topics_for(request.vacancy, reading, request.language)))
    return InterviewReport(
        interview_score=score,
        recommendation=recommendation,
        criteria=criteria,
        strengths=words.strengths(),
        weaknesses=words.weaknesses(),
        contradictions=against,
        ask_next=ask_next,
        summary=summary,
        text=words.text(summary, criteria, ask_next),
        candidate_feedback=_words(request, reading, asked, marked, language=spoken).feedback(),
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


def _words(
    request: InterviewRequest,
    reading: Reading,
    asked: Sequence[Turn],
    marked: Sequence[Turn],
    *,
    language: Language,
    against: Sequence[str] = (),
) -> Words:
    topics = topics_for(request.vacancy, reading, language)
    names = [results.name_of(turn, topics, request.vacancy, language) for turn in marked]
    return Words(
        language,
        results.topic_results(marked, names),
        answers=len(marked),
        seen=results.seen_in(marked, names),
        facts=[turn for turn in asked if turn not in marked],
        contradictions=against,
    )


def _flags(evaluations: list[Evaluation]) -> list[Flag]:
    return list({(flag.code, flag.detail): flag for e in evaluations for flag in e.flags}.values())
