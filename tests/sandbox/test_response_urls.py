"""What the app answers later by response_url: new, in place of the old, or nothing any more."""

import json

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp
from tests.sandbox.shapes import button


@pytest.fixture
def command_url(app: PlainApp, at_ash: Visitor, team: Channel) -> str:
    at_ash.types("/ring", team)
    return str(app.waits_for("slash_commands")[-1]["response_url"])


def press_url(app: PlainApp, visitor: Visitor, message: dict[str, object]) -> str:
    before = len(app.heard("block_actions"))
    visitor.presses("Ring", on=message)
    return str(app.waits_for("block_actions", before + 1)[-1]["response_url"])


def test_a_later_answer_is_for_the_typist_unless_said_otherwise(
    command_url: str, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    answered = WebhookClient(command_url).send(text="Ding")
    assert (answered.status_code, answered.body) == (200, "ok")
    assert at_ash.sees(team)[-1]["text"] == "Ding"
    assert at_birch.sees(team) == []
    WebhookClient(command_url).send(text="Dong", response_type="in_channel")
    assert at_birch.sees(team)[-1]["text"] == "Dong"


def test_a_response_url_works_where_the_app_is_not(
    sandbox: Sandbox, app: PlainApp, ash: Person, at_ash: Visitor
) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    at_ash.types("/ring", attic)
    WebhookClient(app.waits_for("slash_commands")[0]["response_url"]).send(text="Up here")
    assert at_ash.sees(attic)[-1]["text"] == "Up here"


def test_five_answers_and_no_more(command_url: str) -> None:
    answers = [WebhookClient(command_url).send(text="Ding") for _ in range(6)]
    assert [each.status_code for each in answers] == [200] * 5 + [404]
    assert json.loads(answers[-1].body)["error"] == "used_url"


def test_thirty_minutes_and_no_longer(sandbox: Sandbox, command_url: str) -> None:
    sandbox.forward(30 * 60 + 1)
    answer = WebhookClient(command_url).send(text="Late")
    assert (answer.status_code, json.loads(answer.body)["error"]) == (404, "expired_url")


def test_an_ephemeral_message_is_replaced_and_deleted(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    app.answers["slash_commands"] = {"text": "Ring?", "blocks": [button("Ring")]}
    asked = at_ash.types("/ring", team).ephemerals[0]
    url = press_url(app, at_ash, asked)
    WebhookClient(url).send(text="Rung.", replace_original=True)
    seen = at_ash.sees(team)
    assert [(each["ts"], each["text"]) for each in seen] == [(asked["ts"], "Rung.")]
    assert "blocks" not in seen[0]
    WebhookClient(url).send(delete_original=True)
    assert at_ash.sees(team) == []


def test_a_message_of_the_channel_is_replaced_for_all(
    app: PlainApp, api: WebClient, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    api.chat_postMessage(channel=team.id, text="Ring?", blocks=[button("Ring")])
    url = press_url(app, at_ash, at_ash.sees(team)[-1])
    WebhookClient(url).send(text="Rung by Ash.", replace_original=True)
    assert [each["text"] for each in at_birch.sees(team)] == ["Rung by Ash."]
    WebhookClient(url).send(delete_original=True)
    assert at_birch.sees(team) == []


def test_wrong_answers_are_refused_with_a_reason(command_url: str) -> None:
    hook = WebhookClient(command_url)
    assert hook.send(text="", blocks=[{"type": "sausage"}]).status_code == 400
    assert "no_text" in hook.send(text=" ").body
