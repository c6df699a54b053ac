"""Socket Mode: the app's open connections, envelopes out and acknowledgements in."""

import asyncio
import itertools
import json
import secrets
from collections.abc import Callable

from aiohttp import WSMessage, WSMsgType, web

from sandbox.delivery import Parcel, Retry, Undelivered
from sandbox.identity import APP_ID
from sandbox.wire import Json

# The JavaScript client hangs up when it hears no ping from Slack for 30 s.
PING_SECONDS = 10.0
MOST_LINES = 10
CONNECTION_SECONDS = 18060
RETIREMENT_SECONDS = 10.0


class Line:
    """One connection of the app; a deaf one stays open and hears and says nothing."""

    def __init__(self, request: web.Request) -> None:
        self.request = request
        self.socket = web.WebSocketResponse(autoping=False, max_msg_size=0)
        self.deaf = False
        self.is_retiring = False
        self._outgoing: asyncio.Queue[str | None] = asyncio.Queue()

    def say(self, message: Json) -> None:
        if not self.deaf:
            self._outgoing.put_nowait(json.dumps(message))

    def hang_up(self) -> None:
        self._outgoing.put_nowait(None)

    async def write(self) -> None:
        while (written := await self._outgoing.get()) is not None:
            await self.socket.send_str(written)
        await self.socket.close()

    async def ping(self) -> None:
        while True:
            await asyncio.sleep(PING_SECONDS)
            if not self.deaf:
                await self.socket.ping(b"Ping from the practice workspace")

    def cut(self) -> None:
        """A bare TCP FIN: the line ends without a word of WebSocket."""
        if self.request.transport is not None:
            self.request.transport.write_eof()


class Sockets:
    """Several lines may be open; each envelope goes to exactly one of them, in turn."""

    def __init__(self, when_changed: Callable[[], None]) -> None:
        self.has_begun = False
        self._lines: list[Line] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._turn = itertools.count()
        self._when_changed = when_changed

    @property
    def connected(self) -> bool:
        return bool(self._lines)

    def new_ticket(self) -> str:
        ticket = secrets.token_hex(8)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        # The ticket is used up; slack_sdk's own client ends every path with a "?".
        ticket = request.query.get("ticket", "").rstrip("?")
        if ticket not in self._tickets:
            raise web.HTTPForbidden(text="This ticket is used or unknown.")
        self._tickets.discard(ticket)
        line = Line(request)
        await line.socket.prepare(request)
        if len(self._lines) >= MOST_LINES:
            await line.socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            return line.socket
        await self._stay_on(line)
        return line.socket

    async def _stay_on(self, line: Line) -> None:
        self._lines.append(line)
        self.has_begun = True
        line.say(self._hello())
        running = [asyncio.create_task(line.write()), asyncio.create_task(line.ping())]
        self._when_changed()
        try:
            async for message in line.socket:
                await self._hear(line, message)
        finally:
            for task in running:
                task.cancel()
            self._drop(line)

    def _hello(self) -> Json:
        debug = {"host": "practice", "build_number": 1, "approximate_connection_time": CONNECTION_SECONDS}
        return {
            "type": "hello",
            "num_connections": len(self._lines),
            "debug_info": debug,
            "connection_info": {"app_id": APP_ID},
        }

    async def _hear(self, line: Line, message: WSMessage) -> None:
        if line.deaf:
            return
        if message.type is WSMsgType.PING:
            await line.socket.pong(message.data)
        elif message.type is WSMsgType.TEXT:
            self._acknowledged(message.data)

    def _acknowledged(self, written: str) -> None:
        try:
            answer = json.loads(written)
        except ValueError:
            return
        waiting = self._waiting.pop(str(answer.get("envelope_id")), None)
        if waiting is not None and not waiting.done():
            payload = answer.get("payload") or {}
            waiting.set_result(payload if isinstance(payload, dict) else {"text": str(payload)})

    def send(self, parcel: Parcel, retry: Retry) -> "asyncio.Future[Json]":
        waiting: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        if not self._lines:
            waiting.set_exception(Undelivered("connection_failed"))
            return waiting
        envelope_id = secrets.token_hex(16)
        self._waiting[envelope_id] = waiting
        waiting.add_done_callback(lambda _: self._waiting.pop(envelope_id, None))
        self._next_line().say(_envelope(envelope_id, parcel, retry))
        return waiting

    def _next_line(self) -> Line:
        """They take turns; one that is about to end is used only while there is no other."""
        lines = [each for each in self._lines if not each.is_retiring] or self._lines
        return lines[next(self._turn) % len(lines)]

    def _drop(self, line: Line) -> None:
        if line in self._lines:
            self._lines.remove(line)
            self._when_changed()

    def trouble(self, kind: str) -> None:
        """On demand: what real lines suffer now and then."""
        troubles: dict[str, Callable[[], None]] = {
            "disconnect": self._disconnect,
            "refresh": self._refresh,
            "fin": self._cut,
            "silent": self._fall_silent,
        }
        if kind not in troubles:
            raise ValueError(f"No such trouble: {kind}. There are {', '.join(troubles)}.")
        troubles[kind]()

    def _disconnect(self) -> None:
        """A warning, and the end in the same breath."""
        for line in list(self._lines):
            line.say(_goodbye("warning"))
            self._drop(line)
            line.hang_up()

    def _refresh(self) -> None:
        """The app is asked to connect anew, and has some seconds for it; until then the old line still works."""
        for line in list(self._lines):
            line.say(_goodbye("refresh_requested"))
            line.is_retiring = True
            asyncio.get_running_loop().call_later(RETIREMENT_SECONDS, line.hang_up)

    def _cut(self) -> None:
        for line in list(self._lines):
            self._drop(line)
            line.cut()

    def _fall_silent(self) -> None:
        """The lines stay open, but nothing comes through any more, in either direction."""
        for line in self._lines:
            line.deaf = True

    def close(self) -> None:
        for line in list(self._lines):
            self._drop(line)
            line.hang_up()


def _goodbye(reason: str) -> Json:
    return {"type": "disconnect", "reason": reason, "debug_info": {"host": "practice"}}


def _envelope(envelope_id: str, parcel: Parcel, retry: Retry) -> Json:
    envelope: Json = {
        "envelope_id": envelope_id,
        "type": parcel.kind,
        "accepts_response_payload": parcel.wants_answer,
        "payload": parcel.payload,
    }
    if parcel.kind == "events_api":
        envelope |= {"retry_attempt": retry.attempt, "retry_reason": retry.reason}
    return envelope
