"""One question to an OpenAI-compatible endpoint: bounded in time, bytes and tokens, and checked against its schema."""

import hashlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

import httpx2
import openai
import orjson
from pydantic import BaseModel, ConfigDict, ValidationError
from tenacity import RetryError, Retrying, retry_if_exception_type, stop_after_attempt, wait_random

from ai_hr.engines.circuit import Circuit
from ai_hr.records import Usage
from ai_hr.settings import LlmSettings

MAX_ANSWER_BYTES = 1_000_000
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
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None


class _Completion(BaseModel):
    """Only what is needed of an answer; whatever lacks it, as a 200 with an error inside, is refused."""

    model_config = ConfigDict(extra="ignore")

    choices: list[_Choice]
    usage: _Spent | None = None


class Prompt(Generic[Answer]):
    """A system prompt from its own file and the schema of the answer; its hash goes into every record."""

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
            http_client=httpx2.Client(transport=_Bounded(settings.timeout_seconds), follow_redirects=False),
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
            answer = prompt.answer.model_validate_json(completion.choices[0].message.content)
        except (ValidationError, IndexError):
            raise ProviderFailed("wrong_shape") from None
        spent = completion.usage
        return answer, Usage(**spent.model_dump()) if spent else None

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


def _refusal(status: int) -> ProviderFailed:
    if status == _BUSY or status >= _SERVER_ERRORS:
        return _TryAgain(f"http_{status}")
    return ProviderFailed(f"http_{status}")


class _Bounded(httpx2.HTTPTransport):
    """httpx2 limits each read, not all of them: a provider that drips bytes would hold a request for ever."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = super().handle_request(request)
        assert isinstance(response.stream, httpx2.SyncByteStream)  # noqa: S101 (a sync transport gives no other)
        response.stream = _BoundedStream(response.stream, time.monotonic() + self._seconds)
        return response


class _BoundedStream(httpx2.SyncByteStream):
    def __init__(self, stream: httpx2.SyncByteStream, until: float) -> None:
        self._stream, self._until = stream, until

    def __iter__(self) -> Iterator[bytes]:
        size = 0
        for chunk in self._stream:
            size += len(chunk)
            if time.monotonic() > self._until or size > MAX_ANSWER_BYTES:
                raise httpx2.ReadTimeout("The answer is too long in bytes or in seconds.")
            yield chunk

    def close(self) -> None:
        self._stream.close()
