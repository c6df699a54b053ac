"""Whatever goes wrong around a huddle, it ends posted once, posted once late with a word, or skipped with a word."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot import rates
from bot.app import Roundtable, build
from handlers.huddles import due, steps
from handlers.huddles.queueing import OPEN, PROMPT
from handlers.huddles.replies import LATE, STEPS, WHY_NONE
from storage import people
from storage.huddles import Skipped
from storage.outbox import Post, State
from tests.cast import Cast
from tests.faults.looking import opened
from tests.handlers.huddles.steps import TITLE, forward, go_to, go_to_huddle, plan_of, said

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MISSED, UNFIT = WHY_NONE[Skipped.MISSED], WHY_NONE[Skipped.UNFIT][:60]
GUEST = "a guest"
LONG_AGO = 5 * MINUTE  # with several bots on one database, whoever began a post has a minute to end it


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six messages in one channel, as fast as they come."""
    monkeypatch.setattr(rates, "BURST", 100.0)


@pytest.fixture
def due_at(cast: Cast) -> datetime:
    """When the huddle comes. The words of the day before have been said."""
    moment = plan_of(cast, cast.juniper).next_at
    go_to(cast, moment - 30 * MINUTE)
    cast.all_sent()
    return moment


def all_sent_soon(cast: Cast) -> None:
    """On a fast clock, so that no back-off has to be sat through."""

    def is_empty() -> bool:
        cast.forward(minutes=0.05)
        return cast.unsent() == 0

    cast.waits_until(is_empty, seconds=30.0)


def is_there_once(cast: Cast) -> bool:
    """The post and every message of its thread, once each."""
    steps = [said(cast, cast.juniper, f"min  ·  {step.name}") for step in STEPS]
    return said(cast, cast.juniper, TITLE) == 1 and steps == [1] * len(STEPS)


def is_held_back(cast: Cast) -> bool:
    """The post was tried, and waits."""
    held = select(Post).where(Post.about == PROMPT, Post.state == State.WAITING, Post.attempts > 0)
    with cast.bot.database.read() as session:
        return session.exec(held).first() is not None


def looked_at(cast: Cast) -> datetime | None:
    """When Slack was last asked about the channel."""
    with cast.bot.database.read() as session:
        channel = people.find_channel(session, cast.juniper.id)
    return channel.checked_at if channel is not None else None


@contextmanager
def down_until(cast: Cast, moment: datetime) -> Iterator[None]:
    """The bot is gone, something happens, and it comes back at that moment."""
    cast.stop_bot()
    yield
    cast.sandbox.forward((moment - cast.sandbox.now()).total_seconds())
    cast.start_bot()
    forward(cast, 0.05)
    cast.all_sent()


@contextmanager
def second_bot(cast: Cast) -> Iterator[Roundtable]:
    """Another process on the same database, as far as its clock and its sender are concerned."""
    other = build(cast.settings())
    other.start()
    try:
        yield other
    finally:
        other.stop()


@pytest.mark.parametrize("kind", ["429", "500", "timeout", "lost_answer", "error"])
def test_what_slack_does_to_a_post_changes_nothing(cast: Cast, due_at: datetime, kind: str) -> None:
    """An answer is lost after Slack did post."""
    cast.bot.client.timeout = 1
    cast.sandbox.fail("chat.postMessage", kind, times=2)
    go_to(cast, due_at)
    all_sent_soon(cast)
    assert is_there_once(cast)


def test_of_two_processes_one_posts(cast: Cast, due_at: datetime) -> None:
    with second_bot(cast) as other:
        cast.sandbox.forward((due_at + MINUTE / 30 - cast.sandbox.now()).total_seconds())
        for bot in (other, cast.bot):
            bot.clock.follow()
            bot.huddle_clock.tick()
        cast.all_sent()
        assert is_there_once(cast)


def test_a_bot_that_was_down_for_ten_minutes_posts_late_with_a_word(cast: Cast, due_at: datetime) -> None:
    with down_until(cast, due_at + 10 * MINUTE):
        pass
    assert is_there_once(cast)
    assert said(cast, cast.juniper, LATE) == 1


@pytest.mark.parametrize("days", [1, 6])
def test_a_bot_that_was_down_for_long_skips_with_one_word(cast: Cast, due_at: datetime, days: int) -> None:
    with down_until(cast, due_at + days * DAY):
        pass
    assert (said(cast, cast.juniper, TITLE), said(cast, cast.juniper, MISSED)) == (0, 1)


def test_a_crash_between_claim_and_work_is_gone_on_from(cast: Cast, due_at: datetime) -> None:
    with down_until(cast, due_at + MINUTE / 4), opened(cast.database_url) as database, database.write() as session:
        assert steps.keep(session, due.find_huddles(session, due_at + MINUTE / 6, 9)) > 0
        for row in session.exec(select(Post).where(Post.about == OPEN)).all():
            row.state, row.claimed_at = State.SENDING, due_at - LONG_AGO
    assert is_there_once(cast)
    assert said(cast, cast.juniper, LATE) == 0


def test_a_crash_between_send_and_mark_is_found_in_the_channel(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at)
    cast.all_sent()
    with down_until(cast, due_at + 3 * MINUTE), opened(cast.database_url) as database, database.write() as session:
        for row in session.exec(select(Post).where(Post.queue == cast.juniper.id)).all():
            row.state, row.sent_at, row.sent_to, row.ts = State.SENDING, None, "", ""
            row.claimed_at = due_at - LONG_AGO
    assert is_there_once(cast)


