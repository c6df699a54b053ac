"""An app without Bolt, for the tests: it remembers what it heard over Socket Mode and answers as it was told."""

import asyncio
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import APP_TOKEN
from sandbox.visitor import Visitor
from sandbox.wire import Json

SILENCE = object()
Answer = Callable[[Json], Any]


class PlainApp:
    """Answers are looked up by the payload's type (`slash_commands` for commands); without one it acknowledges."""

    def __init__(self, api_url: str) -> None:
        self.envelopes: list[Json] = []
        self.answers: dict[str, Any] = {}
        self._api_url = api_url
        self._came = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._session: aiohttp.ClientSession
        self._lines: list[aiohttp.ClientWebSocketResponse] = []
        self._under_way: list[asyncio.Task[None]] = []

    def __enter__(self) -> Self:
        self._thread.start()
        self.connect()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def connect(self) -> None:
        """Open one more line."""
        self._run(self._connect())

    @property
    def hellos(self) -> list[Json]:
        return [each for each in self.envelopes if each["type"] == "hello"]

    def heard(self, kind: str) -> list[Json]:
        """Payloads of commands, of interactions by their type, of events by the event's type (the event itself)."""
        with self._came:
            return [_heart(each) for each in self.envelopes if kind_of(each) == kind]

    def waits_for(self, kind: str, count: int = 1, seconds: float = 10.0) -> list[Json]:
        """Until it heard so many of them."""
        until = time.monotonic() + seconds
        with self._came:
            while len(self.heard(kind)) < count:
                if not self._came.wait(until - time.monotonic()):
                    heard = [kind_of(each) for each in self.envelopes]
                    raise AssertionError(f"The app did not hear {count} {kind}, but {heard}.")
        return self.heard(kind)

    def _run(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(timeout=10)

    async def _connect(self) -> None:
        if not self._lines:
            self._session = aiohttp.ClientSession()
        headers = {"Authorization": f"Bearer {APP_TOKEN}"}
        async with self._session.post(f"{self._api_url}apps.connections.open", headers=headers) as response:
            url = (await response.json())["url"]
        line = await self._session.ws_connect(url)
        self._lines.append(line)
        self._hear((await line.receive()).json())
        self._under_way.append(asyncio.create_task(self._listen(line)))

    async def _listen(self, line: aiohttp.ClientWebSocketResponse) -> None:
        async for message in line:
            envelope = message.json()
            self._hear(envelope)
            if "envelope_id" in envelope:
                self._under_way.append(asyncio.create_task(self._acknowledge(line, envelope)))

    async def _acknowledge(self, line: aiohttp.ClientWebSocketResponse, envelope: Json) -> None:
        answer = await self._answer(envelope)
        if answer is not SILENCE and not line.closed:
            await line.send_json({"envelope_id": envelope["envelope_id"], "payload": answer})

    def _hear(self, envelope: Json) -> None:
        with self._came:
            self.envelopes.append(envelope)
            self._came.notify_all()

    async def _answer(self, envelope: Json) -> Any:
        answer = self.answers.get(kind_of(envelope))
        if callable(answer):
            # Off this loop: an answer may ask the Web API something first.
            answer = await asyncio.get_running_loop().run_in_executor(None, answer, envelope["payload"])
        return answer

    async def _close(self) -> None:
        for line in self._lines:
            await line.close()
        for task in self._under_way:
            task.cancel()
        await self._session.close()


def kind_of(envelope: Json) -> str:
    if envelope["type"] == "interactive":
        return str(envelope["payload"]["type"])
    if envelope["type"] == "events_api":
        return str(envelope["payload"]["event"]["type"])
    return str(envelope["type"])


def _heart(envelope: Json) -> Json:
    if envelope["type"] == "events_api":
        return dict(envelope["payload"]["event"])
    return dict(envelope.get("payload") or envelope)


def opened(app: PlainApp, api: WebClient, visitor: Visitor, channel: Channel, view: Json) -> Json:
    """The form a person gets who types /ring."""

    def opens(payload: Json) -> None:
        api.views_open(trigger_id=payload["trigger_id"], view=view)

    app.answers["slash_commands"] = opens
    came = visitor.types("/ring", channel)
    assert came.view is not None
    return came.view
