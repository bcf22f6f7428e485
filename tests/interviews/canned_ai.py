"""An AI service on loopback that says what a test wants to hear: quick, slow, broken, or nonsense."""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Message = dict[str, Any]
Answer = Callable[[Message], Any]

EVALUATION: Message = {
    "score_percent": 61,
    "criteria": {"technical_accuracy": 6},
    "quotations": [],
    "flags": [],
    "engine": "canned",
    "model": "canned",
    "rubric_version": "canned",
}
MATCH: Message = {
    "verdict": "scored",
    "total_score_percent": 74,
    "closeness": 0.4,
    "requirements": [],
    "reasons": ["Не нашли упоминания Docker."],
    "summary": "Подходит",
    "engine": "canned",
    "rubric_version": "canned",
    "input_hash": "0" * 64,
}
REPORT: Message = {
    "interview_score": 83,
    "recommendation": "HIRE",
    "criteria": {"technical_accuracy": 8},
    "strengths": ["Знает генераторы"],
    "weaknesses": [],
    "text": "Отчёт для компании",
    "candidate_feedback": "Спасибо, отвечали по делу.",
    "rubric_version": "canned",
}


class CannedAi:
    """Scores every resume 74, asks `questions` questions, and writes one report. `answers` replaces what a path says:
    a callable from the message to a JSON value, or to bytes sent as they are. `asked` is what it was told."""

    def __init__(self, questions: int = 2) -> None:
        self.questions = questions
        self.asked: list[tuple[str, Message]] = []
        self.request_ids: list[str | None] = []
        self.status = 200
        self.seconds_between_bytes = 0.0
        self.answers: dict[str, Answer] = {
            "/v1/resume-match": lambda message: MATCH,
            "/v1/interview/next": self._next,
            "/v1/interview/report": lambda message: REPORT,
        }
        self.url = ""

    def _next(self, message: Message) -> Message:
        answered = [turn for turn in message["transcript"] if turn["kind"] == "question"]
        last_is_question = bool(message["transcript"]) and message["transcript"][-1]["kind"] == "question"
        evaluation = EVALUATION if last_is_question else None
        if len(answered) >= self.questions:
            return {"status": "completed", "evaluation": evaluation, "question": None}
        question = {"text": f"Вопрос {len(answered) + 1}?", "question_id": None, "topic": "Python", "level": "opening"}
        return {"status": "waiting_for_answer", "evaluation": evaluation, "question": question}


@contextlib.contextmanager
def served(ai: CannedAi) -> Iterator[CannedAi]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(ai))
    ai.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield ai
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(ai: CannedAi) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            ai.asked.append((self.path, message))
            ai.request_ids.append(self.headers.get("X-Request-ID"))
            answer = ai.answers[self.path](message)
            self._send(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

        def do_GET(self) -> None:
            self._send(b"{}")

        def _send(self, body: bytes) -> None:
            self.send_response(ai.status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # a client that gave up waiting
                self._write(body)

        def _write(self, body: bytes) -> None:
            if not ai.seconds_between_bytes:
                self.wfile.write(body)
                return
            for place in range(len(body)):
                self.wfile.write(body[place : place + 1])
                time.sleep(ai.seconds_between_bytes)

        def log_message(self, *_: Any) -> None:
            """A test's output is no place for it."""

    return Handler
