"""A person presses, chooses, looks something up and uses shortcuts."""

import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.visitor_finding import NotThere
from tests.sandbox.plain_app import PlainApp, opened
from tests.sandbox.shapes import button, field, modal

BELLS = [{"text": {"type": "plain_text", "text": each}, "value": each.lower()} for each in ("Alto", "Bass")]


def test_a_press_on_a_message_tells_the_app_all_of_it(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    api.chat_postMessage(channel=team.id, text="Ring?", blocks=[button("Ring", "7")])
    assert at_ash.presses("Ring", on=at_ash.sees(team)[-1]).ok
    heard = app.waits_for("block_actions")[0]
    assert heard["user"]["id"] == at_ash.id
    assert heard["container"] == {
        "type": "message",
        "message_ts": heard["message"]["ts"],
        "channel_id": team.id,
        "is_ephemeral": False,
    }
    assert heard["channel"] == {"id": team.id, "name": "privategroup"}
    action = heard["actions"][0]
    assert (action["action_id"], action["block_id"], action["value"], action["type"]) == ("ring", "row", "7", "button")
    assert heard["response_url"].startswith("http://127.0.0.1:")


def test_a_press_on_an_ephemeral_message_brings_no_message_along(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    app.answers["slash_commands"] = {"text": "Ring?", "blocks": [button("Ring")]}
    at_ash.presses("Ring", on=at_ash.types("/ring", team).ephemerals[0])
    heard = app.waits_for("block_actions")[0]
    assert heard["container"]["is_ephemeral"] is True
    assert "message" not in heard


def test_a_press_in_a_thread_names_the_thread(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Bells?", team).ts
    api.chat_postMessage(channel=team.id, thread_ts=root, text="Ring?", blocks=[button("Ring")])
    at_ash.presses("ring", on=at_ash.sees(team, thread=root)[-1])
    assert app.waits_for("block_actions")[0]["container"]["thread_ts"] == root


def test_an_element_without_ids_gets_some(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    bare = {"type": "actions", "elements": [{"type": "button", "text": {"type": "plain_text", "text": "Go"}}]}
    api.chat_postMessage(channel=team.id, text="Go?", blocks=[bare])
    at_ash.presses("Go", on=at_ash.sees(team)[-1])
    action = app.waits_for("block_actions")[0]["actions"][0]
    assert action["block_id"]
    assert action["action_id"]


def test_a_button_that_is_gone_cannot_be_pressed(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    posted = api.chat_postMessage(channel=team.id, text="Ring?", blocks=[button("Ring")])
    seen = at_ash.sees(team)[-1]
    api.chat_update(channel=team.id, ts=str(posted["ts"]), text="Rung.", blocks=[])
    assert at_ash.presses("Ring", on=seen).error
    assert not app.heard("block_actions")


def test_a_press_the_app_does_not_take_is_trouble(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    api.chat_postMessage(channel=team.id, text="Ring?", blocks=[button("Ring")])
    came = at_ash.presses("Ring", on=at_ash.sees(team)[-1])
    assert came.error == "We had some trouble connecting. Try again?"


def test_choosing_from_a_menu_sends_the_choice(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    menu = {"type": "overflow", "action_id": "more", "options": BELLS}
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "Which?"}, "accessory": menu}
    api.chat_postMessage(channel=team.id, text="Which?", blocks=[section])
    at_ash.presses("Bass", on=at_ash.sees(team)[-1])
    assert app.waits_for("block_actions")[0]["actions"][0]["selected_option"]["value"] == "bass"


def test_a_press_in_a_form_brings_what_was_filled_in_so_far(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    view = opened(app, api, at_ash, team, modal(field("plain_text_input", "Note"), button("Test")))
    at_ash.fills(view, {"Note": "Not too loud"})
    at_ash.presses("Test", on=view)
    heard = app.waits_for("block_actions")[0]
    assert heard["container"] == {"type": "view", "view_id": view["id"]}
    assert heard["view"]["state"]["values"]["Note"]["Note_chosen"]["value"] == "Not too loud"
    assert "response_url" not in heard


def test_an_external_select_asks_the_app_for_its_choices(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    app.answers["block_suggestion"] = lambda payload: {
        "options": [each for each in BELLS if payload["value"].lower() in each["value"]]
    }
    view = opened(app, api, at_ash, team, modal(field("external_select", "Bell", min_query_length=0)))
    assert [each["value"] for each in at_ash.options(view, "Bell", "al")] == ["alto"]
    at_ash.submits(view, {"Bell": "Bass"})
    values = app.waits_for("view_submission")[0]["view"]["state"]["values"]
    assert values["Bell"]["Bell_chosen"]["selected_option"]["value"] == "bass"


def test_an_external_select_in_a_message_asks_with_the_message(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    app.answers["block_suggestion"] = {
        "option_groups": [{"label": {"type": "plain_text", "text": "All"}, "options": BELLS}]
    }
    menu = {"type": "external_select", "action_id": "bell", "min_query_length": 0}
    blocks = [{"type": "section", "text": {"type": "plain_text", "text": "Which?"}, "accessory": menu}]
    api.chat_postMessage(channel=team.id, text="Which?", blocks=blocks)
    at_ash.chooses("bell", "Alto", on=at_ash.sees(team)[-1])
    assert app.waits_for("block_suggestion")[0]["container"]["type"] == "message"
    assert app.waits_for("block_actions")[0]["actions"][0]["selected_option"] == BELLS[0]


def test_more_than_a_hundred_choices_are_trouble(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    many = [{"text": {"type": "plain_text", "text": f"Bell {each}"}, "value": str(each)} for each in range(101)]
    app.answers["block_suggestion"] = {"options": many}
    view = opened(app, api, at_ash, team, modal(field("external_select", "Bell")))
    assert at_ash.options(view, "Bell", "B") == []
    app.answers["block_suggestion"] = {"options": many[:100]}
    assert len(at_ash.options(view, "Bell", "B")) == 100


def test_a_message_shortcut_works_where_the_app_is_not(
    sandbox: Sandbox, app: PlainApp, at_ash: Visitor, ash: Person
) -> None:
    elsewhere = sandbox.add_channel("attic", members=[ash], with_app=False)
    at_ash.types("A bell hangs here", elsewhere)
    assert at_ash.uses_shortcut("ring_for_this", message=at_ash.sees(elsewhere)[-1]).ok
    heard = app.waits_for("message_action")[0]
    assert heard["callback_id"] == "ring_for_this"
    assert heard["message"]["text"] == "A bell hangs here"
    assert heard["channel"]["id"] == elsewhere.id


def test_a_global_shortcut_has_a_trigger_but_no_response_url(app: PlainApp, at_ash: Visitor) -> None:
    assert at_ash.uses_shortcut("ring").ok
    heard = app.waits_for("shortcut")[0]
    assert heard["trigger_id"]
    assert "response_url" not in heard


def test_a_shortcut_the_app_does_not_have_is_not_there(app: PlainApp, at_ash: Visitor) -> None:
    assert at_ash.uses_shortcut("toll").error == "no_such_shortcut"


def test_a_visitor_who_looks_for_a_missing_button_is_told_what_there_is(
    api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    api.chat_postMessage(channel=team.id, text="Ring?", blocks=[button("Ring")])
    with pytest.raises(NotThere, match="Ring"):
        at_ash.presses("Toll", on=at_ash.sees(team)[-1])
