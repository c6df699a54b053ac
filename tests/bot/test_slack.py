"""Asking Slack: every failure has a short word, and says whether the call may have been done."""

import pytest
from slack_sdk import WebClient

from bot import slack
from sandbox.identity import BOT_TOKEN
from sandbox.server import Sandbox
from tests.bot.conftest import Desk

HURRIED = 0.3


def client_of(sandbox: Sandbox, token: str = BOT_TOKEN) -> WebClient:
    return slack.make_client(token, sandbox.api_url, HURRIED)


def silence_of(desk: Desk, token: str = BOT_TOKEN) -> slack.SlackSilent:
    with pytest.raises(slack.SlackSilent) as caught:
        slack.ask(client_of(desk.sandbox, token), "users.info", user=desk.hale.id)
    return caught.value


def test_structures_travel_inside_a_form(desk: Desk) -> None:
    block = {"type": "section", "text": {"type": "plain_text", "text": "a & b"}}
    slack.ask(client_of(desk.sandbox), "chat.postMessage", channel=desk.channel.id, text="t", blocks=[block])
    assert desk.said()[-1].endswith("a & b")


def test_being_asked_to_slow_down_is_told_with_the_seconds(desk: Desk) -> None:
    desk.sandbox.fail("users.info", "429", retry_after=7)
    silence = silence_of(desk)
    assert (silence.error, silence.retry_after, silence.unsure, silence.is_passing) == ("ratelimited", 7.0, False, True)


@pytest.mark.parametrize("kind", ["500", "lost_answer", "timeout", "error"])
def test_without_a_proper_answer_the_call_may_have_been_done(desk: Desk, kind: str) -> None:
    desk.sandbox.fail("users.info", kind)
    silence = silence_of(desk)
    assert silence.unsure
    assert silence.is_passing


def test_a_refusal_is_final(desk: Desk) -> None:
    desk.sandbox.fail("users.info", "error", error="user_not_found")
    silence = silence_of(desk)
    assert (silence.error, silence.unsure, silence.is_passing) == ("user_not_found", False, False)


def test_a_bot_that_is_not_let_in_may_be_let_in_again(desk: Desk) -> None:
    silence = silence_of(desk, "xoxb-somebody-elses")
    assert (silence.error, silence.unsure, silence.is_passing) == ("invalid_auth", False, True)


def test_a_call_is_never_repeated_by_itself(desk: Desk) -> None:
    desk.sandbox.fail("chat.postMessage", "lost_answer")
    with pytest.raises(slack.SlackSilent):
        slack.ask(client_of(desk.sandbox), "chat.postMessage", channel=desk.channel.id, text="once")
    assert desk.said().count("once") == 1


def test_a_listing_is_read_to_its_end(desk: Desk) -> None:
    for number in range(5):
        slack.ask(client_of(desk.sandbox), "chat.postMessage", channel=desk.channel.id, text=f"word {number}")
    found = slack.pages(client_of(desk.sandbox), "conversations.history", "messages", channel=desk.channel.id, limit=2)
    assert len(list(found)) == 5


def test_people_of_another_workspace_are_strangers(desk: Desk) -> None:
    now = desk.bot.clock.now()
    assert slack.read_person({"id": "U1", "team_id": "T9"}, "T1", now).is_stranger
    assert not slack.read_person({"id": "U1", "team_id": "T1"}, "T1", now).is_stranger


@pytest.mark.parametrize("flag", ["is_restricted", "is_ultra_restricted"])
def test_both_kinds_of_guest_are_guests(desk: Desk, flag: str) -> None:
    assert slack.read_person({"id": "U1", flag: True}, "T1", desk.bot.clock.now()).is_guest


def test_a_private_channel_without_a_word_on_membership_has_the_bot(desk: Desk) -> None:
    now = desk.bot.clock.now()
    assert slack.read_channel({"id": "C1", "is_private": True}, now).has_bot
    assert not slack.read_channel({"id": "C1", "is_private": False}, now).has_bot
    assert not slack.read_channel({"id": "C1", "is_private": True, "is_member": False}, now).has_bot
