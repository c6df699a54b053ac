"""Remembers the signed requests of the last minutes: a copy of one is nobody's but an eavesdropper's (PRV-40)."""

import threading
import time
from collections.abc import Callable

# Bolt takes a timestamp up to five minutes old, or ahead; twice that covers every copy that could still pass.
KEPT_SECONDS = 600.0


class Replays:
    """Two generations of signatures; the elder one is dropped whole when the younger one is full of years."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._young: set[str] = set()
        self._old: set[str] = set()
        self._since = clock()
        self._lock = threading.Lock()

    def knows(self, signature: str) -> bool:
        return signature in self._young or signature in self._old

    def remember(self, signature: str) -> None:
        with self._lock:
            if self._clock() - self._since > KEPT_SECONDS:
                self._old, self._young, self._since = self._young, set(), self._clock()
            self._young.add(signature)
