"""The one place that talks to ai-hr. The service keeps nothing: each call carries all it needs, so that a call may be
repeated, and the service restarted, at any moment."""

import time
from http import HTTPStatus

import orjson
import requests
import structlog
import urllib3
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from requests.adapters import HTTPAdapter
from tenacity import retry, retry_if_exception_type, stop_after_attempt

from hiring_platform.errors import PlatformError, Unavailable
from interviews import ai_answers
from interviews.json_values import JsonObject

_CONNECT_SECONDS = 3
_PROBE_SECONDS = 3
_LARGEST_ANSWER = 4 * 1024 * 1024
# Those that pass by themselves (too slow, too early, too many) are no refusals.
_REFUSALS = set(range(400, 500)) - {408, 425, 429}
log = structlog.get_logger(__name__)

_session = requests.Session()
_session.trust_env = False  # a neighbour is not reached through the proxy of the outer world
_session.mount("http://", HTTPAdapter(pool_maxsize=32))
_session.mount("https://", HTTPAdapter(pool_maxsize=32))


class AiFailure(PlatformError):
    """ai-hr has not done what it was asked. Whatever was stored before stands."""


class AiUnavailable(Unavailable, AiFailure):
    """503: ai-hr is away, too slow, or answers nonsense."""

    code = "ai_unavailable"
    message = _("The AI service does not answer at the moment. Nothing is lost: please try again in a few seconds.")


class AiRefused(AiFailure):
    """502: ai-hr is there and will not take what we send. That is a bug of ours, and the same call meets it again."""

    status = 502
    code = "ai_refused"
    message = _(
        "The AI service cannot work with this: a fault on our side, which has been recorded. Nothing is lost, but "
        "trying again helps only once it is mended."
    )


def match_resume(message: JsonObject) -> JsonObject:
    """How a resume answers a vacancy, with the evidence. Raises AiFailure."""
    return _ask("/v1/resume-match", message, ai_answers.ResumeMatch)


def next_step(message: JsonObject) -> JsonObject:
    """What the last answer was worth, and the next question or the end. Raises AiFailure."""
    return _ask("/v1/interview/next", message, ai_answers.NextStep)


def report(message: JsonObject) -> JsonObject:
    """The whole interview judged: once for the company, once for the candidate. Raises AiFailure."""
    return _ask("/v1/interview/report", message, ai_answers.Report)


def probe() -> None:
    """Raise when ai-hr is not ready to work."""
    url = f"{settings.AI_HR_SERVICE_URL}/health/ready"
    _session.get(url, timeout=_PROBE_SECONDS, allow_redirects=False).raise_for_status()


def _ask(path: str, message: JsonObject, shape: ai_answers.Shape) -> JsonObject:
    try:
        return ai_answers.understood(orjson.loads(_post(path, orjson.dumps(message))), shape)
    except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as error:
        raise _failure(path, error) from None


def _failure(path: str, error: Exception) -> AiFailure:
    """Logged by its status alone: the sentences of ai-hr may quote what it was sent."""
    status = error.args[0] if isinstance(error, requests.HTTPError) else None
    if status in _REFUSALS:
        log.error("ai_refused", path=path, status=status)
        return AiRefused()
    log.warning("ai_unavailable", path=path, reason=type(error).__name__, status=status)
    return AiUnavailable()


@retry(retry=retry_if_exception_type(requests.ConnectionError), stop=stop_after_attempt(2), reraise=True)
def _post(path: str, body: bytes) -> bytes:
    seconds = settings.AI_HR_TIMEOUT_SECONDS
    deadline = time.monotonic() + seconds
    with _session.post(
        settings.AI_HR_SERVICE_URL + path,
        data=body,
        headers=_headers(),
        timeout=(_CONNECT_SECONDS, seconds),
        stream=True,
        allow_redirects=False,
    ) as response:
        if response.status_code != HTTPStatus.OK:
            raise requests.HTTPError(response.status_code)
        return _read(response, deadline)


def _headers() -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
    request_id = structlog.contextvars.get_contextvars().get("request_id")
    return headers | ({"X-Request-ID": request_id} if request_id else {})


def _read(response: requests.Response, deadline: float) -> bytes:
    """The body, in whatever pieces it comes. `timeout` bounds the wait for a piece only; this bounds them all."""
    body = bytearray()
    while piece := response.raw.read1(65536):
        body += piece
        if time.monotonic() > deadline or len(body) > _LARGEST_ANSWER:
            raise requests.Timeout
    return bytes(body)
