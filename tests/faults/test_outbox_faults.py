"""Slack fails while the bot speaks: everything is said once and in order, or the right person hears why not."""

import random
from datetime import timedelta

import pytest
from sqlmodel import select

from sandbox.channels import Channel
from storage.outbox import Post, State
from tests.cast import Cast
from tests.faults.looking import WEEK, list_words, opened

MAP, SONG = "drew a map of the school", "sang in the second row"
BAD_DAYS = ("429", "500", "lost_answer", "error")


def said(cast: Cast, channel: Channel, *sentences: str) -> list[str]:
    """Which of these stand in the channel, in the order they came, as often as they came."""
    words = list_words(cast.sandbox, channel)
    return [sentence for one in words for sentence in (WEEK, *sentences) if sentence in one]


def all_sent_soon(cast: Cast) -> None:
    """Wait until the outbox is empty, on a fast clock, so that no back-off has to be sat through."""

    def is_empty() -> bool:
        cast.forward(minutes=0.1)
        return cast.unsent() == 0

    cast.waits_until(is_empty, seconds=30.0)


def heard(cast: Cast, name: str, words: str) -> int:
    """How often the bot said this to the person directly."""
    visitor = getattr(cast, name)
    return sum(words in visitor.text_of(one) for one in visitor.sees())


@pytest.mark.parametrize("kind", [*BAD_DAYS, "timeout"])
def test_what_met_a_fault_is_said_once_and_before_what_came_later(cast: Cast, kind: str) -> None:
    cast.bot.client.timeout = 1
    cast.sandbox.fail("chat.postMessage", kind, times=2)
    cast.lopez.types(f"/checkin Maya T: {MAP}", channel=cast.juniper)
    cast.hale.types(f"/checkin Maya T: {SONG}", channel=cast.juniper)
    all_sent_soon(cast)
    assert said(cast, cast.juniper, MAP, SONG) == [WEEK, MAP, SONG]


def test_on_a_day_of_many_faults_each_is_said_once_and_in_order(cast: Cast) -> None:
    methods = ("chat.postMessage", "conversations.info", "conversations.members", "conversations.history")
    for _ in range(12):
        cast.sandbox.fail(random.choice(methods), random.choice(BAD_DAYS))
    for sentence in (MAP, SONG):
        cast.lopez.types(f"/checkin Maya T: {sentence}", channel=cast.juniper)
        cast.pell.types(f"/checkin Zadie P: {sentence}", channel=cast.birch)
    all_sent_soon(cast)
    assert said(cast, cast.juniper, MAP, SONG) == [WEEK, MAP, SONG]
    assert said(cast, cast.birch, MAP, SONG) == [WEEK, MAP, SONG]


@pytest.mark.parametrize(
    ("error", "words"),
    [("not_in_channel", "not in"), ("is_archived", "archived"), ("restricted_action", "Posting permissions")],
)
def test_a_channel_that_takes_no_posts_is_told_once_to_its_lead(cast: Cast, error: str, words: str) -> None:
    for sentence in (MAP, SONG):
        cast.sandbox.fail("chat.postMessage", "error", error=error)
        cast.lopez.types(f"/checkin Maya T: {sentence}", channel=cast.juniper)
        cast.all_sent()
    assert heard(cast, "hale", words) == 1
    assert heard(cast, "lopez", words) == 0
    assert said(cast, cast.juniper, MAP, SONG) == []


def test_an_archived_channel_is_told_once_and_its_check_ins_stay_on_record(cast: Cast) -> None:
    cast.hale.arranges("archive", cast.juniper)
    for sentence in (MAP, SONG):
        assert "Kept." in cast.lopez.types(f"/checkin Maya T: {sentence}").text
    cast.pell.types(f"/checkin Zadie P: {SONG}", channel=cast.birch)
    all_sent_soon(cast)
    assert heard(cast, "hale", "archived") == 1
    assert said(cast, cast.birch, SONG) == [WEEK, SONG]


def test_the_next_check_in_begins_a_thread_anew_where_the_last_one_died(cast: Cast) -> None:
    cast.sandbox.fail("chat.postMessage", "error", error="restricted_action")
    cast.lopez.types(f"/checkin Maya T: {MAP}", channel=cast.juniper)
    cast.all_sent()
    cast.lopez.types(f"/checkin Maya T: {SONG}", channel=cast.juniper)
    cast.all_sent()
    assert said(cast, cast.juniper, MAP, SONG) == [WEEK, SONG]


def test_what_a_crash_cut_off_before_it_was_marked_is_found_in_its_thread_and_said_once(cast: Cast) -> None:
    cast.lopez.types(f"/checkin Maya T: {MAP}", channel=cast.juniper)
    cast.all_sent()
    cast.stop_bot()
    with opened(cast.database_url) as database, database.write() as session:
        for row in session.exec(select(Post).where(Post.queue == cast.juniper.id)).all():
            row.state, row.sent_at, row.sent_to, row.ts = State.SENDING, None, "", ""
            row.claimed_at = row.made_at - timedelta(minutes=5)  # the minute that PostgreSQL's bots wait is over
    cast.start_bot()
    cast.forward(minutes=0.1)
    cast.all_sent()
    assert said(cast, cast.juniper, MAP) == [WEEK, MAP]


def test_who_asked_for_the_counselor_hears_that_the_counselor_was_not_reached(cast: Cast) -> None:
    kept = cast.lopez.types("/checkin Maya T: she wants to kill herself", channel=cast.juniper)
    cast.sandbox.fail("chat.postMessage", "error", error="account_inactive")
    cast.lopez.presses("Tell the counselor", kept.ephemerals[0])
    cast.all_sent()
    assert heard(cast, "lopez", "could not reach") == 1
    assert heard(cast, "ortiz", "asks you to talk") == 0
