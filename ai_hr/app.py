"""The HTTP surface: three calls, health, and which engines are at work."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI

from ai_hr import problems, rubric
from ai_hr.edge import Edge
from ai_hr.engines.choose import Engines
from ai_hr.evidence import embeddings
from ai_hr.interview.conduct import take_step
from ai_hr.interview.report import write_report
from ai_hr.matching import match_resume
from ai_hr.records import InterviewReport, InterviewStep, ResumeMatch
from ai_hr.schemas import InterviewRequest, ResumeMatchRequest
from ai_hr.settings import Settings, read_settings

CALLS_AT_ONCE = 16
"""How many compute or wait for a model at the same time; the others wait their turn, and memory stays bounded."""


def create_app(settings: Settings | None = None) -> FastAPI:
    settings = settings or read_settings()
    engines = Engines(settings.llm)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        embeddings.load()
        current_default_thread_limiter().total_tokens = CALLS_AT_ONCE
        yield

    app = FastAPI(title="AI-HR", version=rubric.VERSION, lifespan=lifespan)
    app.add_middleware(Edge, max_body_bytes=settings.max_body_bytes)
    problems.install(app)
    _add_calls(app, engines)
    _add_health(app, engines)
    return app


def _add_calls(app: FastAPI, engines: Engines) -> None:
    """Plain functions: they compute, so the server runs them on threads and stays awake."""

    @app.post("/v1/resume-match")
    def resume_match(request: ResumeMatchRequest) -> ResumeMatch:
        """Scores a resume against a vacancy; the answer is its own decision record."""
        return match_resume(request, engines)

    @app.post("/v1/interview/next")
    def interview_next(request: InterviewRequest) -> InterviewStep:
        """Evaluates the last answer and asks the next question, or ends the interview."""
        return take_step(request, engines)

    @app.post("/v1/interview/report")
    def interview_report(request: InterviewRequest) -> InterviewReport:
        """Sums up a finished interview."""
        return write_report(request, engines)


def _add_health(app: FastAPI, engines: Engines) -> None:
    """On the event loop itself: they answer while every thread computes or waits."""

    @app.get("/health/live")
    async def live() -> dict[str, str]:
        return {"status": "ok"}

    @app.get("/health/ready")
    async def ready() -> dict[str, Any]:
        """Ready as soon as it answers at all: the model is loaded before the port is opened."""
        return {"status": "ok", "engines": engines.state()}

    @app.get("/v1/engine")
    async def engine() -> dict[str, Any]:
        return {"active": engines.active(), **engines.state(), "rubric_version": rubric.VERSION}
