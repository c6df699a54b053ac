"""The line in which those stand who want to write: first come, first served."""

import threading
from collections import deque


class Turns:
    """One turn at a time. Python's own lock takes whom it likes next, and cannot say whether anybody waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: deque[threading.Lock] = deque()
        self._is_taken = False

    def take(self, seconds: float) -> bool:
        """Wait for the turn; False where it did not come in time."""
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return True
            place = threading.Lock()
            place.acquire()
            self._line.append(place)
        if place.acquire(timeout=seconds):
            return True
        with self._lock:
            if place not in self._line:
                return True  # it came at the last moment
            self._line.remove(place)
        return False

    def hand_on(self) -> bool:
        """Give the turn to the first in the line; False where nobody stands there, and the turn stays here."""
        with self._lock:
            if self._line:
                self._line.popleft().release()
                return True
        return False

    def end(self) -> None:
        """Give the turn to the first in the line, or to nobody."""
        with self._lock:
            if self._line:
                self._line.popleft().release()
            else:
                self._is_taken = False

    @property
    def is_taken(self) -> bool:
        return self._is_taken

    def __len__(self) -> int:
        """How many stand in the line."""
        return len(self._line)
