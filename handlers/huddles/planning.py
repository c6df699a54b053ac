"""Keeps each team's next huddle on a row, and reckons it anew where the team has changed its day, time or zone."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel import Session

from handlers.huddles import steps
from handlers.huddles.queueing import Row
from handlers.huddles.steps import Step, decide_each
from handlers.rules.huddle_slots import Plan, first_week, planned_at, slot_of, when_to_nudge
from handlers.rules.school_days import SchoolCalendar, Stretch
from handlers.school_calendar import with_own_days
from storage import huddle_plans, team_days
from storage.huddle_plans import Meets, Standing

MOST_AT_ONCE = 100


def find_plans(session: Session, now: datetime, most: int) -> Sequence[Step]:
    """Plans for teams that have none that fits.

    A team that changes its day keeps the week it waits for: one whose new hour has passed already is late, or has
    missed it, and hears so. A new team's first huddle is the first to come.
    """
    stale = huddle_plans.list_stale(session, most)
    days = calendars_of(session, [team for team, _ in stale])
    return decide_each(stale, lambda team, before: _make_plan(team, before, now, days[team.id]))


def make_plans(session: Session, now: datetime) -> None:
    """At once, for whoever has just changed something and wants to read when the huddle is."""
    steps.keep(session, [step for step in find_plans(session, now, MOST_AT_ONCE) if step.error is None])


def plan_for(team: Meets, *, moves: bool) -> Plan:
    return Plan(team.day, team.at, team.time_zone, moves, team.opens_at, team.closes_at)


def calendars_of(session: Session, of: Collection[Meets]) -> dict[int, SchoolCalendar]:
    """When each of these teams meets, by its id: its school's calendar, with its own exceptions."""
    if not of:  # as at most ticks
        return {}
    stretches: dict[int, list[Stretch]] = {team.school_id: [] for team in of}
    for school_id, starts_on, ends_on, kind, name in huddle_plans.list_days(session, stretches.keys()):
        stretches[school_id].append(Stretch(starts_on, ends_on, kind, name))
    schools = {school_id: SchoolCalendar(found) for school_id, found in stretches.items()}
    own = team_days.list_days_of(session, [team.id for team in of])
    return {team.id: with_own_days(schools[team.school_id], own.get(team.id, ())) for team in of}


def next_week(plan: Plan, week: date, now: datetime, days: SchoolCalendar) -> Row:
    """What a plan that goes on to wait for that week waits for."""
    nudge_at = when_to_nudge(now, plan, slot_of(plan, week, days), days)
    return {"week": week, "next_at": planned_at(plan, week), "nudge_at": nudge_at}


def _make_plan(team: Meets, before: Standing | None, now: datetime, days: SchoolCalendar) -> Step:
    plan = plan_for(team, moves=before is None or before.moves)
    week = first_week(plan, now) if before is None else before.week
    made_for = {"team_id": team.id, "day": plan.day, "at": plan.at, "time_zone": plan.time_zone}
    at_first = {"moves": True, "last_because": ""} if before is None else {}
    return Step(team.id, before, {**made_for, **at_first, **next_week(plan, week, now, days)})
