"""The open pages of each person: what changes is pushed to them, and the last pushes are kept for who asks."""

import asyncio
import itertools
import json
from collections import defaultdict, deque
from collections.abc import Collection

from aiohttp import web

from sandbox.wire import Json

REMEMBERED = 5000


class Pages:
    """A push goes to the people named, or with None to everybody."""

    def __init__(self) -> None:
        self._open: dict[str, set[asyncio.Queue[str | None]]] = defaultdict(set)
        self._numbers = itertools.count(1)
        self._journal: deque[tuple[int, Collection[str] | None, Json]] = deque(maxlen=REMEMBERED)
        self._waiting: set[asyncio.Future[None]] = set()
        self._notifications: dict[str, deque[Json]] = defaultdict(lambda: deque(maxlen=1000))

    def push(self, change: Json, to: Collection[str] | None) -> None:
        to = None if to is None else frozenset(to)  # who sees it now, whoever joins or leaves later
        self._journal.append((next(self._numbers), to, change))
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        queues = [queue for user, open_ in self._open.items() if to is None or user in to for queue in open_]
        if queues:
            written = json.dumps(change)
            for queue in queues:
                queue.put_nowait(written)

    def notify(self, channel_id: str, text: str, to: Collection[str]) -> None:
        """What a phone would show on its locked screen."""
        notification = {"type": "notification", "channel": channel_id, "text": text}
        for user in to:
            self._notifications[user].append(notification)
        self.push(notification, to)

    def notifications(self, user: str) -> list[Json]:
        return list(self._notifications[user])

    def last_number(self) -> int:
        return self._journal[-1][0] if self._journal else 0

    def since(self, number: int, user: str) -> list[Json]:
        """The pushes to this person after the one of that number."""
        found: list[Json] = []
        for each, to, change in reversed(self._journal):
            if each <= number:
                break
            if to is None or user in to:
                found.append(change)
        return found[::-1]

    async def wait_for_change(self, seconds: float) -> None:
        """Until anything changes for anybody, at most so long."""
        waiting = asyncio.get_running_loop().create_future()
        self._waiting.add(waiting)
        try:
            await asyncio.wait([waiting], timeout=seconds)
        finally:
            self._waiting.discard(waiting)

    async def serve(self, request: web.Request, user: str) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._open[user].add(queue)
        writer = asyncio.create_task(_write(socket, queue))
        try:
            async for _ in socket:
                pass
        finally:
            self._open[user].discard(queue)
            writer.cancel()
        return socket

    def close(self) -> None:
        for queues in self._open.values():
            for queue in queues:
                queue.put_nowait(None)


async def _write(socket: web.WebSocketResponse, queue: "asyncio.Queue[str | None]") -> None:
    while (written := await queue.get()) is not None:
        await socket.send_str(written)
    await socket.close()
