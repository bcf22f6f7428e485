"""The one place of AI-HR that reads the environment. A malformed value stops the start and names the variable."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


class SettingsError(ValueError):
    """A variable of the environment holds what cannot be used."""


@dataclass(frozen=True, slots=True)
class LlmSettings:
    """An OpenAI-compatible endpoint; without a key there is none, and the embedded engine works alone."""

    api_key: str
    model: str
    base_url: str
    timeout_seconds: float
    max_tokens: int
    circuit_failures: int
    circuit_seconds: float

    @property
    def configured(self) -> bool:
        return bool(self.api_key)


@dataclass(frozen=True, slots=True)
class Settings:
    host: str
    port: int
    log_level: str
    max_body_bytes: int
    llm: LlmSettings


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Raises SettingsError for a number that is not one."""
    env = os.environ if environment is None else environment
    return Settings(
        host=_text(env, "AI_HR_HOST", "127.0.0.1"),
        port=int(_number(env, "AI_HR_PORT", 8002)),
        log_level=_text(env, "LOG_LEVEL", "INFO").upper(),
        max_body_bytes=int(_number(env, "AI_HR_MAX_BODY_BYTES", 4_000_000)),
        llm=LlmSettings(
            api_key=_text(env, "OPENROUTER_API_KEY", ""),
            model=_text(env, "OPENROUTER_MODEL", "openai/gpt-4o-mini"),
            base_url=_text(env, "OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1"),
            timeout_seconds=_number(env, "AI_HR_LLM_TIMEOUT_SECONDS", 15),
            max_tokens=int(_number(env, "AI_HR_LLM_MAX_TOKENS", 2000)),
            circuit_failures=int(_number(env, "AI_HR_LLM_CIRCUIT_FAILURES", 3)),
            circuit_seconds=_number(env, "AI_HR_LLM_CIRCUIT_SECONDS", 60),
        ),
    )


def _text(env: Mapping[str, str], name: str, default: str) -> str:
    """`NAME_FILE` names a file that holds the value (Docker and Kubernetes secrets)."""
    secret = env.get(f"{name}_FILE", "").strip()
    raw = Path(secret).read_text(encoding="utf-8") if secret else env.get(name, "")
    return raw.strip() or default


def _number(env: Mapping[str, str], name: str, default: float) -> float:
    raw = _text(env, name, str(default))
    try:
        value = float(raw)
    except ValueError:
        raise SettingsError(f"{name} must be a number, not {raw!r}.") from None
    if not 0 < value < float("inf"):
        raise SettingsError(f"{name} must be above zero, not {raw!r}.")
    return value
