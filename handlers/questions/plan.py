"""When a team meets. Who is in focus comes with the weekly huddles, and until then that is said plainly."""

from collections.abc import Sequence
from datetime import datetime

from handlers.blocks import escape, says
from handlers.conversation import Reply
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.rules.due import say_day
from handlers.rules.huddle_slots import WEEK, Plan, slot_of, week_of
from handlers.rules.school_days import SchoolCalendar
from handlers.rules.zones import zone_of
from handlers.school_calendar import calendar_for
from storage import teams
from storage.teams import Team

MOST_TEAMS = 20
WEEKS_AHEAD = 12
NO_FOCUS = "Who is in focus is not planned by me yet: the rotation of the weekly huddles is still to come."


def answer_huddle(asking: Asking) -> Reply:
    found = _list_teams(asking)
    if not found:
        return Reply("You are on no team here yet, so no huddle is planned.")
    return Reply("Here is when you meet.", fit([says("\n".join(_say(asking, team) for team in found))]))


def answer_focus(asking: Asking) -> Reply:
    found = _list_teams(asking)
    when = [says("\n".join(_say(asking, team) for team in found))] if found else []
    return Reply(NO_FOCUS, (says(NO_FOCUS), *when))


def find_next(team: Team, calendar: SchoolCalendar, now: datetime) -> datetime | None:
    """When the team meets next; None where its calendar leaves no day in the weeks looked at."""
    plan = Plan(team.huddle_day, team.huddle_time, team.time_zone)
    first = week_of(now.astimezone(zone_of(team.time_zone)).date())
    slots = (slot_of(plan, first + WEEK * number, calendar) for number in range(WEEKS_AHEAD))
    return next((slot.starts_at for slot in slots if slot.starts_at is not None and slot.starts_at > now), None)


def _list_teams(asking: Asking) -> Sequence[Team]:
    """The channel's team, else those of the students it is about."""
    if asking.team is not None:
        return [asking.team]
    shared = sorted(frozenset[int]().union(*(key.teams for key in asking.keys)))
    found = teams.get_teams(asking.session, shared)
    here = [team for team in found if team.channel_id == asking.request.channel]
    return here or sorted(found, key=lambda team: team.name)[:MOST_TEAMS]


def _say(asking: Asking, team: Team) -> str:
    calendar = calendar_for(asking.session, team.school_id)
    starts_at = find_next(team, calendar, asking.request.now)
    if starts_at is None:
        return f"• *{escape(team.name)}*: no school day is left for it in the weeks ahead"
    here = starts_at.astimezone(zone_of(team.time_zone))
    return f"• *{escape(team.name)}*: {say_day(here.date())} at {here:%H:%M}, {team.huddle_minutes} minutes"
