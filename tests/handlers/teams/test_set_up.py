"""Setting a team up, as people do it: invite the bot, press the card's button, fill the form in."""

import pytest

from sandbox.identity import BOT_USER_ID
from sandbox.wire import Json
from storage.positions import Position
from storage.teams import Appear
from tests.cast import Cast
from tests.handlers.teams.steps import (
    OFFER,
    audited,
    find_team,
    invite,
    leads_of,
    let_pass,
    open_form,
    press_card,
    set_up,
    settle,
    told,
    visitor,
)


def inputs_of(view: Json) -> dict[str, Json]:
    return {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}


def test_the_form_starts_with_what_is_known(workspace: Cast) -> None:
    shown = inputs_of(open_form(workspace, invite(workspace, "hale", "lopez")))
    assert shown["name"]["initial_value"] == "Grade 6 Support"
    assert shown["time_zone"]["initial_option"]["value"] == "America/Chicago"
    assert shown["huddle_minutes"]["initial_value"] == "15"
    assert shown["leads"]["initial_users"] == [workspace.people["hale"].id]
    assert shown["appear"]["initial_option"]["value"] == "thread"


def test_a_filled_form_makes_a_team_and_tells_the_channel_how_it_works(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    came = set_up(workspace, channel, {"Team name": "Sixth grade", "Length in minutes": "20"})
    assert came.errors == {}
    how = workspace.lopez.text_of(workspace.lopez.waits_for("How it works", channel))
    assert "a family may ask to read it" in how
    card = workspace.lopez.text_of(workspace.lopez.waits_for("What comes next", channel))
    assert "Sixth grade" in card
    assert "20 minutes" in card
    assert "/student add" in card
    assert OFFER not in str(workspace.lopez.sees(channel))
    team = find_team(workspace, channel)
    assert team is not None
    assert (team.name, team.huddle_minutes, team.appear) == ("Sixth grade", 20, Appear.THREAD)
    assert leads_of(workspace, channel) == {workspace.people["hale"].id}


def test_what_was_set_up_is_in_the_audit(workspace: Cast) -> None:
    set_up(workspace, invite(workspace, "hale", "lopez"))
    hale = workspace.people["hale"].id
    assert audited(workspace) == [
        ("schools.add", "school:1"),
        ("teams.set_up", "team:1"),
        ("teams.add_lead", f"team:1:person:{hale}"),
    ]


def test_a_second_team_chooses_the_school_from_those_there_are(workspace: Cast) -> None:
    set_up(workspace, invite(workspace, "hale", "lopez"))
    shown = inputs_of(open_form(workspace, invite(workspace, "hale", name="grade-7")))
    assert "school_name" not in shown
    assert shown["school"]["initial_option"]["text"]["text"] == "Juniper Hollow"


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("Length in minutes", "4", "from 5 to 60"),
        ("Length in minutes", "soon", "from 5 to 60"),
        ("Team leads", ["gray"], "guest"),
        ("Team leads", ["pell"], "not in the channel"),
        ("School", " ", "type the school's name"),
    ],
)
def test_a_wrong_field_is_handed_back_with_a_sentence(
    workspace: Cast, field: str, value: str | list[str], says: str
) -> None:
    channel = invite(workspace, "hale", "gray")
    value = [workspace.people[each].id for each in value] if isinstance(value, list) else value
    workspace.pell.types("/checkin")  # so that the bot has met somebody who is not in the channel
    came = set_up(workspace, channel, {field: value})
    assert says in came.text
    assert find_team(workspace, channel) is None
    assert audited(workspace) == []


def test_the_app_itself_cannot_lead(workspace: Cast) -> None:
    channel = invite(workspace, "hale")
    came = set_up(workspace, channel, {"Team leads": [BOT_USER_ID]})
    assert "apps cannot lead" in came.text


