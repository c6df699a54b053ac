"""A bot at the practice workspace whose outbox and line a test starts and stops itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from slack_bolt import BoltResponse

from bot.app import Roundtable, build
from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from storage import outbox
from storage.outbox import Post, State
from tests.bot import verbs
from tests.cast import MANIFEST, Cast, fill


@dataclass
class Desk:
    """The bot without a line: payloads are laid before it by hand, its Web API calls reach the practice workspace."""

    cast: Cast
    bot: Roundtable

    @property
    def sandbox(self) -> Sandbox:
        return self.cast.sandbox

    @property
    def hale(self) -> Person:
        return self.cast.people["hale"]

    @property
    def channel(self) -> Channel:
        return self.cast.juniper

    def visitor(self, name: str = "hale") -> Visitor:
        return self.sandbox.visitor(self.cast.people[name])

    def hears(self, body: dict[str, Any]) -> BoltResponse:
        return self.bot.app.hear(body)

    def queue(self, *posts: Post) -> list[int]:
        """Lay rows into the outbox, as a verb does, and wake the sender."""
        with self.bot.database.write() as session:
            for one in posts:
                one.made_at = one.not_before = self.bot.clock.now()
                outbox.add_post(session, one)
        self.bot.sender.wake()
        return [one.id for one in posts]

    def row(self, post_id: int) -> Post:
        with self.bot.database.read() as session:
            return outbox.get_post(session, post_id)

    def said(self, name: str = "hale", channel: Channel | None = None) -> list[str]:
        visitor = self.visitor(name)
        return [visitor.text_of(one) for one in visitor.sees(channel or self.channel)]


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is busy with other tests must not look like a silent Slack."""
    monkeypatch.setattr("bot.app.HURRIED_SECONDS", 10.0)
    monkeypatch.setattr("bot.way_back.SECONDS_IN_ALL", 10.0)


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, database_url)
        fill(cast)
        made = Desk(cast, build(cast.settings()))
        yield made
        made.bot.stop()


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Lay a verb into the table for this test: `put("BUTTONS", "things.press", run, write=True)`."""

    def lay(kind: str, name: str, run: Any, *, write: bool = False) -> None:
        verbs.put(monkeypatch, kind, name, run, write=write)

    return lay


@pytest.fixture
def speaking(desk: Desk, put: Callable[..., None]) -> Desk:
    """The desk with its outbox running, and one speech that says its ids."""
    put("SPEECHES", "things.said", verbs.echoes)
    desk.bot.sender.start()
    return desk


def is_settled(post: Post) -> bool:
    return post.state in {State.SENT, State.DROPPED}
