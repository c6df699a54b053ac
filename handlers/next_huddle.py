"""When a team meets next, and about whom: by its plan, the school's calendar, its own days and the queue."""

from datetime import date, datetime

from sqlmodel import Session

from handlers import huddle_turns
from handlers.rules.due import say_day
from handlers.rules.huddle_slots import WEEK, Plan, first_week, slot_of
from handlers.rules.huddle_times import say_time
from handlers.rules.school_days import SchoolCalendar
from handlers.rules.zones import zone_of
from handlers.school_calendar import calendar_for_team
from storage import huddle_plans, huddles, schools
from storage.access import AccessToMany
from storage.huddle_plans import HuddlePlan
from storage.schools import School
from storage.teams import Team

MOST_WEEKS = 60
NO_DAY = "not before the calendar has a school day for it"


def plan_of(team: Team, school: School, row: HuddlePlan | None) -> Plan:
    """Before the clock has made its row, closed days move."""
    moves = row is None or row.moves
    return Plan(team.huddle_day, team.huddle_time, team.time_zone, moves, school.opens_at, school.closes_at)


def find_next(plan: Plan, week: date, days: SchoolCalendar) -> datetime | None:
    """When the first huddle begins, in that week or after it."""
    slots = (slot_of(plan, week + number * WEEK, days) for number in range(MOST_WEEKS))
    return next((slot.starts_at for slot in slots if slot.starts_at is not None), None)


def say_from(session: Session, team: Team, week: date) -> str:
    """The first in that week or after it: "Wednesday, 16 September at 3:15 PM"."""
    row = huddle_plans.find_plan(session, team.id)
    plan = plan_of(team, schools.get_school(session, team.school_id), row)
    starts_at = find_next(plan, week, calendar_for_team(session, team))
    if starts_at is None:
        return NO_DAY
    return f"{say_day(starts_at.astimezone(zone_of(team.time_zone)).date())} at {say_time(team.huddle_time)}"


def say_next(session: Session, team: Team, now: datetime) -> str:
    """The one that the team waits for."""
    row = huddle_plans.find_plan(session, team.id)
    plan = plan_of(team, schools.get_school(session, team.school_id), row)
    return say_from(session, team, row.week if row is not None else first_week(plan, now))


def find_focus(session: Session, keys: AccessToMany, team: Team, now: datetime) -> tuple[int, bool] | None:
    """(student id, whether their huddle is on now): whom an open huddle is about, else the first of the queue, who may
    still be pinned, skipped or swapped. None where these keys do not open them. `keys`: to this team's students."""
    live = huddles.find_live(session, team.id)
    now_in_focus = keys.keys.get(live.focus_id or 0) if live is not None else None
    if now_in_focus is not None:
        return now_in_focus.student_id, True
    plan = huddle_plans.find_plan(session, team.id)
    if plan is None:
        return None
    today = now.astimezone(zone_of(team.time_zone)).date()
    following = huddle_turns.line_up_team(session, keys, plan, plan.week, today).next
    return (following.student_id, False) if following is not None else None
