"""A clip is offered back to its speaker with Slack's transcript; nothing of it is kept before they save it."""

import pytest
from sqlmodel import col, select

from bot import rates
from sandbox.wire import Json
from storage.checkins import Checkin
from storage.drafts import Draft
from storage.outbox import Post
from tests.cast import Cast
from tests.handlers.huddles.steps import hold_huddle

SPOKEN = "he read the whole page by himself & was proud"
OFFER = "as Slack wrote it down"


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rates, "BURST", 100.0)


def kept(cast: Cast) -> list[Checkin]:
    with cast.bot.database.read() as session:
        return list(session.exec(select(Checkin).order_by(col(Checkin.id))).all())


def words_in_memory(cast: Cast) -> str:
    """Whatever of it might be kept without being asked for."""
    with cast.bot.database.read() as session:
        return str([(one.ids, one.subject) for one in session.exec(select(Post))] + list(session.exec(select(Draft))))


def record_for_later(cast: Cast) -> Json:
    """A clip that the bot knows of, and that Slack has not written down yet."""
    file: Json = cast.lopez.records(SPOKEN, later=True)["file"]
    cast.waits_until(lambda: cast.unsent() > 0)
    return file


def form(cast: Cast, offer: Json) -> Json:
    view = cast.lopez.presses("Save as check-in", offer).view
    assert view is not None
    return view


def test_a_clip_in_a_huddles_thread_becomes_a_check_in_once_it_is_saved(cast: Cast) -> None:
    post = hold_huddle(cast)
    cast.lopez.records(SPOKEN, cast.juniper, post)
    offer = cast.lopez.waits_for(OFFER)
    assert SPOKEN in cast.lopez.text_of(offer)
    assert SPOKEN not in str(cast.lopez.notifications())
    assert kept(cast) == []
    assert SPOKEN not in words_in_memory(cast)
    assert OFFER not in cast.hale.everything()
    view = form(cast, offer)
    cast.lopez.submits(view, {"What about": "win"})
    (checkin,) = kept(cast)
    assert (checkin.text, checkin.author_id, checkin.made_in) == (SPOKEN, cast.lopez.id, cast.juniper.id)
    assert "/archives/" in checkin.source_link
    cast.all_sent()
    assert SPOKEN in cast.hale.everything()


def test_a_clip_sent_to_the_bot_waits_for_its_transcript_and_asks_for_the_student(cast: Cast) -> None:
    file = record_for_later(cast)
    cast.lopez.transcribes(file)
    cast.forward(minutes=1)
    view = form(cast, cast.lopez.waits_for(OFFER))
    cast.lopez.submits(view, {"Student": "Maya"})
    assert [one.text for one in kept(cast)] == [SPOKEN]


def test_a_clip_that_slack_never_wrote_down_is_asked_for_in_words(cast: Cast) -> None:
    record_for_later(cast)
    cast.forward(minutes=11)
    assert cast.lopez.presses("Write a check-in", cast.lopez.waits_for("wrote no words down")).view is not None


def test_a_long_clip_is_read_whole(cast: Cast) -> None:
    spoken = " ".join(f"sentence number {number}." for number in range(60))
    cast.lopez.records(spoken)
    assert spoken in cast.lopez.text_of(cast.lopez.waits_for(OFFER))


def test_a_clip_with_words_of_danger_brings_the_crisis_text_first(cast: Cast) -> None:
    cast.lopez.records("he said he wants to kill himself")
    said = cast.lopez.text_of(cast.lopez.waits_for(OFFER))
    assert said.index("If a child may be in danger, act now") < said.index(OFFER)
    form(cast, cast.lopez.waits_for(OFFER))


def test_a_clip_anywhere_else_is_dropped_unread(cast: Cast) -> None:
    post = hold_huddle(cast)
    other = cast.lopez.types("tea?", cast.juniper)
    cast.lopez.records(SPOKEN, cast.juniper)
    cast.lopez.records(SPOKEN, cast.juniper, other.ts)
    cast.gray.records(SPOKEN)
    cast.lopez.records("heard", cast.juniper, post)
    assert "heard" in cast.lopez.text_of(cast.lopez.waits_for(OFFER))
    cast.all_sent()
    assert cast.lopez.everything().count(OFFER) == 1
    assert OFFER not in cast.gray.everything()
