"""What leads hear when people join and leave their team, and when they become leads. Pure."""

from collections.abc import Sequence

from handlers.blocks import button, buttons, escape, says
from handlers.conversation import Reply
from storage.teams import Team


def say_joined(team: Team, person_id: str) -> Reply:
    words = (
        f"<@{person_id}> has joined <#{team.channel_id}> and can now read about the students of "
        f"*{escape(team.name)}*. If that is not as it should be, remove them from the channel."
    )
    made = (says(words), buttons(button("Everybody's positions", "positions.set", {"team": team.id})))
    return Reply("Somebody has joined one of your teams.", made)


def say_apps(team: Team, app_ids: Sequence[str]) -> Reply:
    named = ", ".join(f"<@{app_id}>" for app_id in app_ids[:20])
    others = "Another app is" if len(app_ids) == 1 else "Other apps are"
    words = (
        f"{others} in <#{team.channel_id}> beside me: {named}. An app in a channel may be able to read what is posted "
        f"there, so keep only those *{escape(team.name)}* needs. This stops nothing."
    )
    return Reply("Other apps are in one of your team channels.", (says(words),))


def say_lead_left(team: Team, person_id: str) -> Reply:
    words = (
        f"<@{person_id}> has left <#{team.channel_id}> and so is no longer a lead of *{escape(team.name)}*. "
        "If somebody should take their place, add a lead in the settings."
    )
    made = (says(words), buttons(button("Team settings", "teams.settings", {"team": team.id})))
    return Reply("A lead has left one of your teams.", made)


def say_leadless_here(team: Team, person_id: str) -> Reply:
    """In the channel, when the last lead is gone."""
    words = (
        f"<@{person_id}> has left, and with that *{escape(team.name)}* has no lead. Check-ins go on as before. "
        "An administrator of Roundtable can name a new lead, on my Home."
    )
    return Reply("This team has no lead now.", (says(words),))


def say_leadless(team: Team) -> Reply:
    """To administrators."""
    words = (
        f"The last lead of *{escape(team.name)}* has left its channel. Nobody can add students or answer for it until "
        "you name a new lead, somebody who is in the channel."
    )
    made = (says(words), buttons(button("Name a lead", "teams.name_lead", {"team": team.id}, style="primary")))
    return Reply("A team has no lead.", made)


def say_made_lead(team: Team, by: str) -> Reply:
    words = (
        f"<@{by}> has made you a lead of *{escape(team.name)}* (<#{team.channel_id}>). Leads add students, give "
        "positions, change the team's settings and read its restricted check-ins. I tell you when somebody joins."
    )
    made = (says(words), buttons(button("Team settings", "teams.settings", {"team": team.id})))
    return Reply("You are now a lead of a team.", made)


def say_admitted(team: Team, guest: str, by: str, reason: str) -> Reply:
    words = (
        f"<@{by}> has admitted <@{guest}> to <#{team.channel_id}>, so posts about the students of "
        f"*{escape(team.name)}* go on. They can read what is posted there; from me they still get no answers."
    )
    return Reply("A guest was admitted to one of your teams.", (says(words), says(f"*Reason:* {escape(reason)}")))
