"""The app posts, updates, deletes and links messages."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from sandbox.channels import Channel
from sandbox.identity import BOT_ID, BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.shapes import button, section
from tests.sandbox.web_api.refusing import refusal


def test_a_post_is_seen_by_the_channel_as_the_apps_own(api: WebClient, at_birch: Visitor, team: Channel) -> None:
    posted = api.chat_postMessage(channel=team.id, text="Ding", blocks=[section("*Ding*")])
    assert posted["message"]["bot_id"] == BOT_ID
    seen = at_birch.sees(team)[-1]
    assert (seen["ts"], seen["bot"]["name"]) == (posted["ts"], "Belltower")
    assert at_birch.text_of(seen) == "Ding\n*Ding*"


def test_a_post_to_a_person_lands_in_their_direct_messages(
    api: WebClient, ash: Person, at_ash: Visitor, at_birch: Visitor
) -> None:
    posted = api.chat_postMessage(channel=ash.id, text="Between us")
    assert posted["channel"].startswith("D")
    assert at_ash.sees()[-1]["text"] == "Between us"
    assert "Between us" not in at_birch.everything()


def test_no_two_messages_share_a_ts(api: WebClient, team: Channel) -> None:
    stamps = [str(api.chat_postMessage(channel=team.id, text="Ding")["ts"]) for _ in range(20)]
    assert stamps == sorted(set(stamps))


def test_where_the_app_may_not_post(api: WebClient, sandbox: Sandbox, at_ash: Visitor, ash: Person) -> None:
    hidden = sandbox.add_channel("hidden", members=[ash], with_app=False)
    public = sandbox.add_channel("public", private=False, members=[ash], with_app=False)
    archived = sandbox.add_channel("old", members=[ash])
    at_ash.arranges("archive", archived)
    post = api.chat_postMessage
    assert refusal(post, channel=hidden.id, text="Ding") == "channel_not_found"
    assert refusal(post, channel=public.id, text="Ding") == "not_in_channel"
    assert refusal(post, channel=archived.id, text="Ding") == "is_archived"
    assert refusal(post, channel="C999", text="Ding") == "channel_not_found"
    assert refusal(post, channel=BOT_USER_ID, text="Ding") == "cannot_dm_bot"


def test_what_the_app_may_not_post(api: WebClient, team: Channel) -> None:
    nothing = {"channel": team.id, "text": " "}
    assert refusal(api.api_call, api_method="chat.postMessage", json=nothing) == "no_text"
    assert refusal(api.chat_postMessage, channel=team.id, text="a" * 40_001) == "msg_too_long"
    with pytest.raises(SlackApiError) as raised:
        api.chat_postMessage(channel=team.id, text="Ding", blocks=[section("")])
    assert raised.value.response["error"] == "invalid_blocks"
    assert raised.value.response["response_metadata"]["messages"]


def test_a_reply_stands_in_its_thread_and_counts(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Who rings?", team).ts
    api.chat_postMessage(channel=team.id, thread_ts=root, text="I do")
    assert [each["text"] for each in at_ash.sees(team)] == ["Who rings?"]
    assert at_ash.sees(team)[0]["reply_count"] == 1
    assert [each["text"] for each in at_ash.sees(team, thread=root)] == ["Who rings?", "I do"]


def test_a_broadcast_reply_stands_in_both(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Who rings?", team).ts
    api.chat_postMessage(channel=team.id, thread_ts=root, text="I do", reply_broadcast=True)
    assert at_ash.sees(team)[-1]["text"] == at_ash.sees(team, thread=root)[-1]["text"] == "I do"


def test_a_reply_to_a_reply_joins_the_same_thread(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Who rings?", team).ts
    first = api.chat_postMessage(channel=team.id, thread_ts=root, text="I do")
    second = api.chat_postMessage(channel=team.id, thread_ts=str(first["ts"]), text="So do I")
    assert second["message"]["thread_ts"] == root


def test_a_reply_to_a_message_that_is_gone_lands_in_the_channel(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    api.chat_postMessage(channel=team.id, thread_ts="1700000000.000001", text="Late")
    assert at_ash.sees(team)[-1]["text"] == "Late"


def test_nobody_replies_to_slacks_own_notes(sandbox: Sandbox, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    sandbox.invite(team, sandbox.add_person("cedar"))
    note = at_ash.sees(team)[-1]
    assert note["subtype"] == "channel_join"
    refused = refusal(api.chat_postMessage, channel=team.id, thread_ts=note["ts"], text="Welcome")
    assert refused == "cannot_reply_to_message"


def test_an_ephemeral_message_is_for_one_member_only(
    sandbox: Sandbox, api: WebClient, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    api.chat_postEphemeral(channel=team.id, user=at_ash.id, text="Psst")
    assert at_ash.sees(team)[-1]["ephemeral"] is True
    assert at_birch.sees(team) == []
    stranger = sandbox.add_person("cedar")
    assert refusal(api.chat_postEphemeral, channel=team.id, user=stranger.id, text="Psst") == "user_not_in_channel"


def test_an_ephemeral_message_cannot_be_updated(api: WebClient, ash: Person, team: Channel) -> None:
    ts = api.chat_postEphemeral(channel=team.id, user=ash.id, text="Psst")["message_ts"]
    assert refusal(api.chat_update, channel=team.id, ts=ts, text="Hush") == "message_not_found"


def test_an_update_changes_the_words_and_keeps_the_blocks_unless_told(
    api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    ts = str(api.chat_postMessage(channel=team.id, text="Ding", blocks=[button("Ring")])["ts"])
    api.chat_update(channel=team.id, ts=ts, text="Dong")
    seen = at_ash.sees(team)[-1]
    assert (seen["text"], seen["blocks"][0]["block_id"]) == ("Dong", "row")
    assert seen["edited"]
    api.chat_update(channel=team.id, ts=ts, text="Dong", blocks=[])
    assert "blocks" not in at_ash.sees(team)[-1]


def test_a_deleted_message_is_gone(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = str(api.chat_postMessage(channel=team.id, text="Ding")["ts"])
    api.chat_delete(channel=team.id, ts=ts)
    assert at_ash.sees(team) == []
    assert refusal(api.chat_delete, channel=team.id, ts=ts) == "message_not_found"


def test_a_deleted_message_with_replies_leaves_a_gravestone(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = str(api.chat_postMessage(channel=team.id, text="Ding")["ts"])
    at_ash.types("Heard it", team, thread=ts)
    api.chat_delete(channel=team.id, ts=ts)
    stone, reply = at_ash.sees(team, thread=ts)
    assert (stone["deleted"], stone["text"]) == (True, "This message was deleted.")
    assert reply["text"] == "Heard it"


def test_messages_of_people_are_not_the_apps_to_change(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = at_ash.types("Mine", team).ts
    assert refusal(api.chat_update, channel=team.id, ts=ts, text="Yours") == "cant_update_message"
    assert refusal(api.chat_delete, channel=team.id, ts=ts) == "cant_delete_message"


def test_metadata_needs_a_type_and_a_payload(api: WebClient, team: Channel) -> None:
    whole = {"event_type": "rung", "event_payload": {"bell": 7}}
    posted = api.chat_postMessage(channel=team.id, text="Ding", metadata=whole)
    assert posted["message"]["metadata"] == whole
    half = {"event_type": "rung"}
    assert refusal(api.chat_postMessage, channel=team.id, text="Ding", metadata=half) == "invalid_arguments"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(words=st.text(min_size=1, max_size=200).filter(lambda each: bool(each.strip())))
def test_any_words_come_back_as_they_were_posted(api: WebClient, team: Channel, words: str) -> None:
    try:
        written = words.encode().decode()
    except UnicodeEncodeError:
        return
    posted = api.chat_postMessage(channel=team.id, text=written)
    assert posted["message"]["text"] == written
