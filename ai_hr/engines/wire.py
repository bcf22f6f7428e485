"""The road to a provider: one deadline over connection, handshake, headers and body; bounded bytes; nothing remembered.

httpx2 limits each read, not all of them together, so that a server which drips its headers or its body would hold a
request for ever. Here every step gets only the time that is left of the whole. (Looking up the name is the operating
system's own affair, with its own limits.)
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2
import httpx2

MAX_ANSWER_BYTES = 1_000_000
_LEAST_SECONDS = 0.001
"""A socket takes nought for "never wait" and refuses anything below."""


class BoundedTransport(httpx2.BaseTransport):
    """One connection for each exchange, which ends by the read timeout of the request, counted from its start."""

    def __init__(self) -> None:
        self._ssl_context = httpx2.create_ssl_context()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        deadline = _Deadline(request.extensions["timeout"]["read"])
        request.headers["Accept-Encoding"] = "identity"
        try:
            with httpcore2.ConnectionPool(self._ssl_context, network_backend=_Network(deadline)) as pool:
                return _exchanged(pool, request, deadline)
        except httpcore2.TimeoutException as error:
            raise httpx2.ReadTimeout(str(error), request=request) from None
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.UnsupportedProtocol) as error:
            raise httpx2.TransportError(str(error), request=request) from None


def _exchanged(pool: httpcore2.ConnectionPool, request: httpx2.Request, deadline: "_Deadline") -> httpx2.Response:
    """The answer as far as the bound on its bytes; what was cut there is no JSON any more.

    Of its headers only the type is handed on: so no cookie goes back with the next candidate, and nothing that came
    packed, though it was asked to come plain, is unpacked beyond the bound.
    """
    url = request.url
    target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    with pool.stream(
        request.method, target, headers=request.headers.raw, content=request.read(), extensions=request.extensions
    ) as answer:
        body = bytearray()
        for chunk in answer.iter_stream():
            body += chunk
            deadline.left()
            if len(body) > MAX_ANSWER_BYTES:
                break
        kept = [(name, value) for name, value in answer.headers if name.lower() == b"content-type"]
        return httpx2.Response(answer.status, headers=kept, content=bytes(body[:MAX_ANSWER_BYTES]))


class _Deadline:
    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def left(self) -> float:
        """Raises TimeoutException when the time is over."""
        seconds = self._until - time.monotonic()
        if seconds < _LEAST_SECONDS:
            raise httpcore2.ReadTimeout("The exchange took too long.")
        return seconds


class _Network(httpcore2.NetworkBackend):
    """The operating system's sockets, each step of which ends with the exchange."""

    def __init__(self, deadline: _Deadline) -> None:
        self._deadline = deadline
        self._sockets = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        stream = self._sockets.connect_tcp(host, port, self._deadline.left(), local_address, socket_options)
        return _Stream(stream, self._deadline)


class _Stream(httpcore2.NetworkStream):
    def __init__(self, stream: httpcore2.NetworkStream, deadline: _Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
