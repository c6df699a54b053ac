"""People come and go, channels are renamed, archived, opened, shared; and the app hears of it."""

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp


def test_the_app_hears_that_it_was_invited(app: PlainApp, sandbox: Sandbox, ash: Person, at_ash: Visitor) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    at_ash.arranges("invite", attic, user=BOT_USER_ID)
    heard = app.waits_for("member_joined_channel")[0]
    assert (heard["user"], heard["channel"], heard["inviter"]) == (BOT_USER_ID, attic.id, ash.id)
    assert heard["channel_type"] == "G"


def test_the_app_hears_who_leaves_and_that_it_was_shown_out(
    app: PlainApp, at_ash: Visitor, birch: Person, team: Channel
) -> None:
    at_ash.arranges("kick", team, user=birch)
    assert app.waits_for("member_left_channel")[0]["user"] == birch.id
    at_ash.arranges("kick", team, user=BOT_USER_ID)
    assert app.waits_for("member_left_channel", 2)[1]["user"] == BOT_USER_ID
    assert app.waits_for("group_left")[0]["channel"] == team.id
    at_ash.types("Unheard", team)
    at_ash.types("Heard")
    assert [each["text"] for each in app.waits_for("message", 3) if "subtype" not in each] == ["Heard"]


def test_who_left_a_private_channel_sees_it_no_more(at_birch: Visitor, at_ash: Visitor, team: Channel) -> None:
    at_ash.types("A secret", team)
    assert "A secret" in at_birch.everything()
    at_birch.leaves(team)
    assert at_birch.sees(team) == []
    assert team.id not in [each["id"] for each in at_birch.state()["channels"]]


def test_a_new_name_is_told_with_the_old_one_in_memory(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("rename", team, name="ringers")
    assert app.waits_for("group_rename")[0]["channel"]["name"] == "ringers"
    assert team.previous_names == ["bell-team"]


def test_archiving_and_back_is_told(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("archive", team)
    assert app.waits_for("group_archive")[0] | {"event_ts": ""} == {
        "type": "group_archive",
        "channel": team.id,
        "user": at_ash.id,
        "event_ts": "",
    }
    assert at_ash.types("Anybody?", team).error == "is_archived"
    at_ash.arranges("unarchive", team)
    app.waits_for("group_unarchive")
    assert at_ash.types("Back again", team).ok


def test_public_channels_are_told_wherever_the_app_is(app: PlainApp, at_ash: Visitor, lobby: Channel) -> None:
    at_ash.arranges("rename", lobby, name="hall")
    at_ash.arranges("archive", lobby)
    assert app.waits_for("channel_rename")[0]["channel"]["name"] == "hall"
    app.waits_for("channel_archive")


def test_a_channel_made_public_says_so_in_itself(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("make_public", team)
    heard = app.waits_for("message")[0]
    assert (heard["subtype"], heard["channel_type"]) == ("channel_convert_to_public", "channel")
    assert at_ash.state()["channels"][-1]["kind"] == "public"


def test_sharing_and_unsharing_is_told(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("share", team)
    assert app.waits_for("channel_shared")[0]["connected_team_id"]
    at_ash.arranges("unshare", team)
    assert app.waits_for("channel_unshared")[0]["is_ext_shared"] is False


def test_a_deleted_channel_is_gone_for_all(app: PlainApp, at_ash: Visitor, team: Channel) -> None:
    at_ash.arranges("delete", team)
    assert app.waits_for("group_deleted")[0]["channel"] == team.id
    assert at_ash.types("Hello?", team).error == "channel_not_found"


def test_a_new_channel_is_told_if_it_is_public(app: PlainApp, at_ash: Visitor) -> None:
    at_ash.arranges("create", name="Secret", private=True)
    at_ash.arranges("create", name="Open Hall")
    assert [each["channel"]["name"] for each in app.waits_for("channel_created")] == ["open-hall"]
    assert at_ash.arranges("create", name="open-hall").error == "name_taken"


def test_new_and_changed_people_are_told(app: PlainApp, sandbox: Sandbox) -> None:
    cedar = sandbox.add_person("cedar", email="cedar@bellwether.example")
    assert app.waits_for("team_join")[-1]["user"]["profile"]["email"] == "cedar@bellwether.example"
    sandbox.change_person(cedar, deleted=True)
    assert app.waits_for("user_change")[0]["user"]["deleted"] is True


def test_an_account_is_changed_from_the_page(sandbox: Sandbox, at_ash: Visitor, birch: Person) -> None:
    assert at_ash.changes_account("make_guest", birch).ok
    assert birch.is_guest
    at_ash.changes_account("make_member", birch)
    at_ash.changes_account("deactivate", birch)
    assert (birch.is_guest, birch.deleted) == (False, True)
    assert at_ash.changes_account("promote", birch).error == "unknown_action"
    assert at_ash.changes_account("add", name="cedar", real_name="Cedar Nook").ok
    assert any(each["real_name"] == "Cedar Nook" for each in at_ash.state()["people"])
