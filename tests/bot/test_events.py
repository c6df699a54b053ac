"""What happened in the workspace reaches its verb once, and what is not the bot's business reaches none."""

from collections.abc import Callable
from typing import Any

import pytest

from handlers.conversation import Request
from sandbox.identity import BOT_ID, BOT_USER_ID
from storage import people
from storage.claims import find_claim
from tests.bot import payload_shapes as shapes
from tests.bot import verbs
from tests.bot.conftest import Desk

Put = Callable[..., None]
TS = "1790000000.000100"


def heard(desk: Desk, put: Put, name: str, *payloads: Any) -> list[Request]:
    """What the verb of that name was run with, all payloads delivered."""
    verb = verbs.Remembering()
    put("EVENTS", name, verb, write=True)
    for payload in payloads:
        assert desk.hears(payload).status == 200
    return verb.requests


def message(desk: Desk, **more: Any) -> Any:
    given = {"user": desk.hale.id, "channel": "D1", "channel_type": "im", "text": "hello", "ts": TS, **more}
    return shapes.event("message", **given)


def test_a_direct_message_brings_its_words_files_and_place(desk: Desk, put: Put) -> None:
    payload = message(desk, subtype="file_share", files=[{"id": "F1"}, {"id": "F2"}])
    (request,) = heard(desk, put, "direct_message", payload)
    assert (request.words, request.channel, request.person) == ("hello", "D1", desk.hale.id)
    assert (request.ids["file1"], request.ids["file2"]) == ("F1", "F2")
    assert request.source is not None
    assert request.source.ts == TS


def test_one_message_under_two_event_ids_is_heard_once(desk: Desk, put: Put) -> None:
    mention = {"user": desk.hale.id, "channel": "C1", "text": "<@U1> hi", "ts": TS}
    payloads = [shapes.event("app_mention", **mention) for _ in range(2)]
    assert len(heard(desk, put, "mentioned", *payloads)) == 1


def test_one_event_delivered_twice_is_heard_once(desk: Desk, put: Put) -> None:
    payload = shapes.event("member_joined_channel", user=desk.hale.id, channel="C1")
    assert len(heard(desk, put, "member_joined", payload, payload)) == 1


def test_events_without_an_id_are_claimed_by_nobody(desk: Desk, put: Put) -> None:
    payload = shapes.event("member_joined_channel", user=desk.hale.id, channel="C1")
    del payload["event_id"]
    (request, _) = heard(desk, put, "member_joined", payload, payload)
    assert request.claim == ""


@pytest.mark.parametrize(
    "more",
    [
        {"channel_type": "group"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"bot_id": "B9"},
        {"bot_id": BOT_ID, "user": BOT_USER_ID},
    ],
)
def test_prv_17_messages_that_are_not_for_the_bot_are_dropped_unread(
    desk: Desk, put: Put, more: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    assert heard(desk, put, "direct_message", message(desk, text="Maya bit her pencil", **more)) == []
    assert "Maya" not in caplog.text


def test_only_the_home_tab_is_home(desk: Desk, put: Put) -> None:
    payloads = [shapes.event("app_home_opened", user=desk.hale.id, tab=tab) for tab in ("home", "messages")]
    assert len(heard(desk, put, "home_opened", *payloads)) == 1


def test_the_bots_own_coming_is_told_apart_with_who_invited_it(desk: Desk, put: Put) -> None:
    payload = shapes.event("member_joined_channel", user=BOT_USER_ID, channel="C1", inviter=desk.hale.id)
    (request,) = heard(desk, put, "bot_joined", payload)
    assert request.ids == {"inviter": desk.hale.id}


def test_the_bots_own_going_is_told_apart(desk: Desk, put: Put) -> None:
    payload = shapes.event("member_left_channel", user=BOT_USER_ID, channel="C1")
    assert len(heard(desk, put, "bot_left", payload)) == 1


@pytest.mark.parametrize(
    "payload",
    [
        shapes.event("channel_archive", channel="C1"),
        shapes.event("group_rename", channel={"id": "C1", "name": "new"}),
        shapes.event("channel_shared", channel="C1"),
        shapes.event("message", channel="C1", channel_type="group", subtype="channel_convert_to_public", ts=TS),
    ],
)
def test_whatever_changes_a_channel_is_heard_as_one_thing(desk: Desk, put: Put, payload: Any) -> None:
    (request,) = heard(desk, put, "channel_changed", payload)
    assert request.channel == "C1"


def test_prv_05_who_becomes_a_guest_is_one_at_once(desk: Desk) -> None:
    desk.bot.members.refresh(desk.hale.id, desk.bot.clock.now())
    desk.hears(shapes.event("user_change", user={"id": desk.hale.id, "name": "hale", "is_restricted": True}))
    with desk.bot.database.read() as session:
        known = people.find_person(session, desk.hale.id)
        assert known is not None
        assert known.is_guest


def test_people_the_bot_never_met_are_not_written_down(desk: Desk) -> None:
    desk.hears(shapes.event("user_change", user={"id": "U0STRANGE", "name": "x", "real_name": "Somebody"}))
    with desk.bot.database.read() as session:
        assert people.find_person(session, "U0STRANGE") is None


def test_when_slack_does_not_say_who_writes_the_message_is_left_for_later(desk: Desk, put: Put) -> None:
    put("EVENTS", "direct_message", verbs.Remembering(), write=True)
    desk.sandbox.fail("users.info", "500")
    payload = message(desk)
    assert desk.hears(payload).status == 503
    assert desk.hears(payload).status == 200
    with desk.bot.database.read() as session:
        assert find_claim(session, f"message:D1:{TS}") is not None
