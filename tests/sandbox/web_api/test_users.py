"""People as the app may know them."""

from pathlib import Path

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import BOT_TOKEN, BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.web_api.refusing import refusal


def test_a_person_is_told_with_name_title_and_zone(api: WebClient, ash: Person) -> None:
    user = api.users_info(user=ash.id)["user"]
    assert (user["name"], user["real_name"], user["profile"]["title"]) == ("ash", "Ash Underwood", "Librarian")
    assert user["tz"] == "America/New_York"
    assert user["profile"]["email"] == "ash@bellwether.example"
    assert not user["is_bot"]


def test_the_email_needs_its_own_scope(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(MANIFEST.read_text().replace("      - users:read.email\n", ""))
    with Sandbox(manifest) as sandbox:
        ash = sandbox.add_person("ash", email="ash@bellwether.example")
        api = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)
        assert "email" not in api.users_info(user=ash.id)["user"]["profile"]
        assert refusal(api.users_lookupByEmail, email="ash@bellwether.example") == "missing_scope"


def test_guests_strangers_and_those_who_left_are_marked(api: WebClient, sandbox: Sandbox) -> None:
    guest = sandbox.add_person("guest", is_restricted=True, is_ultra_restricted=True)
    stranger = sandbox.add_person("stranger", is_stranger=True, team_id="T00000FAR")
    gone = sandbox.add_person("gone")
    sandbox.change_person(gone, deleted=True)
    told = {each.name: api.users_info(user=each.id)["user"] for each in (guest, stranger, gone)}
    assert told["guest"]["is_restricted"]
    assert told["guest"]["is_ultra_restricted"]
    assert told["stranger"]["is_stranger"]
    assert told["stranger"]["team_id"] == "T00000FAR"
    assert told["gone"]["deleted"]
    assert "tz" not in told["gone"]


def test_the_app_is_a_bot_and_slackbot_by_its_own_account_is_not(api: WebClient) -> None:
    assert api.users_info(user=BOT_USER_ID)["user"]["is_bot"]
    assert not api.users_info(user="USLACKBOT")["user"]["is_bot"]


def test_an_unknown_person_is_not_found(api: WebClient) -> None:
    assert refusal(api.users_info, user="U999") == "user_not_found"
    assert refusal(api.users_lookupByEmail, email="nobody@bellwether.example") == "users_not_found"


def test_the_list_in_pages_is_everybody(api: WebClient, sandbox: Sandbox) -> None:
    ids = {sandbox.add_person(f"person{number}").id for number in range(8)}
    listed = [each["id"] for page in api.users_list(limit=3) for each in page["members"]]
    assert set(listed) == ids | {BOT_USER_ID, "USLACKBOT"}
    assert len(listed) == len(set(listed))


def test_an_email_finds_its_person_whatever_the_case(api: WebClient, ash: Person) -> None:
    assert api.users_lookupByEmail(email="ASH@bellwether.example")["user"]["id"] == ash.id


def test_the_channels_a_person_shares_with_the_app(
    api: WebClient, sandbox: Sandbox, ash: Person, team: Channel, lobby: Channel
) -> None:
    sandbox.add_channel("attic", members=[ash], with_app=False)
    both = api.users_conversations(user=ash.id, types="public_channel,private_channel")["channels"]
    assert {each["name"] for each in both} == {"bell-team", "lobby"}
    private = api.users_conversations(user=ash.id, types="private_channel")["channels"]
    assert [each["name"] for each in private] == ["bell-team"]


def test_the_apps_own_channels_are_those_it_is_in(api: WebClient, team: Channel, lobby: Channel) -> None:
    told = api.users_conversations(types="public_channel,private_channel")["channels"]
    assert [each["id"] for each in told] == [team.id]


def test_an_unknown_kind_of_channel_is_refused(api: WebClient, ash: Person) -> None:
    assert refusal(api.users_conversations, user=ash.id, types="secret_channel") == "invalid_types"