def test_a_work_done_twice_posts_once(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at)
    cast.all_sent()
    with cast.bot.database.write() as session:
        for row in session.exec(select(Post).where(Post.about == OPEN)).all():
            row.state = State.WAITING
            session.add(row)
    forward(cast, 0.1)
    cast.all_sent()
    assert is_there_once(cast)


def test_a_channel_that_is_archived_gets_none_and_its_lead_hears_it(cast: Cast, due_at: datetime) -> None:
    cast.hale.arranges("archive", cast.juniper)
    go_to(cast, due_at)
    all_sent_soon(cast)
    assert said(cast, cast.juniper, TITLE) == 0
    cast.hale.waits_for("archived")


def test_a_channel_that_lost_the_bot_gets_none_and_its_lead_hears_it(cast: Cast, due_at: datetime) -> None:
    cast.sandbox.remove(cast.juniper)
    go_to(cast, due_at)
    all_sent_soon(cast)
    assert said(cast, cast.juniper, TITLE) == 0
    cast.hale.waits_for("Invite me")


def test_a_renamed_channel_gets_its_huddle(cast: Cast, due_at: datetime) -> None:
    cast.hale.arranges("rename", cast.juniper, name="juniper-renamed")
    go_to(cast, due_at)
    cast.all_sent()
    assert is_there_once(cast)


def test_a_shared_channel_waits_and_gets_it_late_once_it_is_ours_again(cast: Cast, due_at: datetime) -> None:
    cast.hale.arranges("share", cast.juniper)
    go_to(cast, due_at)
    cast.waits_until(lambda: is_held_back(cast))
    assert said(cast, cast.juniper, TITLE) == 0
    cast.hale.arranges("unshare", cast.juniper)
    go_to(cast, due_at + 10 * MINUTE)
    all_sent_soon(cast)
    assert is_there_once(cast)
    assert said(cast, cast.juniper, LATE) == 1


def test_a_channel_that_stays_unfit_gets_a_word_at_the_end_of_the_day(cast: Cast, due_at: datetime) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    go_to(cast, due_at)
    cast.waits_until(lambda: is_held_back(cast))
    go_to(cast, due_at + 5 * 60 * MINUTE)
    all_sent_soon(cast)
    assert (said(cast, cast.juniper, TITLE), said(cast, cast.juniper, UNFIT)) == (0, 1)


def test_a_channel_made_public_right_before_gets_none_and_its_lead_hears_it(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at, seconds=-1)
    cast.hale.arranges("make_public", cast.juniper)
    go_to(cast, due_at)
    cast.waits_until(lambda: is_held_back(cast))
    cast.hale.waits_for("public")
    go_to(cast, due_at + 5 * 60 * MINUTE)
    all_sent_soon(cast)
    assert (said(cast, cast.juniper, TITLE), said(cast, cast.juniper, UNFIT)) == (0, 1)


def test_a_guest_of_whom_no_event_told_is_seen_in_the_quarter_of_an_hour_before(cast: Cast, due_at: datetime) -> None:
    cast.line.close()
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    go_to(cast, due_at - 15 * MINUTE)
    cast.bot.huddle_channels.look()
    assert GUEST not in cast.hale.everything()
    go_to(cast, due_at - 13 * MINUTE)
    cast.bot.huddle_channels.look()
    cast.all_sent()
    cast.hale.waits_for(GUEST)
    seen_at = looked_at(cast)
    forward(cast, 5)
    cast.bot.huddle_channels.look()
    assert looked_at(cast) == seen_at


def test_at_slacks_limit_what_was_seen_before_counts(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at - 10 * MINUTE)
    cast.bot.huddle_channels.look()
    cast.sandbox.fail("conversations.info", "429", times=100)
    go_to(cast, due_at)
    cast.all_sent()
    assert is_there_once(cast)


def test_at_slacks_limit_what_was_seen_before_an_event_does_not_count(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at - 10 * MINUTE)
    cast.bot.huddle_channels.look()
    cast.sandbox.fail("conversations.info", "429", times=100)
    cast.hale.arranges("share", cast.juniper)
    cast.sandbox.settle()
    go_to(cast, due_at)
    cast.waits_until(lambda: is_held_back(cast))
    assert said(cast, cast.juniper, TITLE) == 0


def test_closing_survives_slacks_worst_hour(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at)
    cast.all_sent()
    post = cast.lopez.waits_for(TITLE, cast.juniper)
    cast.lopez.types("she read two pages", cast.juniper, post)
    for kind in ("429", "500", "timeout"):
        cast.sandbox.fail("conversations.replies", kind)
    cast.bot.client.timeout = 1
    cast.lopez.presses("Close huddle", post)
    all_sent_soon(cast)
    assert said(cast, cast.juniper, "Took part") == 1


def test_a_thread_that_slack_never_shows_again_is_closed_without_its_replies(cast: Cast, due_at: datetime) -> None:
    go_to(cast, due_at)
    cast.all_sent()
    post = cast.lopez.waits_for(TITLE, cast.juniper)
    cast.lopez.types("she read two pages", cast.juniper, post)
    cast.sandbox.fail("conversations.replies", "500", times=10_000)
    cast.lopez.presses("Close huddle", post)
    forward(cast, 60)
    cast.sandbox.settle()
    assert said(cast, cast.juniper, "Recap") == 0
    forward(cast, 22 * 60)
    all_sent_soon(cast)
    recap = cast.lopez.text_of(cast.lopez.waits_for("Recap", cast.juniper, post))
    assert "no reply above is kept" in recap
    assert "Nobody wrote" not in recap


def test_the_next_week_comes_whatever_became_of_this_one(cast: Cast, due_at: datetime) -> None:
    with down_until(cast, due_at + DAY):
        pass
    go_to_huddle(cast, cast.juniper)
    cast.all_sent()
    assert is_there_once(cast)