def test_of_two_at_once_the_second_hears_of_the_first(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    first, second = open_form(workspace, channel), open_form(workspace, channel, "lopez")
    assert workspace.hale.submits(first, {"School": "Juniper Hollow"}).ok
    assert workspace.lopez.submits(second, {"School": "Elsewhere"}).ok
    assert "set up already" in visitor(workspace, "lopez").text_of(
        visitor(workspace, "lopez").waits_for("set up already", channel)
    )
    team = find_team(workspace, channel)
    assert team is not None
    assert team.set_up_by == workspace.people["hale"].id


def test_a_form_sent_twice_makes_one_team(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    set_up(workspace, channel)
    workspace.sandbox.redeliver()
    workspace.lopez.waits_for("How it works", channel)
    workspace.sandbox.settle()
    said = [workspace.lopez.text_of(each) for each in workspace.lopez.sees(channel)]
    assert sum("How it works" in each for each in said) == 1
    assert [action for action, _ in audited(workspace)].count("teams.set_up") == 1


def test_pressing_the_old_card_again_says_that_the_team_stands(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    old = workspace.lopez.waits_for(OFFER, channel)
    set_up(workspace, channel)
    assert "set up already" in workspace.lopez.presses("Set up this team", old).text


def test_a_guest_cannot_set_a_team_up(workspace: Cast) -> None:
    """PRV-05."""
    channel = invite(workspace, "hale", "gray")
    assert "Ask a colleague" in press_card(workspace, channel, "gray").text
    assert find_team(workspace, channel) is None


def test_a_public_channel_is_refused_and_told_what_to_do(workspace: Cast) -> None:
    """PRV-10."""
    channel = invite(workspace, "hale", private=False)
    words = workspace.hale.text_of(workspace.hale.waits_for("public", channel))
    assert "private" in words
    assert "Set up this team" not in words


def test_a_shared_channel_is_refused_until_it_is_the_schools_own(workspace: Cast) -> None:
    """PRV-10."""
    channel = workspace.sandbox.add_channel("with-others", members=[workspace.people["hale"]], with_app=False)
    workspace.hale.arranges("share", channel)
    workspace.sandbox.invite(channel, by=workspace.people["hale"])
    assert "another organization" in workspace.hale.text_of(workspace.hale.waits_for("shared", channel))
    workspace.hale.arranges("unshare", channel)
    workspace.hale.waits_for(OFFER, channel)


def test_a_channel_that_turns_public_before_the_form_is_sent_is_refused(workspace: Cast) -> None:
    """PRV-10."""
    channel = invite(workspace, "hale")
    view = open_form(workspace, channel)
    workspace.hale.arranges("make_public", channel)
    workspace.sandbox.settle()
    let_pass(workspace, 61)
    came = workspace.hale.submits(view, {"School": "Juniper Hollow"})
    assert came.errors
    assert find_team(workspace, channel) is None


def test_other_leads_are_told_what_leads_do(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    both = [workspace.people["hale"].id, workspace.people["lopez"].id]
    set_up(workspace, channel, {"Team leads": both})
    assert "Leads add students" in told(workspace, "lopez", "made you a lead")
    assert leads_of(workspace, channel) == set(both)


def test_a_position_can_be_given_there_and_then(workspace: Cast) -> None:
    set_up(workspace, invite(workspace, "hale"), {"Your own position here": "special education"})
    with workspace.bot.database.read() as session:
        assert session.get_one(Position, (1, workspace.people["hale"].id)).agreed_by == workspace.people["hale"].id


def test_a_bot_that_was_restarted_still_answers_its_old_card(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    workspace.hale.waits_for(OFFER, channel)
    workspace.stop_bot()
    workspace.start_bot()
    set_up(workspace, channel)
    workspace.lopez.waits_for("How it works", channel)


def test_a_team_whose_bot_returns_hears_that_all_is_there(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    set_up(workspace, channel)
    workspace.lopez.waits_for("How it works", channel)
    workspace.sandbox.remove(channel)
    workspace.sandbox.invite(channel, by=workspace.people["lopez"])
    assert "is as you left it" in workspace.lopez.text_of(workspace.lopez.waits_for("I am back", channel))


def test_who_calls_the_bot_by_name_where_no_team_is_gets_the_card(workspace: Cast) -> None:
    workspace.lopez.types("@roundtable hello?", workspace.juniper)
    workspace.hale.waits_for(OFFER, workspace.juniper)


def test_who_calls_the_bot_by_name_in_a_team_hears_privately_what_works(cast: Cast) -> None:
    cast.lopez.types("@roundtable hello, what can you do?", cast.juniper)
    assert "/checkin" in cast.lopez.text_of(cast.lopez.waits_for("What works now", cast.juniper))
    assert "What works now" not in cast.finch.everything()


def test_a_guest_who_calls_the_bot_by_name_hears_nothing(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    settle(cast)
    cast.gray.types("@roundtable who is Maya?", cast.juniper)
    settle(cast)
    assert "What works now" not in cast.gray.everything()


def test_a_channel_whose_card_was_missed_can_be_set_up_from_home(workspace: Cast) -> None:
    home = workspace.hale.opens_home()
    came = workspace.hale.presses("Set up #juniper-team", home)
    assert came.view is not None, came.text
    assert workspace.hale.submits(came.view, {"School": "Juniper Hollow"}).ok
    workspace.hale.waits_for("How it works", workspace.juniper)
    workspace.hale.waits_for("What comes next", workspace.juniper)
