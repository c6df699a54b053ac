"""Who somebody is and where they are a member is never older than a minute when access rests on it (PRV-04)."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from slack_sdk import WebClient

from bot import slack
from storage import people
from tests.bot.conftest import Desk

Count = Callable[[], int]


@pytest.fixture
def count(monkeypatch: pytest.MonkeyPatch) -> Count:
    """How many calls Slack has had since."""
    calls: list[str] = []
    ask = slack.ask

    def counted(client: WebClient, method: str, **arguments: object) -> dict[str, object]:
        calls.append(method)
        return ask(client, method, **arguments)

    monkeypatch.setattr(slack, "ask", counted)
    return lambda: len(calls)


def channels_of(desk: Desk, person_id: str) -> set[str]:
    with desk.bot.database.read() as session:
        return set(people.list_channels_of(session, person_id))


def test_the_first_request_costs_two_calls_and_the_next_minute_none(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    assert count() == 2
    desk.bot.members.refresh(desk.hale.id, now + timedelta(seconds=59))
    assert count() == 2
    assert channels_of(desk, desk.hale.id) == {desk.channel.id}


def test_prv_04_after_a_minute_slack_is_asked_again(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.sandbox.remove(desk.channel, desk.hale)
    desk.bot.members.refresh(desk.hale.id, now + timedelta(seconds=60))
    assert channels_of(desk, desk.hale.id) == set()


def test_a_clock_set_back_makes_nothing_fresh(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.bot.members.refresh(desk.hale.id, now - timedelta(hours=1))
    assert count() == 4


def test_requests_of_one_person_at_once_ask_once(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    with ThreadPoolExecutor(8) as pool:
        moments = [now + timedelta(milliseconds=number) for number in range(8)]
        list(pool.map(lambda moment: desk.bot.members.refresh(desk.hale.id, moment), moments))
    assert count() == 2


def test_a_change_that_is_heard_of_ends_the_minute(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.bot.members.forget(desk.hale.id)
    desk.bot.members.refresh(desk.hale.id, now)
    assert count() == 4


def test_what_changes_while_slack_is_asked_outweighs_the_answer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    now = desk.bot.clock.now()
    ask = slack.ask

    def leave_meanwhile(client: WebClient, method: str, **arguments: object) -> dict[str, object]:
        answer = ask(client, method, **arguments)
        if method == "users.conversations":
            desk.bot.members.forget(desk.hale.id)
        return answer

    monkeypatch.setattr(slack, "ask", leave_meanwhile)
    desk.bot.members.refresh(desk.hale.id, now)
    assert channels_of(desk, desk.hale.id) == set()
    monkeypatch.setattr(slack, "ask", ask)
    desk.bot.members.refresh(desk.hale.id, now)
    assert channels_of(desk, desk.hale.id) == {desk.channel.id}


def test_a_listing_asked_for_too_often_is_replaced_by_the_channels_own_members(desk: Desk, count: Count) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.sandbox.remove(desk.channel, desk.hale)
    desk.sandbox.fail("users.conversations", "429", retry_after=30)
    desk.bot.members.refresh(desk.hale.id, now + timedelta(seconds=61))
    assert channels_of(desk, desk.hale.id) == set()


def test_prv_04_the_way_round_rests_on_nothing_older_than_a_minute_either(desk: Desk) -> None:
    now = desk.bot.clock.now()
    hale, lopez = desk.hale.id, desk.cast.people["lopez"].id
    for person_id in (hale, lopez):
        desk.bot.members.refresh(person_id, now)
    later = now + timedelta(seconds=61)
    desk.sandbox.fail("users.conversations", "429", retry_after=30)
    desk.bot.members.refresh(hale, later)
    desk.bot.members.refresh(lopez, later + timedelta(seconds=50))
    desk.sandbox.remove(desk.channel, desk.cast.people["lopez"])
    desk.bot.members.refresh(lopez, later + timedelta(seconds=61))
    assert channels_of(desk, lopez) == set()


def test_a_person_known_already_need_not_be_described_when_slack_is_asked_too_often(desk: Desk) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.sandbox.fail("users.info", "429")
    desk.bot.members.refresh(desk.hale.id, now + timedelta(seconds=61))
    assert channels_of(desk, desk.hale.id) == {desk.channel.id}


def test_somebody_unknown_is_not_let_in_when_slack_does_not_say_who_they_are(desk: Desk) -> None:
    desk.sandbox.fail("users.info", "429")
    with pytest.raises(slack.SlackSilent):
        desk.bot.members.refresh(desk.hale.id, desk.bot.clock.now())


def test_nothing_waits_on_a_silent_slack_for_long(desk: Desk) -> None:
    desk.sandbox.fail("*", "timeout", times=2)
    desk.bot.members._client.timeout = 0.2  # type: ignore[assignment]  # urllib takes fractions
    with pytest.raises(slack.SlackSilent, match="TimeoutError"):
        desk.bot.members.refresh(desk.hale.id, desk.bot.clock.now())


def test_being_in_a_channel_that_turned_public_opens_nothing(desk: Desk) -> None:
    now = desk.bot.clock.now()
    desk.bot.members.refresh(desk.hale.id, now)
    desk.visitor().arranges("make_public", desk.channel)
    desk.bot.members.refresh(desk.hale.id, now + timedelta(seconds=61))
    assert channels_of(desk, desk.hale.id) == set()
    with desk.bot.database.read() as session:
        channel = people.find_channel(session, desk.channel.id)
        assert channel is not None
        assert not channel.is_private


def test_administrators_may_be_named_by_the_e_mail_slack_tells(desk: Desk) -> None:
    members = desk.bot.members
    members._settings = desk.cast.settings(admins=("hale@juniper.example",))
    assert not members.is_administrator(desk.hale.id)
    members.refresh(desk.hale.id, desk.bot.clock.now())
    assert members.is_administrator(desk.hale.id)
