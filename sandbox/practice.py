"""The whole practice Slack in one place: the school's workspace, its clock, its pages and the way to the app."""

from datetime import datetime
from pathlib import Path

from sandbox.clock import Clock
from sandbox.delivery import Delivery
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.http_delivery import HttpDelivery
from sandbox.identity import SIGNING_SECRET
from sandbox.manifest import Manifest
from sandbox.memory import Memory
from sandbox.pages import Pages
from sandbox.rates import Pace
from sandbox.response_urls import ResponseUrls
from sandbox.socket import Sockets
from sandbox.triggers import Triggers
from sandbox.views import Views
from sandbox.workspace import Workspace


class Practice:
    """All of it lives on one event loop, so nothing here needs a lock."""

    def __init__(
        self,
        manifest: Manifest,
        *,
        memory: Path | None = None,
        name: str = "Practice School",
        clock_start: datetime | None = None,
        rate_limits: bool = True,
        answer_within: float = 3.0,
    ) -> None:
        self.manifest = manifest
        self.memory = Memory(memory)
        self.clock = Clock(self.memory, clock_start)
        self.workspace = Workspace(self.memory, self.clock, manifest.bot_name, name, "practice")
        self.files = Files(self.memory)
        self.pages = Pages()
        self.views = Views(self.clock)
        self.triggers = Triggers()
        self.response_urls = ResponseUrls(self.clock)
        self.faults = Faults()
        self.pace = Pace(on=rate_limits)
        self.sockets = Sockets(self._connection_changed)
        self.answer_within = answer_within
        self.delivery = Delivery(self.sockets, self.clock, answer_within)
        if not manifest.socket_mode and manifest.request_url:
            self.deliver_over_http(manifest.request_url)

    @property
    def url(self) -> str:
        """Where the workspace is, with a slash at its end."""
        return self.workspace.url

    def deliver_over_http(self, request_url: str) -> None:
        self.delivery.way = HttpDelivery(request_url, SIGNING_SECRET, self.answer_within)

    async def close(self) -> None:
        await self.delivery.close()
        self.sockets.close()
        self.pages.close()
        if isinstance(self.delivery.way, HttpDelivery):
            await self.delivery.way.close()
        self.memory.close()

    def _connection_changed(self) -> None:
        self.pages.push({"type": "app", "connected": self.delivery.way.connected}, None)
