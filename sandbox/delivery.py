"""How what people do reaches the app, and what comes back within Slack's three seconds."""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Protocol

from sandbox.clock import Clock
from sandbox.wire import Json

RETRY_PAUSES = (0.0, 60.0, 300.0)  # Slack tries an event again at once, after a minute, after five


class Undelivered(Exception):
    """The app gave no proper answer; the reason is Slack's word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class Retry:
    attempt: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Parcel:
    """One payload on its way: kind is Socket Mode's envelope type."""

    kind: str
    payload: Json
    wants_answer: bool = False


class Way(Protocol):
    """Socket Mode or HTTP."""

    @property
    def connected(self) -> bool: ...

    @property
    def has_begun(self) -> bool:
        """Whether the app was ever there to hear anything."""
        ...

    def send(self, parcel: Parcel, retry: Retry) -> "asyncio.Future[Json]":
        """Resolves to what the app acknowledged with; `Undelivered` when it cannot arrive."""
        ...


class Delivery:
    def __init__(self, way: Way, clock: Clock, answer_within: float) -> None:
        self.way, self._clock, self._answer_within = way, clock, answer_within
        self._last: deque[Parcel] = deque(maxlen=100)
        self._under_way: set[asyncio.Task[None]] = set()
        self._sent: set[asyncio.Future[Json]] = set()

    async def ask(self, parcel: Parcel) -> Json:
        """An interaction: the person waits, nothing is tried twice."""
        self._last.append(parcel)
        return await self._once(self.way.send(parcel, Retry()))

    def tell(self, parcel: Parcel) -> None:
        """An event: sent now, tried again until acknowledged or given up; before the app's first day, not at all."""
        if not self.way.has_begun:
            return
        self._last.append(parcel)
        first = self.way.send(parcel, Retry())
        self._keep(asyncio.get_running_loop().create_task(self._until_acknowledged(parcel, first)))

    def redeliver(self, count: int) -> int:
        """Send the last payloads once more, as after a lost acknowledgement."""
        again = list(self._last)[-count:]
        for parcel in again:
            sent = self.way.send(parcel, Retry(1, "timeout"))
            self._keep(asyncio.get_running_loop().create_task(self._forgiving(sent)))
        return len(again)

    async def settle(self) -> None:
        """Until nothing is on its way; what failed and waits to be tried again is not waited for."""
        while self._sent:
            await asyncio.wait(self._sent)

    async def close(self) -> None:
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _keep(self, task: "asyncio.Task[None]") -> None:
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _once(self, sent: "asyncio.Future[Json]") -> Json:
        self._sent.add(sent)
        sent.add_done_callback(self._sent.discard)
        try:
            # Not wait_for: in Python 3.11 it swallows a cancellation that meets a finished future.
            async with asyncio.timeout(self._answer_within):
                return await sent
        except TimeoutError:
            raise Undelivered("timeout") from None

    async def _until_acknowledged(self, parcel: Parcel, sent: "asyncio.Future[Json]") -> None:
        for attempt, pause in enumerate((*RETRY_PAUSES, None), start=1):
            try:
                await self._once(sent)
                return
            except Undelivered as undelivered:
                reason = undelivered.reason
            if pause is None:
                return
            await self._clock.sleep(pause)
            sent = self.way.send(parcel, Retry(attempt, reason))

    async def _forgiving(self, sent: "asyncio.Future[Json]") -> None:
        try:
            await self._once(sent)
        except Undelivered:
            return
