"""One question to an OpenAI-compatible endpoint: bounded in time, bytes and tokens, and checked against its schema."""

import hashlib
import time
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

import httpx2
import openai
import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tenacity import RetryError, Retrying, retry_if_exception_type, stop_after_attempt, wait_random

from ai_hr.engines.circuit import Circuit
from ai_hr.engines.wire import BoundedTransport
from ai_hr.records import Usage
from ai_hr.settings import LlmSettings

_PROMPTS = Path(__file__).resolve().parent.parent / "prompts"
_BUSY = 429
_SERVER_ERRORS = 500

Answer = TypeVar("Answer", bound=BaseModel)


class ProviderFailed(Exception):
    """The provider gave nothing usable. `reason` is a stable word for the record."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _TryAgain(ProviderFailed):
    """A failure that a second try may cure."""


class _Text(BaseModel):
    content: str


class _Choice(BaseModel):
    message: _Text
    finish_reason: str | None = None


class _Spent(BaseModel):
    """Bounded by what can have been spent on one question: a figure outside is an error of the provider's."""

    prompt_tokens: Annotated[int, Field(ge=0, le=10_000_000)]
    completion_tokens: Annotated[int, Field(ge=0, le=10_000_000)]
    cost: Annotated[float, Field(ge=0, le=10_000)] | None = None


class _Completion(BaseModel):
    """Only what is needed of an answer; whatever lacks it, as a 200 with an error inside, is refused."""

    model_config = ConfigDict(extra="ignore")

    choices: list[_Choice]
    usage: Any = None


class Prompt(Generic[Answer]):
    """A system prompt from its own file and the schema of the answer; its hash goes into every record.

    An answer may be checked against what was asked: its validators find that in their context.
    """

    def __init__(self, name: str, answer: type[Answer]) -> None:
        self.name, self.answer = name, answer
        self.text = (_PROMPTS / f"{name}.md").read_text(encoding="utf-8")
        self.schema = answer.model_json_schema()
        self.hash = hashlib.sha256(self.text.encode() + orjson.dumps(self.schema)).hexdigest()


class Provider:
    def __init__(self, settings: LlmSettings) -> None:
        self.model = settings.model
        self.circuit = Circuit(failures=settings.circuit_failures, seconds=settings.circuit_seconds)
        self._settings = settings
        self._client = openai.OpenAI(
            api_key=settings.api_key,
            base_url=settings.base_url,
            max_retries=0,
            http_client=httpx2.Client(transport=BoundedTransport(), follow_redirects=False),
        )

    def ask(self, prompt: Prompt[Answer], data: dict[str, Any]) -> tuple[Answer, Usage | None]:
        """Raises ProviderFailed, after one retry where a retry may help; never anything else."""
        if not self.circuit.allows():
            raise ProviderFailed("circuit_open")
        try:
            answer = self._retried(prompt, data)
        except ProviderFailed:
            self.circuit.failed()
            raise
        self.circuit.succeeded()
        return answer

    def _retried(self, prompt: Prompt[Answer], data: dict[str, Any]) -> tuple[Answer, Usage | None]:
        """The time limit is for both tries together."""
        until = time.monotonic() + self._settings.timeout_seconds
        tries = Retrying(
            stop=stop_after_attempt(2),
            wait=wait_random(0.1, 0.6),
            retry=retry_if_exception_type(_TryAgain),
            reraise=True,
        )
        try:
            return tries(self._once, prompt, data, until)
        except RetryError:
            raise ProviderFailed("unavailable") from None

    def _once(self, prompt: Prompt[Answer], data: dict[str, Any], until: float) -> tuple[Answer, Usage | None]:
        body = self._send(prompt, data, max(0.1, until - time.monotonic()))
        try:
            completion = _Completion.model_validate_json(body)
            answer = prompt.answer.model_validate_json(completion.choices[0].message.content, context=data)
        except (ValidationError, IndexError):
            raise ProviderFailed("wrong_shape") from None
        return answer, _usage(completion.usage)

    def _send(self, prompt: Prompt[Answer], data: dict[str, Any], seconds: float) -> bytes:
        try:
            answer = self._client.chat.completions.with_raw_response.create(
                model=self.model,
                temperature=0,
                seed=0,
                max_tokens=self._settings.max_tokens,
                timeout=seconds,
                messages=[
                    {"role": "system", "content": prompt.text},
                    {"role": "user", "content": orjson.dumps(data).decode()},
                ],
                response_format={
                    "type": "json_schema",
                    "json_schema": {"name": prompt.name, "strict": True, "schema": prompt.schema},
                },
            )
        except openai.APITimeoutError:
            raise ProviderFailed("timeout") from None
        except openai.APIConnectionError:
            raise _TryAgain("unreachable") from None
        except openai.APIStatusError as error:
            raise _refusal(error.status_code) from None
        except (openai.OpenAIError, httpx2.HTTPError, ValueError):
            raise ProviderFailed("wrong_shape") from None
        return answer.http_response.content


def _usage(stated: Any) -> Usage | None:
    """An account that makes no sense is none; the answer is good all the same."""
    try:
        return Usage(**_Spent.model_validate(stated).model_dump())
    except ValidationError:
        return None


def _refusal(status: int) -> ProviderFailed:
    if status == _BUSY or status >= _SERVER_ERRORS:
        return _TryAgain(f"http_{status}")
    return ProviderFailed(f"http_{status}")
