"""The workspace's clock: real time plus an offset that only ever grows."""

import asyncio
import heapq
import itertools
import time
from datetime import UTC, datetime

from sandbox.memory import Memory


class Clock:
    """Tells the practice time, gives each message its own ts, and wakes who waits for a moment."""

    def __init__(self, memory: Memory, start: datetime | None = None) -> None:
        self._memory = memory
        self._offset = float((memory.recall("clock", "offset") or {"seconds": 0.0})["seconds"])
        self._last_micros = 0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._marks: dict[str, datetime] = {}
        if start is not None and start.timestamp() > self.time():
            self.forward(start.timestamp() - self.time())

    def time(self) -> float:
        """Seconds since 1970, as the workspace sees them."""
        return time.time() + self._offset

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time(), UTC)

    def forward(self, seconds: float) -> datetime:
        if seconds < 0:
            raise ValueError("The practice clock only moves forward.")
        self._offset += seconds
        self._memory.keep("clock", "offset", {"seconds": self._offset})
        self._wake_due()
        return self.now()

    def forward_to(self, moment: datetime) -> datetime:
        return self.forward(moment.timestamp() - self.time())

    def mark(self, name: str, moment: datetime) -> None:
        """A moment an app waits for: the page offers to go there."""
        self._marks[name] = moment

    def marks(self) -> dict[str, datetime]:
        """Those still to come."""
        return {name: moment for name, moment in self._marks.items() if moment > self.now()}

    def ts(self) -> str:
        """A message's name in its channel: the time in microseconds, never twice."""
        self._last_micros = max(int(self.time() * 1_000_000), self._last_micros + 1)
        return f"{self._last_micros // 1_000_000}.{self._last_micros % 1_000_000:06d}"

    def start_after(self, ts: str) -> None:
        """Never give a ts again that an earlier run of this workspace gave."""
        seconds, _, micros = ts.partition(".")
        self._last_micros = max(self._last_micros, int(seconds) * 1_000_000 + int(micros))

    async def sleep(self, seconds: float) -> None:
        """Wait on the practice time: moving the clock forward shortens the wait."""
        due = self.time() + seconds
        while (left := due - self.time()) > 0:
            woken = asyncio.get_running_loop().create_future()
            heapq.heappush(self._sleepers, (due, next(self._order), woken))
            await asyncio.wait([woken], timeout=left)

    def _wake_due(self) -> None:
        while self._sleepers and self._sleepers[0][0] <= self.time():
            woken = heapq.heappop(self._sleepers)[2]
            if not woken.done():
                woken.set_result(None)
