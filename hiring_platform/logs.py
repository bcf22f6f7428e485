"""Logs: one JSON line per event, or colours when a person watches a terminal. Secrets and texts never enter."""

import logging
import logging.config
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# The names under which a secret or somebody's words could slip into a log by mistake.
_HIDDEN_KEYS = {
    "password", "new_password", "token", "refresh", "access", "authorization", "secret", "email", "resume_text",
    "answer_text", "cookie", "api_key",
}  # fmt: skip


def hide_secrets(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """The last guard, not the first: call sites log ids, never contents."""
    for key in event.keys() & _HIDDEN_KEYS:
        event[key] = "[hidden]"
    return event


def logging_config(*, level: str, style: str) -> dict[str, Any]:
    """Configure structlog and return the `logging` dictionary for the libraries that use the standard one."""
    for_people = style == "console" or (style != "json" and sys.stderr.isatty())
    shared = _shared_processors()
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    config = _dictionary(level, shared, _renderers(for_people=for_people))
    logging.config.dictConfig(config)
    return config


def _shared_processors() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        hide_secrets,
    ]


def _renderers(*, for_people: bool) -> list[Processor]:
    if for_people:
        return [structlog.dev.ConsoleRenderer()]
    return [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]


def _dictionary(level: str, shared: list[Processor], renderers: list[Processor]) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": shared,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            # Each request is logged once, by our own middleware.
            "django.request": {"level": "CRITICAL"},
            "django.server": {"level": "CRITICAL"},
            "pymongo": {"level": "WARNING"},
        },
    }
