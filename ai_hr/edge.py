"""What surrounds every request: its id, the bound on its body, its line in the log."""

import re
import time
import uuid

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ai_hr.problems import problem

log = structlog.get_logger(__name__)

_REQUEST_ID = re.compile(rb"[\w.:-]{1,128}")
_SERVER_ERROR = 500


class BodyTooLarge(Exception):
    """More bytes came than are accepted."""


class Edge:
    """ASGI middleware: takes or makes `X-Request-ID`, echoes it, refuses large bodies with 413, logs one line."""

    def __init__(self, app: ASGIApp, max_body_bytes: int) -> None:
        self.app = app
        self.max_body_bytes = max_body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = _request_id(scope)
        structlog.contextvars.bind_contextvars(request_id=request_id)
        status, started = _SERVER_ERROR, time.perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", ()), (b"x-request-id", request_id.encode())]
            await send(message)

        try:
            await self._bounded(scope, receive, noting)
        finally:
            route = getattr(scope.get("route"), "path", scope["path"][:200])
            duration = round((time.perf_counter() - started) * 1000, 1)
            log.info("request", method=scope["method"], route=route, status=status, duration_ms=duration)
            structlog.contextvars.clear_contextvars()

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Reads the whole body first, as every call here needs it, and stops at the bound."""
        refusal = problem(413, "too_large", f"A body may have at most {self.max_body_bytes} bytes.")
        try:
            body = await self._body(scope, receive)
        except BodyTooLarge:
            await refusal(scope, receive, send)
            return
        given = False

        async def once() -> Message:
            nonlocal given
            if given:
                return await receive()
            given = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self.app(scope, once, send)

    async def _body(self, scope: Scope, receive: Receive) -> bytes:
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self.max_body_bytes:
            raise BodyTooLarge
        chunks, size, more = [], 0, True
        while more:
            message = await receive()
            chunks.append(message.get("body", b""))
            size += len(chunks[-1])
            more = message["type"] == "http.request" and message.get("more_body", False)
            if size > self.max_body_bytes:
                raise BodyTooLarge
        return b"".join(chunks)


def _request_id(scope: Scope) -> str:
    sent: bytes = dict(scope["headers"]).get(b"x-request-id", b"")
    return sent.decode("ascii") if _REQUEST_ID.fullmatch(sent) else uuid.uuid4().hex
