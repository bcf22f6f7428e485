"""The service as a process of its own: what a caller meets at the port."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import requests

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
