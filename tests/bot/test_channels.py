"""A channel is looked at again before anything about a student is said in it (PRV-10, PRV-11)."""

from datetime import timedelta

import pytest

from bot import slack
from bot.channels import Channels
from handlers.rules.channel_safety import Unfit
from sandbox.identity import BOT_TOKEN, BOT_USER_ID, TEAM_ID
from storage import people
from tests.bot.conftest import Desk


@pytest.fixture
def channels(desk: Desk) -> Channels:
    client = slack.make_client(BOT_TOKEN, desk.sandbox.api_url, 5)
    return Channels(desk.bot.database, client, TEAM_ID, BOT_USER_ID)


def why_not(desk: Desk, channels: Channels, later: float = 0) -> Unfit | None:
    return channels.why_not(desk.channel.id, desk.bot.clock.now() + timedelta(seconds=later))


def test_a_private_channel_of_colleagues_is_fit(desk: Desk, channels: Channels) -> None:
    assert why_not(desk, channels) is None


@pytest.mark.parametrize(
    ("action", "reason"), [("make_public", Unfit.PUBLIC), ("share", Unfit.SHARED), ("archive", Unfit.ARCHIVED)]
)
def test_prv_10_what_the_channel_became_is_seen_a_minute_later_at_the_latest(
    desk: Desk, channels: Channels, action: str, reason: Unfit
) -> None:
    assert why_not(desk, channels) is None
    desk.visitor().arranges(action, desk.channel)
    assert why_not(desk, channels, 61) == reason


def test_prv_11_a_guest_makes_it_unfit(desk: Desk, channels: Channels) -> None:
    desk.sandbox.invite(desk.channel, desk.cast.people["gray"], by=desk.hale)
    assert why_not(desk, channels) == Unfit.GUEST


def test_a_channel_without_the_bot_is_gone_and_so_are_its_members(desk: Desk, channels: Channels) -> None:
    assert why_not(desk, channels) is None
    desk.sandbox.remove(desk.channel)
    assert why_not(desk, channels, 61) == Unfit.GONE
    with desk.bot.database.read() as session:
        assert people.list_members(session, desk.channel.id) == []


def test_people_met_on_the_way_are_kept_although_the_look_breaks_off(desk: Desk, channels: Channels) -> None:
    newcomers = [desk.sandbox.add_person(f"newcomer{number}") for number in range(25)]
    for person in newcomers:
        desk.sandbox.invite(desk.channel, person, by=desk.hale)
    met = 0
    describe = channels._describe

    def describe_some(person_id: str, now: object) -> people.Person:
        nonlocal met
        met += 1
        if met == 23:
            raise slack.SlackSilent("ratelimited", 1)
        return describe(person_id, now)  # type: ignore[arg-type]

    channels._describe = describe_some  # type: ignore[method-assign]
    with pytest.raises(slack.SlackSilent):
        why_not(desk, channels)
    with desk.bot.database.read() as session:
        assert len(people.find_people(session, [person.id for person in newcomers])) >= 15
