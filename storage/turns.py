"""The line in which those stand who want to write: first come, first served."""

import threading
from collections import deque


class Turns:
    """One turn at a time. Python's own lock takes whom it likes next, and cannot say whether anybody waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: deque[threading.Lock] = deque()
        self._is_taken = False
        self._comes: threading.Lock | None = None  # released when somebody comes into an empty line

    def take(self, seconds: float) -> bool:
        """Wait for the turn; False where it did not come in time."""
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return True
            place = threading.Lock()
            place.acquire()
            self._line.append(place)
            if self._comes is not None:
                self._comes.release()
                self._comes = None
        if place.acquire(timeout=seconds):
            return True
        with self._lock:
            if place not in self._line:
                return True  # it came at the last moment
            self._line.remove(place)
        return False

    def hand_on(self, seconds: float = 0) -> bool:
        """Give the turn to the first in the line, or to who comes within `seconds`.

        False where nobody does, and the turn stays here.
        """
        with self._lock:
            if self._hand_on():
                return True
            if not seconds:
                return False
            self._comes = comes = threading.Lock()
            comes.acquire()
        comes.acquire(timeout=seconds)
        with self._lock:
            self._comes = None
            return self._hand_on()

    def end(self) -> None:
        """Give the turn to the first in the line, or to nobody."""
        with self._lock:
            self._is_taken = self._hand_on()

    def _hand_on(self) -> bool:
        if not self._line:
            return False
        self._line.popleft().release()
        return True

    @property
    def is_taken(self) -> bool:
        return self._is_taken

    @property
    def is_waited_for(self) -> bool:
        """Whether a moment is given to whoever may come into the empty line."""
        return self._comes is not None

    def __len__(self) -> int:
        """How many stand in the line."""
        return len(self._line)
