"""When a team meets, and who is in focus then."""

from collections.abc import Sequence
from datetime import datetime

from handlers import doors
from handlers.blocks import escape, says
from handlers.conversation import Reply
from handlers.huddle_turns import line_up_team
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.rules.due import say_day
from handlers.rules.huddle_slots import WEEK, Plan, slot_of, week_of
from handlers.rules.school_days import SchoolCalendar
from handlers.rules.zones import zone_of
from handlers.school_calendar import calendar_for_team
from handlers.shown import show
from storage import huddle_plans, huddles, teams
from storage.access import Access, AccessToMany
from storage.teams import Team

MOST_TEAMS = 20
WEEKS_AHEAD = 12
NO_TEAM = "You are on no team here yet, so no huddle is planned."


def answer_huddle(asking: Asking) -> Reply:
    found = _list_teams(asking)
    if not found:
        return Reply(NO_TEAM)
    return Reply("Here is when you meet.", fit([says("\n".join(_say(asking, team) for team in found))]))


def answer_focus(asking: Asking) -> Reply:
    found = _list_teams(asking)
    if not found:
        return Reply(NO_TEAM)
    lines = "\n".join(f"{_say(asking, team)}\n{_say_focus(asking, team)}" for team in found)
    return Reply("Here is whose turn it is.", fit([says(lines)]))


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
    calendar = calendar_for_team(asking.session, team)
    starts_at = find_next(team, calendar, asking.request.now)
    if starts_at is None:
        return f"• *{escape(team.name)}*: no school day is left for it in the weeks ahead"
    here = starts_at.astimezone(zone_of(team.time_zone))
    return f"• *{escape(team.name)}*: {say_day(here.date())} at {here:%H:%M}, {team.huddle_minutes} minutes"


def _say_focus(asking: Asking, team: Team) -> str:
    """Whoever an open huddle is about, else the first of the queue, who may still be pinned, skipped or swapped."""
    keys = _keys_to(asking, team)
    live = huddles.find_live(asking.session, team.id)
    now_in_focus = keys.keys.get(live.focus_id or 0) if live is not None else None
    if now_in_focus is not None:
        return f"In focus now: *{escape(_name(asking, now_in_focus, team))}*"
    plan = huddle_plans.find_plan(asking.session, team.id)
    following = line_up_team(asking.session, keys, plan, plan.week, asking.today).next if plan is not None else None
    if following is None:
        return "Nobody is in the queue yet."
    return f"Next in focus: *{escape(_name(asking, keys.keys[following.student_id], team))}*. `/focus` shows the queue."


def _keys_to(asking: Asking, team: Team) -> AccessToMany:
    """The team's students, as far as whoever reads this may see them."""
    if asking.team is not None:
        return doors.access_for_clock(asking.session, asking.request, team, None)
    able = doors.access_to_look_over(asking.session, asking.request)
    return AccessToMany(able.person, {one: key for one, key in able.keys.items() if team.id in key.teams})


def _name(asking: Asking, key: Access, team: Team) -> str:
    return show(asking.session, [key], asking.team and team)[key.student_id]
