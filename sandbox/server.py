"""The practice workspace as a server on this machine, in a thread of its own."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Coroutine, Iterable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from aiohttp import web

from sandbox import arrivals, membership
from sandbox.channels import Channel
from sandbox.faults import Fault
from sandbox.identity import BOT_USER_ID
from sandbox.manifest import read_manifest
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.routes import application
from sandbox.visitor import Visitor

HOST = "127.0.0.1"
Result = TypeVar("Result")


class Sandbox:
    """Start it, fill it, point an app's `base_url` at `api_url`; everything may be called from any thread."""

    def __init__(
        self,
        manifest: Path,
        *,
        memory: Path | None = None,
        port: int = 0,
        name: str = "Practice School",
        rate_limits: bool = True,
        clock_start: datetime | None = None,
        answer_within: float = 3.0,
    ) -> None:
        self.practice = Practice(
            read_manifest(manifest),
            memory=memory,
            name=name,
            rate_limits=rate_limits,
            clock_start=clock_start,
            answer_within=answer_within,
        )
        self._port = port
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._runner: web.AppRunner | None = None
        self._door: socket.socket | None = None  # where connections come in
        self._visitors: dict[str, Visitor] = {}

    @property
    def url(self) -> str:
        """Without a slash at its end."""
        return self.practice.url.rstrip("/")

    @property
    def api_url(self) -> str:
        return f"{self.practice.url}api/"

    def start(self) -> Self:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="practice-slack", daemon=True)
        self._thread.start()
        try:
            self._run(self._serve())
        except OSError:
            self.stop()  # the port is taken; the thread must not outlive the attempt
            raise
        return self

    def stop(self) -> None:
        if self._loop is None or self._thread is None:
            return
        for visitor in self._visitors.values():
            visitor.close()
        if self._runner is not None:
            self._run(self._end(self._runner))
            self._runner = None
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
        self._loop = None

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    async def _serve(self) -> None:
        app = application(self.practice)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=0.1)
        await self._runner.setup()
        self._door = socket.create_server((HOST, self._port))
        await web.SockSite(self._runner, self._door).start()
        self.practice.workspace.url = f"http://{HOST}:{self._door.getsockname()[1]}/"

    async def _end(self, runner: web.AppRunner) -> None:
        await self.practice.close()
        await self._let_nobody_in()
        await runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _let_nobody_in(self) -> None:
        """Whoever is half in comes in, so that the runner closes their connection with the others.

        The loop takes a socket in one turn, makes its connection in the next, and drops it, open as it is, where the
        server was closed between the two (python/cpython#109564).
        """
        if self._door is not None:
            with contextlib.suppress(NotImplementedError):  # on Windows
                asyncio.get_running_loop().remove_reader(self._door)
        for _ in range(2):
            await asyncio.sleep(0)

    # Building a workspace from a test or a demo

    def add_person(self, handle: str, real_name: str = "", **more: object) -> Person:
        """`title`, `email`, `tz`, `is_admin`, `is_restricted`, `is_stranger`, `team_id`, `deleted`…"""
        return self._do(lambda: arrivals.arrive(self.practice, handle, real_name or handle.title(), **more))

    def add_channel(
        self, name: str, *, private: bool = True, members: Iterable[Person] = (), with_app: bool = True
    ) -> Channel:
        """With the app in it, unless said otherwise; nobody is told that it was made."""
        ids = [each.id for each in members] + ([BOT_USER_ID] if with_app else [])
        kind, creator = "private" if private else "public", next(iter(ids), BOT_USER_ID)
        return self._do(lambda: self.practice.workspace.add_channel(name, kind, creator, ids))

    def invite(self, channel: Channel, person: Person | None = None, by: Person | None = None) -> None:
        """Without a person: the app."""
        user, inviter = person.id if person else BOT_USER_ID, by.id if by else channel.creator
        self._do(lambda: membership.join(self.practice, channel, user, inviter=inviter))

    def remove(self, channel: Channel, person: Person | None = None) -> None:
        """Without a person: the app."""
        self._do(lambda: membership.leave(self.practice, channel, person.id if person else BOT_USER_ID))

    def change_person(self, person: Person, **changes: object) -> None:
        self._do(lambda: arrivals.change(self.practice, person, **changes))

    def visitor(self, person: Person) -> Visitor:
        """The person in front of the page; the same one each time, so half-filled forms stay filled."""
        return self._visitors.setdefault(person.id, Visitor(self.url, person.id))

    # Trouble and time

    def fail(self, method: str, kind: str, **more: object) -> None:
        """The next call of the method (or of any, with `*`) meets this fault."""
        self._do(lambda: self.practice.faults.add(Fault(method, kind, **more)))  # type: ignore[arg-type]

    def trouble_line(self, kind: str) -> None:
        """disconnect, refresh, fin (a bare TCP end) or silent (open, but deaf)."""
        self._do(lambda: self.practice.sockets.trouble(kind))

    def forward(self, seconds: float) -> datetime:
        return self._do(lambda: self.practice.clock.forward(seconds))

    def now(self) -> datetime:
        return self.practice.clock.now()

    def deliver_over_http(self, request_url: str) -> None:
        """From now on the app is behind this address instead of Socket Mode."""
        self._do(lambda: self.practice.deliver_over_http(request_url))

    def redeliver(self, count: int = 1) -> int:
        return self._do(lambda: self.practice.delivery.redeliver(count))

    def settle(self) -> None:
        """Until the app has acknowledged every event that is on its way."""
        self._run(self.practice.delivery.settle())

    def _do(self, deed: Callable[[], Result]) -> Result:
        """On the workspace's own loop, where everything happens."""
        if self._loop is None:
            return deed()

        async def done() -> Result:
            return deed()

        return self._run(done())

    def _run(self, work: Coroutine[None, None, Result]) -> Result:
        if self._loop is None:
            raise RuntimeError("The practice workspace is not started.")
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()
