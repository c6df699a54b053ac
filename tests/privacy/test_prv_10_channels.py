"""PRV-10, PRV-11, PRV-14: nothing about a student is posted where it does not belong; the queue waits, then flows."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.app import build
from bot.socket_mode import Line
from sandbox.identity import APP_TOKEN
from sandbox.server import Sandbox
from tests.cast import MANIFEST, Cast, fill

STORY = "/checkin Maya T: finished 2 of 3 tasks with the timer"
Change = Callable[[Cast], Any]


def make_public(cast: Cast) -> None:
    """Of this Slack tells only those who read public channels: it is found by looking, at most a minute old."""
    cast.hale.arranges("make_public", cast.juniper)
    cast.forward(minutes=1)


UNFIT: dict[str, tuple[Change, Change, str]] = {
    "public": (
        make_public,
        lambda cast: setattr(cast.juniper, "kind", "private"),
        "become *public*",
    ),
    "shared": (
        lambda cast: cast.hale.arranges("share", cast.juniper),
        lambda cast: cast.hale.arranges("unshare", cast.juniper),
        "shared with another organization",
    ),
    "a guest": (
        lambda cast: cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"]),
        lambda cast: cast.sandbox.remove(cast.juniper, cast.people["gray"]),
        "guests may not read",
    ),
}


@pytest.fixture
def before(database_url: str) -> Iterator[Cast]:
    """The cast, with a bot that hears and keeps and has not begun to post: the time between confirming and posting."""
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, database_url)
        fill(cast)
        cast.bot = build(cast.settings())
        cast.line = Line(cast.bot.app, APP_TOKEN)
        cast.line.open()
        cast.add_student("Maya Tern", cast.add_team(cast.juniper, "hale"))
        yield cast
        cast.stop_bot()


def in_channel(cast: Cast) -> str:
    """All that stands in the team's channel and its threads, as a member sees it."""
    top = cast.ortiz.sees(cast.juniper)
    threads = [one for each in top if each.get("reply_count") for one in cast.ortiz.sees(cast.juniper, thread=each)]
    return "\n".join(cast.ortiz.text_of(one) for one in [*top, *threads])


@pytest.mark.parametrize("what", UNFIT)
def test_prv_10_11_a_channel_that_turns_unfit_between_confirming_and_posting_hears_nothing_until_it_is_fit(
    before: Cast, what: str
) -> None:
    turn, turn_back, why = UNFIT[what]
    assert "Kept." in before.lopez.types(STORY, channel=before.juniper).text
    turn(before)
    before.sandbox.settle()
    before.bot.start()
    before.hale.waits_for(why)
    assert "Maya" not in in_channel(before)
    assert "finished 2 of 3" not in in_channel(before)
    turn_back(before)
    before.sandbox.settle()
    before.forward(minutes=2)
    before.waits_until(lambda: "finished 2 of 3" in in_channel(before))


def test_prv_10_a_change_that_slack_tells_nobody_is_found_before_the_post(before: Cast) -> None:
    before.lopez.types(STORY, channel=before.juniper)
    before.juniper.is_pending_ext_shared = True
    before.forward(minutes=1)
    before.bot.start()
    before.hale.waits_for("shared with another organization")
    assert "Maya" not in in_channel(before)


def test_prv_10_an_archived_channel_gets_nothing_and_leads_and_administrators_are_told(before: Cast) -> None:
    before.lopez.types(STORY, channel=before.juniper)
    before.hale.arranges("archive", before.juniper)
    before.sandbox.settle()
    before.bot.start()
    before.hale.waits_for("archived")
    before.dean.waits_for("archived")
    before.all_sent()
    assert "Maya" not in in_channel(before)


@pytest.mark.parametrize("change", ["is_restricted", "is_ultra_restricted", "is_stranger"])
def test_prv_11_a_member_made_a_guest_while_the_bot_was_away_stops_posts_too(cast: Cast, change: str) -> None:
    cast.all_sent()
    cast.stop_bot()
    cast.sandbox.change_person(cast.people["finch"], **{change: True})
    cast.start_bot()
    cast.lopez.types(STORY, channel=cast.juniper)
    cast.hale.waits_for("guests may not read")
    assert "Maya" not in in_channel(cast)


def test_prv_11_who_was_admitted_by_name_does_not_stand_for_another_guest(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
    cast.hale.waits_for("guests may not read")
    view = cast.dean.presses("Guests (1)", cast.dean.opens_home()).view
    assert view is not None
    form = cast.dean.presses("Admit", view).view
    assert form is not None
    cast.dean.submits(form, {"Why they may stay": "Interprets this term"})
    cast.hale.waits_for("go on by themselves")
    second = cast.sandbox.add_person("wren", "Wren (guest)", is_ultra_restricted=True)
    cast.sandbox.invite(cast.juniper, second, by=cast.people["lopez"])
    cast.hale.waits_for(f"<@{second.id}>")
    cast.lopez.types(STORY, channel=cast.juniper)
    cast.sandbox.settle()
    assert "Maya" not in in_channel(cast)
    assert cast.unsent() > 0


def test_prv_14_the_lead_hears_who_joins_and_an_ordinary_member_stops_nothing(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["pell"], by=cast.people["lopez"])
    assert "can now read about the students" in cast.hale.text_of(cast.hale.waits_for("has joined"))
    cast.lopez.types(STORY, channel=cast.juniper)
    cast.waits_until(lambda: "finished 2 of 3" in in_channel(cast))


@pytest.mark.parametrize("what", ["public", "shared"])
def test_prv_10_an_unfit_channel_is_refused_at_set_up_with_the_reason(workspace: Cast, what: str) -> None:
    channel = workspace.sandbox.add_channel("new-team", members=[workspace.people["hale"]], with_app=False)
    channel.kind = "public" if what == "public" else "private"
    channel.is_ext_shared = what == "shared"
    workspace.sandbox.invite(channel, by=workspace.people["hale"])
    said = workspace.hale.text_of(workspace.hale.waits_for("cannot be a student's team", channel))
    assert what in said
