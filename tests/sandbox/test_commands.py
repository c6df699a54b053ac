"""A person types a slash command."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.plain_app import SILENCE, PlainApp


def test_the_app_hears_who_typed_what_where(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    assert at_ash.types("/ring the small bell", team).ok
    heard = app.waits_for("slash_commands")[0]
    assert heard["command"] == "/ring"
    assert heard["text"] == "the small bell"
    assert heard["user_id"] == at_ash.id
    assert heard["channel_id"] == team.id
    assert heard["channel_name"] == "privategroup"


def test_an_acknowledgement_with_words_is_shown_to_the_typist_only(
    app: PlainApp, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    app.answers["slash_commands"] = {"text": "Ding."}
    assert at_ash.types("/ring", team).ephemerals[0]["text"] == "Ding."
    assert "Ding." in at_ash.everything()
    assert "Ding." not in at_birch.everything()


def test_an_acknowledgement_in_channel_is_shown_to_all(
    app: PlainApp, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    app.answers["slash_commands"] = {"text": "Dong.", "response_type": "in_channel"}
    at_ash.types("/ring", team)
    assert at_birch.sees(team)[-1]["text"] == "Dong."


def test_people_channels_and_angle_brackets_arrive_escaped(
    app: PlainApp, at_ash: Visitor, birch: Person, team: Channel
) -> None:
    at_ash.types("/ring @birch in #bell-team, <now> & again", team)
    text = app.waits_for("slash_commands")[0]["text"]
    assert text == f"<@{birch.id}|birch> in <#{team.id}|bell-team>, &lt;now&gt; &amp; again"


def test_a_command_that_does_not_escape_arrives_as_typed(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("/raw @birch <now> & again", team)
    assert app.waits_for("slash_commands")[0]["text"] == "@birch <now> & again"


def test_a_name_nobody_has_stays_as_typed(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("/ring @nobody #nowhere", team)
    assert app.waits_for("slash_commands")[0]["text"] == "@nobody #nowhere"


def test_a_private_channel_of_others_is_not_named(
    sandbox: Sandbox, app: PlainApp, at_ash: Visitor, birch: Person, team: Channel
) -> None:
    sandbox.add_channel("secret-garden", members=[birch])
    at_ash.types("/ring #secret-garden", team)
    assert app.waits_for("slash_commands")[0]["text"] == "#secret-garden"


def test_an_unknown_command_is_refused_by_slack_itself(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    came = at_ash.types("/toll", team)
    assert came.error == "/toll is not a valid command."
    assert not app.heard("slash_commands")


def test_commands_do_not_work_in_threads(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Who rings today?", team).ts
    assert "not supported in threads" in at_ash.types("/ring", team, thread=root).error
    assert not app.heard("slash_commands")


def test_without_an_app_on_the_line_the_command_fails_at_once(at_ash: Visitor, team: Channel) -> None:
    assert at_ash.types("/ring", team).error == "/ring failed because the app is not connected."


def test_an_app_that_does_not_answer_in_time_is_named_to_the_person() -> None:
    with Sandbox(MANIFEST, answer_within=0.05) as sandbox, PlainApp(sandbox.api_url) as app:
        ash = sandbox.add_person("ash")
        team = sandbox.add_channel("bell-team", members=[ash])
        app.answers["slash_commands"] = SILENCE
        came = sandbox.visitor(ash).types("/ring", team)
    assert came.error == "/ring failed because the app did not respond."
    assert any(push["type"] == "trouble" for push in came.pushes)


def test_an_answer_slack_would_refuse_is_a_failed_command(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    app.answers["slash_commands"] = {"blocks": [{"type": "sausage"}]}
    assert at_ash.types("/ring", team).error == '/ring failed with the error "invalid_blocks".'


def test_a_form_opened_before_the_acknowledgement_came_at_once(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Which bell?"}, "blocks": [{"type": "divider"}]}

    def opens(payload: dict[str, str]) -> None:
        api.views_open(trigger_id=payload["trigger_id"], view=view)

    app.answers["slash_commands"] = opens
    came = at_ash.types("/ring", team)
    assert came.view is not None
    assert came.view["title"]["text"] == "Which bell?"
    assert at_ash.view() == came.view


def test_two_people_are_served_at_the_same_time(
    app: PlainApp, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    both_are_here = Barrier(2)

    def answer(payload: Json) -> Json:
        both_are_here.wait(timeout=2.5)
        return {"text": f"Ding, {payload['user_name']}."}

    app.answers["slash_commands"] = answer
    with ThreadPoolExecutor(2) as people:
        came = list(people.map(lambda visitor: visitor.types("/ring", team), (at_ash, at_birch)))
    assert [each.ephemerals[0]["text"] for each in came] == ["Ding, ash.", "Ding, birch."]
