"""The line in which those stand who want to write: first come, first served."""

import threading
from collections import deque


class Place:
    """One that waits in the line: for the turn, or for whoever has it to do their work along the way."""

    def __init__(self, *, can_be_done: bool = False) -> None:
        self.can_be_done = can_be_done
        self.is_called = False  # out of the line: the turn came, or the work is being done
        self._ends = threading.Lock()
        self._ends.acquire()

    def wait(self, seconds: float = -1) -> bool:
        return self._ends.acquire(timeout=seconds)

    def wake(self) -> None:
        self._ends.release()


class Turns:
    """One turn at a time. Python's own lock takes whom it likes next, and cannot say whether anybody waits."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: deque[Place] = deque()
        self._is_taken = False
        self._comes: threading.Lock | None = None  # released when somebody comes into an empty line

    def take(self, seconds: float, place: Place | None = None) -> bool:
        """Wait for the turn, or until the work of this place is done; False where neither was begun in time."""
        with self._lock:
            if not self._is_taken:
                self._is_taken = True
                return True
            place = place or Place()
            self._line.append(place)
            if self._comes is not None:
                self._comes.release()
                self._comes = None
        if place.wait(seconds):
            return True
        with self._lock:
            if not place.is_called:
                self._line.remove(place)
                return False
        return place.wait()  # it came at the last moment

    def call(self, seconds: float = 0, *, to_work: bool = False) -> Place | None:
        """The first in the line, or who comes within `seconds`; None where nobody does.

        They have the turn now. With `to_work` it stays here where their work can be done, and they wait on.
        """
        with self._lock:
            if self._line or not seconds:
                return self._call(to_work=to_work)
            self._comes = comes = threading.Lock()
            comes.acquire()
        comes.acquire(timeout=seconds)
        with self._lock:
            self._comes = None
            return self._call(to_work=to_work)

    def end(self) -> None:
        """Give the turn to the first in the line, or to nobody."""
        with self._lock:
            self._is_taken = bool(self._line)
            if self._line:
                self._leave().wake()

    def _call(self, *, to_work: bool) -> Place | None:
        if not self._line:
            return None
        place = self._leave()
        if not (to_work and place.can_be_done):
            place.wake()
        return place

    def _leave(self) -> Place:
        place = self._line.popleft()
        place.is_called = True
        return place

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
