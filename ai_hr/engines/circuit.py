"""A circuit breaker: after some failures in a row a provider is left alone for a while, then tried with one call."""

import threading
import time
from collections.abc import Callable
from typing import Literal

State = Literal["closed", "open", "half_open"]


class Circuit:
    """Safe to use from many threads; `clock` gives seconds."""

    def __init__(self, *, failures: int, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._limit, self._seconds, self._clock = failures, seconds, clock
        self._failed = 0
        self._opened_at = 0.0
        self._probing = False
        self._lock = threading.Lock()

    @property
    def state(self) -> State:
        if self._failed < self._limit:
            return "closed"
        return "half_open" if self._clock() - self._opened_at >= self._seconds else "open"

    def allows(self) -> bool:
        """Whether a call may be made now; when half open, one caller at a time is told yes."""
        with self._lock:
            if self.state == "closed":
                return True
            if self.state == "open" or self._probing:
                return False
            self._probing = True
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failed, self._probing = 0, False

    def failed(self) -> None:
        with self._lock:
            self._failed += 1
            self._probing = False
            if self._failed >= self._limit:
                self._opened_at = self._clock()
