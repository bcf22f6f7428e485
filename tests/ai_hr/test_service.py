"""The service as a process of its own: what a caller meets at the port."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import anyio
import httpx2
import pytest
import requests
from anyio.to_thread import current_default_thread_limiter

from ai_hr.app import create_app
from ai_hr.settings import read_settings
from ai_hr.texts import sentences
from tests.ai_hr import people


@contextmanager
def running() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"AI_HR_PORT": str(port), "OPENROUTER_API_KEY": "", "AI_HR_MAX_BODY_BYTES": "300000"}
    process = subprocess.Popen([sys.executable, "-m", "ai_hr"], env=environment, stderr=subprocess.PIPE, text=True)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                requests.get(f"{url}/health/ready", timeout=1)
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield url, process
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running() as (address, _):
        yield address


def test_health_and_engines(url: str) -> None:
    assert requests.get(f"{url}/health/live", timeout=5).json() == {"status": "ok"}
    assert requests.get(f"{url}/health/ready", timeout=5).json()["status"] == "ok"
    engine = requests.get(f"{url}/v1/engine", timeout=5).json()
    assert engine["active"] == ["embedded"]
    assert engine["llm"] == {"configured": False, "model": None, "circuit": "closed"}


def test_a_match_over_http_echoes_the_request_id(url: str) -> None:
    body = {"vacancy": people.PYTHON_RU, "resume": {"text": people.DEVELOPER_RU, "quality": None}}
    answer = requests.post(f"{url}/v1/resume-match", json=body, headers={"X-Request-ID": "r-1"}, timeout=10)
    assert (answer.status_code, answer.headers["X-Request-ID"]) == (200, "r-1")
    assert answer.json()["verdict"] == "scored"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"{broken", 400, "malformed_json"),
        (b"\xff\xfe", 400, "malformed_json"),
        (b"[]", 422, "invalid"),
        (b"{}", 422, "invalid"),
        (json.dumps({"vacancy": {"title": {"$ne": 1}}, "resume": {}}).encode(), 422, "invalid"),
        (json.dumps({"vacancy": {"title": "x", "min_experience": -1}, "resume": {}}).encode(), 422, "invalid"),
        (
            json.dumps({"vacancy": {"title": "x", "required_skills": ["a"] * 501}, "resume": {}}).encode(),
            422,
            "invalid",
        ),
        (b'{"vacancy": {"title": "' + b"x" * 400_000 + b'"}}', 413, "too_large"),
    ],
)
@pytest.mark.parametrize("call", ["resume-match", "interview/next", "interview/report"])
def test_bad_input_is_a_problem_document(url: str, call: str, body: bytes, status: int, code: str) -> None:
    answer = requests.post(f"{url}/v1/{call}", data=body, headers={"Content-Type": "application/json"}, timeout=10)
    if status == 422 and answer.status_code == 200:
        pytest.skip("an interview needs no resume")
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert {"type", "title", "status", "detail"} <= answer.json().keys()


def test_unknown_places_and_methods(url: str) -> None:
    assert requests.get(f"{url}/nothing", timeout=5).json()["code"] == "not_found"
    assert requests.get(f"{url}/v1/resume-match", timeout=5).json()["code"] == "method_not_allowed"


def test_health_answers_while_every_thread_is_at_work() -> None:
    async def ask() -> list[int]:
        app = create_app(read_settings({}))
        transport = httpx2.ASGITransport(app=app)
        async with (
            app.router.lifespan_context(app),
            httpx2.AsyncClient(transport=transport, base_url="http://a") as web,
        ):
            threads = current_default_thread_limiter()
            for _ in range(int(threads.available_tokens)):
                threads.acquire_on_behalf_of_nowait(object())
            with anyio.fail_after(5):
                paths = ["/health/live", "/health/ready", "/v1/engine"]
                return [(await web.get(path)).status_code for path in paths]

    assert anyio.run(ask) == [200, 200, 200]


@pytest.mark.parametrize(
    "quality",
    [
        '{"note": "\\ud800"}',
        '{"language": "\\ud800"}',
        '{"pages": 1234567890123456789012345678901}',
        '{"pages": 1' + "0" * 400 + "}",
        '{"note": ' + "[" * 900 + "]" * 900 + "}",
        '{"hidden": [{"start": 1, "end": 1' + "0" * 400 + "}]}",
    ],
    ids=["lone surrogate", "lone surrogate in a known entry", "large", "very large", "deep", "large in a span"],
)
def test_whatever_stands_in_the_quality_a_resume_is_scored(url: str, quality: str) -> None:
    vacancy, text = json.dumps(people.COOK_RU), json.dumps(people.COOK_RESUME_RU)
    body = f'{{"vacancy": {vacancy}, "resume": {{"text": {text}, "quality": {quality}}}}}'
    headers = {"Content-Type": "application/json"}
    answer = requests.post(f"{url}/v1/resume-match", data=body.encode(), headers=headers, timeout=10)
    assert (answer.status_code, answer.json()["verdict"]) == (200, "scored")


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (0, 10**30)])
def test_a_quotation_that_is_nowhere_is_refused(url: str, start: int, end: int) -> None:
    evaluation = {"score_percent": 50, "criteria": {}, "quotations": [{"text": "a", "start": start, "end": end}]}
    body = {"vacancy": people.COOK_RU, "transcript": [{"question": "?", "answer_text": "a", "evaluation": evaluation}]}
    answer = requests.post(f"{url}/v1/interview/report", json=body, timeout=10)
    assert (answer.status_code, answer.json()["code"]) == (422, "invalid")


@pytest.mark.parametrize("as_of", ["0000-05", "٢٠٢٥-05", "2025-13"])
def test_a_month_that_is_none_is_refused(url: str, as_of: str) -> None:
    body = {"vacancy": people.COOK_RU, "resume": {"text": people.COOK_RESUME_RU}, "as_of": as_of}
    assert requests.post(f"{url}/v1/resume-match", json=body, timeout=10).status_code == 422


def test_the_log_has_a_line_for_each_request_and_nobodys_words() -> None:
    body = {"vacancy": people.PYTHON_RU, "resume": {"text": people.DEVELOPER_RU}}
    with running() as (url, process):
        requests.post(f"{url}/v1/resume-match", json=body, headers={"X-Request-ID": "last"}, timeout=10)
        process.terminate()
        assert process.stderr is not None
        logged = process.stderr.read()
    lines = [json.loads(line) for line in logged.splitlines()]
    last = next(line for line in lines if line.get("request_id") == "last")
    assert {"method", "route", "status", "duration_ms"} <= last.keys()
    assert (last["route"], last["status"]) == ("/v1/resume-match", 200)
    assert "Смирнова" not in str(lines)


def test_a_malformed_setting_stops_the_start_with_its_name() -> None:
    environment = os.environ | {"AI_HR_PORT": "many"}
    done = subprocess.run([sys.executable, "-m", "ai_hr"], env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "AI_HR_PORT must be a number, not 'many'.\n")


def test_both_languages_have_the_same_sentences_and_parameters() -> None:
    russian, english = sentences("ru"), sentences("en")
    assert russian.keys() == english.keys()
    fields = [{key: text.count("{") for key, text in words.items()} for words in (russian, english)]
    assert fields[0] == fields[1]
