"""Reactions of the app and of people."""

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp
from tests.sandbox.web_api.refusing import refusal


def test_a_reaction_is_seen_with_who_gave_it(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = at_ash.types("Ding", team).ts
    api.reactions_add(channel=team.id, timestamp=ts, name="bell")
    assert at_ash.sees(team)[-1]["reactions"] == [{"name": "bell", "users": [BOT_USER_ID], "count": 1}]
    assert refusal(api.reactions_add, channel=team.id, timestamp=ts, name="bell") == "already_reacted"
    api.reactions_remove(channel=team.id, timestamp=ts, name="bell")
    assert refusal(api.reactions_remove, channel=team.id, timestamp=ts, name="bell") == "no_reaction"
    assert "reactions" not in at_ash.sees(team)[-1]


def test_a_reaction_of_a_person_is_told_to_the_app(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    ts = str(api.chat_postMessage(channel=team.id, text="Ding")["ts"])
    at_ash.reacts(at_ash.sees(team)[-1], "bell")
    heard = app.waits_for("reaction_added")[0]
    assert (heard["user"], heard["reaction"], heard["item_user"]) == (at_ash.id, "bell", BOT_USER_ID)
    assert heard["item"] == {"type": "message", "channel": team.id, "ts": ts}
    at_ash.reacts(at_ash.sees(team)[-1], "bell")
    app.waits_for("reaction_removed")


def test_a_name_no_emoji_has_is_refused(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = at_ash.types("Ding", team).ts
    assert refusal(api.reactions_add, channel=team.id, timestamp=ts, name="two words") == "invalid_name"
    assert refusal(api.reactions_add, channel=team.id, timestamp="1.1", name="bell") == "message_not_found"
