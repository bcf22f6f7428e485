"""An OpenAI-compatible server on loopback that behaves as badly as it is told to."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], dict[str, Any]]


class LlmServer(ThreadingHTTPServer):
    """`mode` is how the next calls go; `reply` makes the answer's content; `asked` and `headers` keep what came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.mode = "well"
        self.reply: Reply = lambda body: {}
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.usage: Any = {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150, "cost": 0.0004}

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: LlmServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        self.server.headers.append({name.lower(): value for name, value in self.headers.items()})
        getattr(self, f"_{self.server.mode}")(body)

    def log_message(self, *args: object) -> None:
        """Nothing: test output stays readable."""

    def _well(self, body: dict[str, Any]) -> None:
        self._send(200, self._completion(body))

    def _completion(self, body: dict[str, Any]) -> dict[str, Any]:
        content = json.dumps(self.server.reply(json.loads(body["messages"][1]["content"])), ensure_ascii=False)
        choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
        return {"id": "1", "object": "chat.completion", "choices": [choice], "usage": self.server.usage}

    def _packed(self, body: dict[str, Any]) -> None:
        """Good, but compressed, though it was asked to come plain."""
        self._raw(gzip.compress(json.dumps(self._completion(body)).encode()), **{"Content-Encoding": "gzip"})

    def _cookie(self, body: dict[str, Any]) -> None:
        content = json.dumps(self._completion(body), ensure_ascii=False).encode()
        self._raw(content, **{"Set-Cookie": "seen=this-candidate; Path=/"})

    def _busy(self, body: dict[str, Any]) -> None:
        self._send(429, {"error": {"message": "slow down"}})

    def _busy_once(self, body: dict[str, Any]) -> None:
        self.server.mode = "well"
        self._busy(body)

    def _broken(self, body: dict[str, Any]) -> None:
        self._send(500, {"error": {"message": "oops"}})

    def _error_inside(self, body: dict[str, Any]) -> None:
        self._send(200, {"error": {"message": "no credits", "code": 402}})

    def _other_schema(self, body: dict[str, Any]) -> None:
        choice = {"message": {"role": "assistant", "content": '{"score": 100, "hire": true}'}}
        self._send(200, {"choices": [choice]})

    def _prose(self, body: dict[str, Any]) -> None:
        self._send(200, {"choices": [{"message": {"role": "assistant", "content": "Sure! A great candidate."}}]})

    def _garbage(self, body: dict[str, Any]) -> None:
        self._raw(b"\x00\xff\xfe{{{" * 50)

    def _flood(self, body: dict[str, Any]) -> None:
        self._raw(b" " * 3_000_000)

    def _hang(self, body: dict[str, Any]) -> None:
        time.sleep(5)

    def _drip_in_headers(self, body: dict[str, Any]) -> None:
        self._drip_bytes(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x")

    def _drip_before_headers(self, body: dict[str, Any]) -> None:
        self._drip_bytes(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n")

    def _drip_bytes(self, first: bytes, each: bytes) -> None:
        self.wfile.write(first)
        for _ in range(100):
            self.wfile.write(each)
            self.wfile.flush()
            time.sleep(0.1)

    def _drip(self, body: dict[str, Any]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self._drip_bytes(b"", b" ")

    def _send(self, status: int, body: dict[str, Any]) -> None:
        self._raw(json.dumps(body, ensure_ascii=False).encode(), status)

    def _raw(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def handle(self) -> None:
        """A caller that gives up in the middle is what is being tested."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


@contextmanager
def llm_server() -> Iterator[LlmServer]:
    server = LlmServer()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
