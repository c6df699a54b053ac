"""Leads change their team; others are told whom to ask."""

from sandbox.wire import Json
from storage import teams
from storage.schools import ShownAs
from storage.teams import Team
from tests.cast import Cast
from tests.handlers.teams.steps import audited, invite, leads_of, open_form, set_up, settle, told


def juniper(cast: Cast) -> Team:
    with cast.bot.database.read() as session:
        return teams.get_team(session, 1)


def open_settings(cast: Cast) -> Json:
    view = cast.hale.presses("Team settings", cast.hale.opens_home()).view
    assert view is not None
    return view


def test_a_lead_changes_what_the_team_is(cast: Cast) -> None:
    came = cast.hale.submits(
        open_settings(cast),
        {
            "Team name": "Juniper third grade",
            "Time zone": "Mountain",
            "Huddle day": "Friday",
            "Check-ins appear": "On record only",
            "Students are shown": "Initials",
        },
    )
    assert came.errors == {}
    team = juniper(cast)
    assert (team.name, team.time_zone, team.huddle_day) == ("Juniper third grade", "America/Denver", 4)
    assert (team.appear.value, team.shown_as) == ("record", ShownAs.INITIALS)
    assert ("teams.change", "team:1") in audited(cast)


def test_stricter_names_show_on_home_at_once(cast: Cast) -> None:
    assert "Maya T." in cast.hale.text_of(cast.hale.opens_home())
    cast.hale.submits(open_settings(cast), {"Students are shown": "Initials"})
    settle(cast)
    home = cast.hale.text_of(cast.hale.opens_home())
    assert "M.T." in home
    assert "Maya" not in home


def test_the_card_in_the_channel_follows_the_settings(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    set_up(workspace, channel)
    card = workspace.hale.waits_for("What comes next", channel)
    view = workspace.hale.presses("Team settings", card).view
    assert view is not None
    workspace.hale.submits(view, {"Length in minutes": "25"})
    workspace.lopez.waits_for("25 minutes", channel)


def test_the_last_lead_cannot_be_taken_away(cast: Cast) -> None:
    came = cast.hale.submits(open_settings(cast), {"Team leads": None})
    assert came.errors
    assert leads_of(cast, cast.juniper) == {cast.people["hale"].id}


def test_leads_come_and_go_by_the_form(cast: Cast) -> None:
    cast.lopez.opens_home()
    lopez = cast.people["lopez"].id
    assert cast.hale.submits(open_settings(cast), {"Team leads": [lopez]}).ok
    told(cast, "lopez", "made you a lead")
    assert leads_of(cast, cast.juniper) == {lopez}
    hale = cast.people["hale"].id
    assert {("teams.add_lead", f"team:1:person:{lopez}"), ("teams.remove_lead", f"team:1:person:{hale}")} <= set(
        audited(cast)
    )
    assert "Team settings" not in cast.hale.text_of(cast.hale.opens_home())


def test_who_is_no_lead_is_told_whom_to_ask(workspace: Cast) -> None:
    channel = invite(workspace, "hale", "lopez")
    set_up(workspace, channel)
    card = workspace.lopez.waits_for("What comes next", channel)
    assert workspace.people["hale"].id in str(workspace.lopez.presses("Team settings", card).ephemerals)


def test_a_time_zone_is_searched_by_its_spoken_name(workspace: Cast) -> None:
    view = open_form(workspace, invite(workspace, "hale"))
    found = workspace.hale.options(view, "time_zone", "mountain")
    assert [one["value"] for one in found] == ["America/Denver"]
