"""What was written is read back, in pages, newest or oldest first."""

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.web_api.refusing import refusal


def posted(api: WebClient, channel: Channel, count: int, thread_ts: str | None = None) -> list[str]:
    posts = (api.chat_postMessage(channel=channel.id, text=f"Ding {n}", thread_ts=thread_ts) for n in range(count))
    return [str(each["ts"]) for each in posts]


def test_history_comes_newest_first(api: WebClient, team: Channel) -> None:
    stamps = posted(api, team, 3)
    told = api.conversations_history(channel=team.id)
    assert [each["ts"] for each in told["messages"]] == stamps[::-1]
    assert told["has_more"] is False


def test_history_in_pages_is_the_whole_history(api: WebClient, team: Channel) -> None:
    stamps = posted(api, team, 7)
    pages = [[each["ts"] for each in page["messages"]] for page in api.conversations_history(channel=team.id, limit=3)]
    assert pages == [stamps[:3:-1], stamps[3:0:-1], stamps[:1]]


def test_oldest_and_latest_bound_the_history_and_belong_to_it_only_if_inclusive(api: WebClient, team: Channel) -> None:
    stamps = posted(api, team, 5)
    oldest, latest = stamps[1], stamps[3]
    within = api.conversations_history(channel=team.id, oldest=oldest, latest=latest)["messages"]
    assert [each["ts"] for each in within] == [stamps[2]]
    inclusive = api.conversations_history(channel=team.id, oldest=oldest, latest=latest, inclusive=True)["messages"]
    assert [each["ts"] for each in inclusive] == stamps[3:0:-1]


def test_replies_come_oldest_first_after_their_parent(api: WebClient, team: Channel, at_ash: Visitor) -> None:
    root = at_ash.types("Who rings?", team).ts
    stamps = posted(api, team, 3, thread_ts=root)
    told = api.conversations_replies(channel=team.id, ts=root)["messages"]
    assert [each["ts"] for each in told] == [root, *stamps]
    assert (told[0]["reply_count"], told[0]["latest_reply"]) == (3, stamps[-1])
    assert all(each["thread_ts"] == root for each in told)


def test_replies_in_pages_repeat_only_the_parent(api: WebClient, team: Channel, at_ash: Visitor) -> None:
    root = at_ash.types("Who rings?", team).ts
    stamps = posted(api, team, 5, thread_ts=root)
    pages = api.conversations_replies(channel=team.id, ts=root, limit=2)
    read = [message["ts"] for page in pages for message in page["messages"] if message["ts"] != root]
    assert read == stamps


def test_metadata_is_read_back_only_when_asked_for(api: WebClient, team: Channel) -> None:
    metadata = {"event_type": "rung", "event_payload": {"bell": 7}}
    api.chat_postMessage(channel=team.id, text="Ding", metadata=metadata)
    assert "metadata" not in api.conversations_history(channel=team.id)["messages"][0]
    told = api.conversations_history(channel=team.id, include_all_metadata=True)
    assert told["messages"][0]["metadata"] == metadata


def test_ephemeral_messages_are_in_no_history(api: WebClient, team: Channel, ash: Person) -> None:
    api.chat_postEphemeral(channel=team.id, user=ash.id, text="Psst")
    assert api.conversations_history(channel=team.id)["messages"] == []


def test_only_channels_the_app_is_in_are_read(api: WebClient, sandbox: Sandbox, lobby: Channel, ash: Person) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    assert refusal(api.conversations_history, channel=attic.id) == "channel_not_found"
    assert refusal(api.conversations_history, channel=lobby.id) == "not_in_channel"


def test_a_thread_that_is_not_there_is_not_found(api: WebClient, team: Channel) -> None:
    assert refusal(api.conversations_replies, channel=team.id, ts="1700000000.000001") == "thread_not_found"


def test_a_cursor_of_another_making_is_refused(api: WebClient, team: Channel) -> None:
    assert refusal(api.conversations_history, channel=team.id, cursor="tomorrow") == "invalid_cursor"
