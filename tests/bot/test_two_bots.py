"""Two bots on one PostgreSQL: what is to be said is said once and in order, what is heard twice is done once."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import select

from bot import outbox as sending
from bot import rates, retries
from bot.app import Roundtable, build
from bot.run import READY
from sandbox.channels import Channel
from sandbox.server import Sandbox
from storage import outbox
from storage.checkins import Checkin
from storage.outbox import Post
from tests.bot import payload_shapes as shapes
from tests.bot import verbs
from tests.bot.processes import environment, read_line, running
from tests.bot.verbs import post
from tests.cast import MANIFEST, Cast, fill

Put = Callable[..., None]


@dataclass
class Two:
    """The cast, and two bots that know of each other only by their memory."""

    cast: Cast
    bots: list[Roundtable]

    def queue(self, bot: Roundtable, *posts: Post) -> None:
        with bot.database.write() as session:
            for one in posts:
                one.made_at = one.not_before = bot.clock.now()
                outbox.add_post(session, one)
        for each in self.bots:
            each.sender.wake()

    def said(self, channel: Channel) -> list[str]:
        visitor = self.cast.sandbox.visitor(self.cast.people["dean"])
        words = [visitor.text_of(one) for one in visitor.sees(channel)]
        return [one.rsplit("said thing=", 1)[1] for one in words if "said thing=" in one]


@pytest.fixture
def two(server: str, database_url: str, put: Put, monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    put("SPEECHES", "things.said", verbs.echoes)
    monkeypatch.setattr(rates, "PER_SECOND", 1000.0)
    monkeypatch.setattr(retries, "FIRST_RETRY_SECONDS", 0.02)
    monkeypatch.setattr(retries, "LONGEST_RETRY_SECONDS", 0.1)
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, database_url)
        fill(cast)
        made = Two(cast, [build(cast.settings()) for _ in range(2)])
        cast.bot = made.bots[0]
        yield made
        for bot in made.bots:
            bot.stop()


def test_each_channel_hears_its_rows_once_and_in_order_from_two_bots(two: Two) -> None:
    dean = [two.cast.people["dean"]]
    channels = [two.cast.sandbox.add_channel(f"team-{number}", members=dean) for number in range(3)]
    for kind in ("429", "500", "lost_answer", "error"):
        two.cast.sandbox.fail("chat.postMessage", kind)
    for bot in two.bots:
        bot.sender.start()
    for number in range(10):
        two.queue(two.bots[number % 2], *(post(one.id, ids={"thing": number}) for one in channels))
    two.cast.all_sent()
    assert [two.said(one) for one in channels] == [[str(number) for number in range(10)]] * 3


def test_what_a_dead_bot_was_sending_is_said_by_the_other(two: Two) -> None:
    dead, alive = two.bots
    two.queue(dead, post(two.cast.juniper.id, ids={"thing": 1}), post(two.cast.juniper.id, ids={"thing": 2}))
    with alive.database.read() as session:
        (first,) = outbox.list_firsts(session)
    with dead.database.write() as session:
        assert outbox.claim(session, first.id, dead.clock.now()) is not None
    alive.sender.start()
    alive.sender.sweep()
    assert two.cast.unsent() == 2  # it may still be at work, and the second waits for the first
    two.cast.sandbox.forward(sending.CRASHED_AFTER.total_seconds() + 1)
    alive.clock.follow()
    alive.sender.sweep()
    two.cast.all_sent()
    two.cast.sandbox.invite(two.cast.juniper, two.cast.people["dean"])
    assert two.said(two.cast.juniper) == ["1", "2"]


def test_a_command_that_reaches_both_is_kept_once_and_confirmed_by_both(two: Two) -> None:
    two.cast.add_student("Maya Tern", two.cast.add_team(two.cast.juniper, "hale"))
    hale, channel = two.cast.people["hale"].id, two.cast.juniper.id
    bodies = [shapes.command(f"Maya: page {number}", user=hale, channel=channel) for number in range(5)]
    answers: list[str] = []

    def hear(bot: Roundtable) -> None:
        answers.extend(str(bot.app.hear(body).body) for body in bodies)

    threads = [threading.Thread(target=hear, args=(bot,)) for bot in two.bots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with two.bots[0].database.read() as session:
        kept = sorted(session.exec(select(Checkin.text)).all())
    assert kept == [f"page {number}" for number in range(5)]
    assert len(answers) == 10
    assert all("Maya" in one for one in answers), [one for one in answers if "Maya" not in one]


def test_two_may_run_and_either_hears(server: str, database_url: str, tmp_path: Path) -> None:
    with Sandbox(MANIFEST, rate_limits=False) as sandbox, ExitStack() as opened:
        cast = Cast(sandbox, database_url)
        fill(cast)
        folders = [tmp_path / "one", tmp_path / "other"]
        for folder in folders:
            folder.mkdir()
            child = opened.enter_context(running(folder, environment(cast), "run"))
            assert read_line(child) == f"{READY}\n"
        answers = [cast.hale.types("/checkin Quillerina: bit a pencil", cast.juniper).text for _ in range(4)]
        assert all("Quillerina" in one for one in answers)
        assert [(folder / "log").read_text() for folder in folders] == ["", ""]
