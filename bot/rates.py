"""Slack's pace for one channel: about a message a second, with short bursts."""

import threading
import time
from collections.abc import Callable

from storage.outbox import Act, Post

BURST = 4.0
PER_SECOND = 1.0
PACED = {Act.SAY, Act.DIRECT}  # chat.postMessage; the other calls have paces of their own, far from one a second


class Rates:
    """A small bucket for each place. An empty one keeps its queues out of the round until it has refilled."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: dict[str, tuple[float, float]] = {}
        self._queues: dict[str, set[str]] = {}
        self._lock = threading.Lock()

    def count(self, post: Post) -> None:
        """One message has gone out there."""
        if post.act not in PACED:
            return
        place = post.person_id if post.act == Act.DIRECT else post.channel_id
        with self._lock:
            self._buckets[place] = (self._level(place) - 1.0, self._clock())
            self._queues.setdefault(place, set()).add(post.queue)

    def full(self) -> set[str]:
        """Queues that must wait now: a channel may have two, one with student facts and one without."""
        with self._lock:
            for place in [place for place in self._buckets if self._level(place) >= BURST]:
                del self._buckets[place], self._queues[place]
            full = [place for place in self._buckets if self._level(place) < 1.0]
            return {queue for place in full for queue in self._queues[place]}

    def soonest(self) -> float:
        """Seconds until the first of the full places may go on; 0 where none is full."""
        with self._lock:
            short = [1.0 - self._level(place) for place in self._buckets if self._level(place) < 1.0]
        return min(short, default=0.0) / PER_SECOND

    def _level(self, place: str) -> float:
        level, since = self._buckets.get(place, (BURST, self._clock()))
        return min(BURST, level + (self._clock() - since) * PER_SECOND)
