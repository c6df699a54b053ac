"""What happens is told to the app: what it asked for, where it is, in Slack's shapes."""

from pathlib import Path

from sandbox.channels import Channel
from sandbox.identity import APP_ID, BOT_USER_ID, TEAM_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.plain_app import PlainApp


def test_an_event_comes_in_an_envelope_that_says_for_whom(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    ts = at_ash.types("Ding", team).ts
    app.waits_for("message")
    payload = [each["payload"] for each in app.envelopes if each["type"] == "events_api"][-1]
    assert (payload["type"], payload["team_id"], payload["api_app_id"]) == ("event_callback", TEAM_ID, APP_ID)
    assert payload["event_id"].startswith("Ev")
    assert payload["authorizations"] == [
        {
            "enterprise_id": None,
            "team_id": TEAM_ID,
            "user_id": BOT_USER_ID,
            "is_bot": True,
            "is_enterprise_install": False,
        }
    ]
    event = payload["event"]
    assert (event["channel"], event["channel_type"], event["ts"], event["event_ts"]) == (team.id, "group", ts, ts)


def test_the_kind_of_channel_is_told(app: PlainApp, sandbox: Sandbox, at_ash: Visitor, lobby: Channel) -> None:
    sandbox.invite(lobby)
    at_ash.types("In public", lobby)
    at_ash.types("Between us")
    told = {each["text"]: each["channel_type"] for each in app.waits_for("message", 3)}
    assert (told["In public"], told["Between us"]) == ("channel", "im")


def test_the_app_hears_nothing_of_channels_it_is_not_in(
    app: PlainApp, sandbox: Sandbox, ash: Person, at_ash: Visitor, team: Channel
) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    at_ash.types("Unheard, @belltower", attic)
    at_ash.types("Heard", team)
    app.waits_for("message")
    assert [each["text"] for each in app.heard("message")] == ["Heard"]
    assert not app.heard("app_mention")


def test_the_app_hears_only_what_its_manifest_asks_for(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(MANIFEST.read_text().replace("      - message.groups\n", ""))
    with Sandbox(manifest) as sandbox, PlainApp(sandbox.api_url) as app:
        ash = sandbox.add_person("ash")
        team = sandbox.add_channel("bell-team", members=[ash])
        sandbox.visitor(ash).types("Unheard", team)
        sandbox.visitor(ash).types("Heard")
        app.waits_for("message")
        assert [each["text"] for each in app.heard("message")] == ["Heard"]


def test_a_mention_comes_twice_under_two_ids(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("@Belltower ring", team)
    mention = app.waits_for("app_mention")[0]
    message = app.waits_for("message")[0]
    assert mention["text"] == message["text"] == f"<@{BOT_USER_ID}> ring"
    assert (mention["ts"], mention["channel"]) == (message["ts"], message["channel"])
    ids = {each["payload"]["event_id"] for each in app.envelopes if each["type"] == "events_api"}
    assert len(ids) >= 2


def test_a_mention_in_a_direct_message_is_only_a_message(app: PlainApp, at_ash: Visitor) -> None:
    at_ash.types("@Belltower ring")
    app.waits_for("message")
    assert not app.heard("app_mention")


def test_the_apps_own_words_come_back_with_its_bot_id(app: PlainApp, sandbox: Sandbox, at_ash: Visitor) -> None:
    app.answers["slash_commands"] = {"text": "Dong", "response_type": "in_channel"}
    at_ash.types("/ring")
    assert app.waits_for("message")[0]["bot_id"]


def test_edits_and_deletions_bring_what_stood_before(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("Ding", team)
    at_ash.edits(at_ash.sees(team)[-1], "Dong")
    at_ash.deletes(at_ash.sees(team)[-1])
    _, changed, deleted = app.waits_for("message", 3)
    assert (changed["subtype"], deleted["subtype"]) == ("message_changed", "message_deleted")
    assert (changed["previous_message"]["text"], changed["message"]["text"]) == ("Ding", "Dong")
    assert deleted["previous_message"]["text"] == "Dong"
    assert deleted["deleted_ts"] == changed["message"]["ts"]


def test_an_event_from_a_shared_channel_says_so(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("share", team)
    at_ash.types("Ding", team)
    app.waits_for("message")
    payload = [each["payload"] for each in app.envelopes if each["type"] == "events_api"][-1]
    assert payload["is_ext_shared_channel"] is True
