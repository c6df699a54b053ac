"""Slack's pace for one channel: about a message a second, with short bursts."""

import threading
import time

from storage.outbox import Act, Post

BURST = 4.0
PER_SECOND = 1.0


class Rates:
    """A small bucket per queue. An empty one keeps its queue out of the round until it has refilled."""

    def __init__(self) -> None:
        self._buckets: dict[str, tuple[float, float]] = {}
        self._lock = threading.Lock()

    def count(self, post: Post) -> None:
        """One message has gone out on this queue."""
        if post.act in {Act.HOME, Act.WORK}:
            return
        with self._lock:
            self._buckets[post.queue] = (self._level(post.queue) - 1.0, time.monotonic())

    def full(self) -> set[str]:
        """Queues that must wait now."""
        with self._lock:
            levels = {queue: self._level(queue) for queue in self._buckets}
            for queue in [queue for queue, level in levels.items() if level >= BURST]:
                del self._buckets[queue]
        return {queue for queue, level in levels.items() if level < 1.0}

    def soonest(self) -> float:
        """Seconds until the first of the full queues may go on."""
        with self._lock:
            short = [1.0 - self._level(queue) for queue in self._buckets if self._level(queue) < 1.0]
        return min(short, default=0.0) / PER_SECOND

    def _level(self, queue: str) -> float:
        level, since = self._buckets.get(queue, (BURST, time.monotonic()))
        return min(BURST, level + (time.monotonic() - since) * PER_SECOND)
