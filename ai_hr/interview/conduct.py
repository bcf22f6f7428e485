"""One step of an interview: evaluate the last answer, choose the next question, or end."""

import time
from collections.abc import Sequence

from ai_hr.engines.choose import Engines
from ai_hr.evidence.legibility import language_of
from ai_hr.evidence.reading import read
from ai_hr.interview.questions import next_question
from ai_hr.interview.topics import topics_for
from ai_hr.records import EngineName, InterviewStep
from ai_hr.schemas import InterviewRequest, Language, Turn

_LEAST_LETTERS = 20


def take_step(request: InterviewRequest, engines: Engines) -> InterviewStep:
    started = time.perf_counter()
    turns, engine, model = evaluated(request, engines)
    language = spoken_language(request.transcript, request.language)
    reading = read(request.resume, request.vacancy, language)
    asked = [turn for turn in turns if turn.kind == "question"]
    question = next_question(topics_for(request.vacancy, reading, language), request.vacancy, asked, language)
    last = turns[-1] if turns else None
    return InterviewStep(
        status="waiting_for_answer" if question else "completed",
        evaluation=last.evaluation if last and last.kind == "question" else None,
        question=question,
        engine=engine,
        model=model,
        duration_ms=round((time.perf_counter() - started) * 1000),
    )


def evaluated(request: InterviewRequest, engines: Engines) -> tuple[list[Turn], EngineName, str]:
    """The transcript with every answer evaluated, and which engine spoke of the last one."""
    turns = [_with_evaluation(place, request, engines) for place in range(len(request.transcript))]
    last = next((turn.evaluation for turn in reversed(turns) if turn.evaluation), None)
    engine: EngineName = "llm" if last and last.engine == "llm" else "embedded"
    return turns, engine, last.model if last else engines.embedded_model


def spoken_language(transcript: Sequence[Turn], fallback: Language) -> Language:
    """The language of the last answer that is long enough to tell."""
    for turn in reversed(transcript):
        if sum(1 for letter in turn.answer_text if letter.isalpha()) >= _LEAST_LETTERS:
            return language_of(turn.answer_text, fallback)
    return fallback


def _with_evaluation(place: int, request: InterviewRequest, engines: Engines) -> Turn:
    turn = request.transcript[place]
    if turn.kind == "introduction" or turn.evaluation:
        return turn
    earlier = [other.answer_text for other in request.transcript[:place] if other.kind == "question"]
    return turn.model_copy(update={"evaluation": engines.evaluate(turn, request.vacancy, earlier)})
