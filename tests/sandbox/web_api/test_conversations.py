"""Channels as the app may know them, and how it changes them."""

import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.web_api.refusing import refusal


def test_a_private_channel_is_told_with_its_flags(api: WebClient, team: Channel) -> None:
    channel = api.conversations_info(channel=team.id, include_num_members=True)["channel"]
    assert (channel["name"], channel["is_private"], channel["is_member"]) == ("bell-team", True, True)
    assert not any(channel[f"is_{each}"] for each in ("archived", "ext_shared", "pending_ext_shared", "org_shared"))
    assert channel["num_members"] == 3


def test_sharing_and_archiving_show_in_the_flags(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("share", team)
    assert api.conversations_info(channel=team.id)["channel"]["is_ext_shared"]
    at_ash.arranges("archive", team)
    assert api.conversations_info(channel=team.id)["channel"]["is_archived"]


def test_a_private_channel_without_the_app_does_not_exist_for_it(api: WebClient, sandbox: Sandbox, ash: Person) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    for call in (api.conversations_info, api.conversations_members, api.conversations_history):
        assert refusal(call, channel=attic.id) == "channel_not_found"


def test_the_list_holds_public_channels_and_the_apps_private_ones(
    api: WebClient, sandbox: Sandbox, team: Channel, lobby: Channel, ash: Person
) -> None:
    sandbox.add_channel("attic", members=[ash], with_app=False)
    listed = api.conversations_list(types="public_channel,private_channel")["channels"]
    assert {each["name"] for each in listed} == {"bell-team", "lobby"}


def test_archived_channels_can_be_left_out(api: WebClient, at_ash: Visitor, lobby: Channel) -> None:
    at_ash.arranges("archive", lobby)
    assert len(api.conversations_list()["channels"]) == 1
    assert api.conversations_list(exclude_archived=True)["channels"] == []


def test_members_in_pages_are_all_members(api: WebClient, sandbox: Sandbox) -> None:
    people = [sandbox.add_person(f"person{number}") for number in range(7)]
    hall = sandbox.add_channel("hall", members=people)
    listed = [each for page in api.conversations_members(channel=hall.id, limit=3) for each in page["members"]]
    assert listed == [*(each.id for each in people), BOT_USER_ID]


def test_opening_a_direct_message_always_gives_the_same_one(api: WebClient, ash: Person) -> None:
    first, second = (api.conversations_open(users=ash.id)["channel"]["id"] for _ in range(2))
    assert first == second
    assert api.conversations_info(channel=first)["channel"]["user"] == ash.id


def test_a_person_who_left_gets_no_direct_message(api: WebClient, sandbox: Sandbox, ash: Person) -> None:
    sandbox.change_person(ash, deleted=True)
    assert refusal(api.conversations_open, users=ash.id) == "user_disabled"
    assert refusal(api.conversations_open, users="U999") == "user_not_found"


def test_a_channel_the_app_makes_is_found_by_the_people_it_invites(
    api: WebClient, ash: Person, at_ash: Visitor
) -> None:
    made = api.conversations_create(name="bell-loft", is_private=True)["channel"]
    api.conversations_invite(channel=made["id"], users=ash.id)
    api.chat_postMessage(channel=made["id"], text="Welcome up here")
    assert at_ash.sees(made["id"])[-1]["text"] == "Welcome up here"
    assert refusal(api.conversations_invite, channel=made["id"], users=ash.id) == "already_in_channel"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", "invalid_name_required"),
        ("Big Bells", "invalid_name_specials"),
        ("b" * 81, "invalid_name_maxlength"),
        ("bell-team", "name_taken"),
    ],
)
def test_a_name_no_channel_can_have_is_refused(api: WebClient, team: Channel, name: str, error: str) -> None:
    assert refusal(api.conversations_create, name=name) == error


def test_the_app_joins_and_leaves_public_channels_only(api: WebClient, lobby: Channel, team: Channel) -> None:
    assert api.conversations_join(channel=lobby.id)["channel"]["is_member"]
    api.conversations_leave(channel=lobby.id)
    assert api.conversations_leave(channel=lobby.id)["not_in_channel"]
    assert refusal(api.conversations_join, channel=team.id) == "method_not_supported_for_channel_type"


def test_the_app_renames_archives_and_describes_its_channels(api: WebClient, team: Channel, at_ash: Visitor) -> None:
    api.conversations_setTopic(channel=team.id, topic="All about bells")
    api.conversations_setPurpose(channel=team.id, purpose="Ringing")
    assert api.conversations_rename(channel=team.id, name="ringers")["channel"]["previous_names"] == ["bell-team"]
    assert api.conversations_info(channel=team.id)["channel"]["topic"]["value"] == "All about bells"
    assert refusal(api.conversations_setTopic, channel=team.id, topic="t" * 251) == "too_long"
    api.conversations_archive(channel=team.id)
    assert refusal(api.conversations_archive, channel=team.id) == "already_archived"


def test_the_app_can_show_others_out_but_not_itself(api: WebClient, team: Channel, ash: Person) -> None:
    api.conversations_kick(channel=team.id, user=ash.id)
    assert ash.id not in api.conversations_members(channel=team.id)["members"]
    assert refusal(api.conversations_kick, channel=team.id, user=ash.id) == "not_in_channel"
    assert refusal(api.conversations_kick, channel=team.id, user=BOT_USER_ID) == "cant_kick_self"
