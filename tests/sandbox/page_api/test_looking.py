"""What a person is shown, and what they are not."""

import json
import urllib.error
import urllib.request

import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json
from tests.sandbox.plain_app import PlainApp


def look(sandbox: Sandbox, path: str) -> Json:
    with urllib.request.urlopen(f"{sandbox.url}{path}") as answer:
        return dict(json.load(answer))


def test_the_state_names_people_channels_commands_and_shortcuts(at_ash: Visitor, team: Channel) -> None:
    state = at_ash.state()
    assert (state["me"]["name"], state["me"]["title"]) == ("ash", "Librarian")
    assert {each["name"] for each in state["people"]} == {"belltower", "ash", "birch"}
    kinds = {each["name"]: each["kind"] for each in state["channels"]}
    assert kinds == {"ash": "im", "bell-team": "private"}
    assert state["commands"][0] == {"command": "/ring", "description": "Ring the bell", "usage_hint": "loudly"}
    assert [(each["callback_id"], each["type"]) for each in state["shortcuts"]] == [
        ("ring_for_this", "message"),
        ("ring", "global"),
    ]
    assert (state["app"]["name"], state["app"]["connected"], state["app"]["home"]) == ("Bell Tower", False, True)


def test_private_channels_of_others_are_not_there(
    sandbox: Sandbox, at_ash: Visitor, at_birch: Visitor, birch: Person
) -> None:
    nest = sandbox.add_channel("nest", members=[birch])
    at_birch.types("Only birds", nest)
    assert "nest" not in [each["name"] for each in at_ash.state()["channels"]]
    assert at_ash.sees(nest) == []
    assert at_ash.types("Hello?", nest).error == "channel_not_found"
    assert "birds" not in at_ash.everything()


def test_a_public_channel_is_read_by_all_and_written_by_members(
    at_ash: Visitor, at_birch: Visitor, lobby: Channel
) -> None:
    at_ash.types("Welcome", lobby)
    assert at_birch.sees(lobby)[-1]["text"] == "Welcome"
    assert at_birch.types("Thanks", lobby).error == "not_in_channel"
    at_birch.arranges("join", lobby)
    assert at_birch.types("Thanks", lobby).ok


def test_unread_messages_are_counted_until_read(at_ash: Visitor, at_birch: Visitor, team: Channel) -> None:
    def unread() -> int:
        return next(int(each["unread"]) for each in at_birch.state()["channels"] if each["id"] == team.id)

    at_ash.types("Ding", team)
    at_ash.types("Dong", team)
    assert unread() == 2
    at_birch.reads(team)
    assert unread() == 0


def test_everything_holds_every_place_a_word_can_stand(
    app: PlainApp, api: WebClient, at_ash: Visitor, ash: Person, team: Channel
) -> None:
    root = at_ash.types("word-in-channel", team).ts
    at_ash.types("word-in-thread", team, thread=root)
    api.chat_postMessage(channel=ash.id, text="word-in-dm")
    api.chat_postEphemeral(channel=team.id, user=ash.id, text="word-in-ephemeral")
    api.views_publish(user_id=ash.id, view={"type": "home", "blocks": [_words("word-on-home")]})
    at_ash.uses_shortcut("ring")
    trigger = app.waits_for("shortcut")[0]["trigger_id"]
    title = {"type": "plain_text", "text": "word-in-form"}
    api.views_open(trigger_id=trigger, view={"type": "modal", "title": title, "blocks": [_words("word-below")]})
    at_ash.uploads("word-in-file-name.csv", b"1", team)
    places = ("in-channel", "in-thread", "in-dm", "in-ephemeral", "in-form", "in-file-name", "on-home", "below")
    everything = at_ash.everything()
    assert [place for place in places if f"word-{place}" not in everything] == []


def _words(text: str) -> Json:
    return {"type": "section", "text": {"type": "plain_text", "text": text}}


def test_a_phone_shows_the_text_of_what_others_wrote(
    api: WebClient, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    at_ash.types("Ding", team)
    api.chat_postMessage(channel=team.id, text="Short", blocks=[_words("Long")])
    assert at_birch.notifications() == ["Ding", "Short"]
    assert at_ash.notifications() == ["Short"]


def test_a_phone_shows_the_blocks_where_a_message_has_no_text(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    api.api_call("chat.postMessage", json={"channel": team.id, "blocks": [_words("All there is")]})
    assert at_ash.notifications() == ["All there is"]


def test_the_clock_stands_where_the_app_looks_for_it(sandbox: Sandbox) -> None:
    assert look(sandbox, "/clock")["now"].endswith("+00:00")
    assert look(sandbox, "/page/clock")["now"] >= look(sandbox, "/clock")["now"][:10]


def test_an_unknown_person_or_address_gets_a_plain_answer(sandbox: Sandbox) -> None:
    assert look(sandbox, "/page/state?as=U999")["error"] == "user_not_found"
    with pytest.raises(urllib.error.HTTPError) as raised:
        look(sandbox, "/page/nonsense?as=U999")
    raised.value.close()
    assert raised.value.code == 404


def test_files_of_the_page_do_not_lead_out_of_its_folder(sandbox: Sandbox) -> None:
    for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static/nothing.js"):
        with pytest.raises(urllib.error.HTTPError) as raised:
            look(sandbox, path)
        raised.value.close()
        assert raised.value.code == 404


def test_waiting_for_what_never_comes_ends_with_what_stands_there(at_ash: Visitor, team: Channel) -> None:
    at_ash.types("Ding", team)
    with pytest.raises(AssertionError, match="Ding"):
        at_ash.waits_for("Dong", team, seconds=0.01)


def test_with_nobody_named_the_page_opens_as_the_first_person(sandbox: Sandbox, ash: Person, birch: Person) -> None:
    assert look(sandbox, "/page/state")["me"]["name"] == "ash"
