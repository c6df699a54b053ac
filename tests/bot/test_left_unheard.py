"""Somebody leaves and Slack's word of it is lost: whatever asks Slack next does all that the word would have done."""

from collections.abc import Callable

import pytest
from sqlmodel import col, select

from sandbox.identity import BOT_USER_ID
from storage import followups
from storage.followups import Asking, Followup
from storage.outbox import Post
from tests.bot.payload_shapes import event
from tests.cast import Cast

LEFT = "asks for a new owner"


@pytest.fixture
def given(cast: Cast) -> Cast:
    """Lopez has a follow-up for Maya, and the team's thread shows it."""
    cast.hale.types("/followup Maya T: send home the reading log @lopez by friday", channel=cast.juniper)
    cast.lopez.waits_for("gave you a follow-up")
    assert "Fen O." in cast.lopez.text_of(cast.lopez.opens_home())
    cast.hale.waits_for("send home the reading log", cast.juniper, thread=cast.hale.waits_for("Maya T.", cast.juniper))
    cast.all_sent()
    return cast


def only(cast: Cast) -> Followup:
    with cast.bot.database.read() as session:
        (row,) = followups.list_open(session, cast.key_to(1))
        return row


def told(cast: Cast) -> list[str]:
    """Whoever was to hear that the owner has left."""
    with cast.bot.database.read() as session:
        return list(session.exec(select(Post.person_id).where(col(Post.about) == "followups.owner_left")).all())


def leaves_unheard(cast: Cast, name: str) -> None:
    cast.juniper.member_ids.remove(cast.people[name].id)
    cast.forward(minutes=2)


def asks(cast: Cast) -> None:
    assert "could not find that student" in cast.lopez.types("/whoowns Maya").text


def is_posted_to(cast: Cast) -> None:
    cast.finch.types("/checkin Fen: read two pages", channel=cast.juniper)


@pytest.mark.parametrize("notices", [asks, is_posted_to])
def test_prv_04_a_leaving_nobody_told_of_asks_for_a_new_owner_once(
    given: Cast, notices: Callable[[Cast], None]
) -> None:
    leaves_unheard(given, "lopez")
    notices(given)
    given.hale.waits_for(LEFT)
    given.all_sent()
    row = only(given)
    assert (row.owner_id, row.asks_for_owner) == ("", Asking.OWNER_LEFT)
    assert "Fen O." not in given.lopez.everything()
    late = event("member_left_channel", user=given.people["lopez"].id, channel=given.juniper.id, channel_type="G")
    given.bot.app.hear(late)
    given.forward(minutes=2)
    asks(given)
    given.all_sent()
    assert told(given) == [given.people["hale"].id]


def test_the_bots_own_leaving_takes_nobodys_follow_up_and_when_it_is_back_it_sees_who_left(given: Cast) -> None:
    given.juniper.member_ids.remove(BOT_USER_ID)
    given.forward(minutes=2)
    asks(given)
    given.hale.waits_for("any more, so")
    given.all_sent()
    assert only(given).owner_id == given.people["lopez"].id
    leaves_unheard(given, "lopez")
    given.sandbox.invite(given.juniper, by=given.people["hale"])
    given.hale.waits_for(LEFT)
    assert only(given).asks_for_owner is Asking.OWNER_LEFT


def test_prv_04_a_guest_whom_only_a_look_finds_out_loses_home_and_follow_ups_once(given: Cast) -> None:
    given.people["lopez"].is_restricted = True
    given.forward(minutes=2)
    asks(given)
    given.hale.waits_for(LEFT)
    given.bot.app.hear(event("user_change", user=given.people["lopez"].as_slack(with_email=True)))
    assert only(given).asks_for_owner is Asking.OWNER_LEFT
    assert told(given) == [given.people["hale"].id]
    given.waits_until(lambda: "Fen O." not in given.lopez.everything())
