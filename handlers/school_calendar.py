"""The calendar of a school, and the day it is for somebody: what reading a due date needs to know."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sqlmodel import Session

from handlers.rules.due import Today, default_due
from handlers.rules.quiet_times import Hours
from handlers.rules.school_days import SchoolCalendar, Stretch
from handlers.rules.zones import zone_of
from storage import calendar, people, schools, team_days, teams
from storage.calendar import CalendarEntry, DayKind
from storage.schools import School
from storage.team_days import TeamDays
from storage.teams import Team


def calendar_for(session: Session, school_id: int) -> SchoolCalendar:
    return make_calendar(calendar.list_entries(session, school_id))


def calendar_for_team(session: Session, team: Team) -> SchoolCalendar:
    """When a team meets: its school's calendar, with its own exceptions."""
    return with_own_days(calendar_for(session, team.school_id), team_days.list_days(session, team.id))


def hours_of(session: Session, school_id: int) -> Hours:
    school = schools.get_school(session, school_id)
    return Hours(school.opens_at, school.closes_at, calendar_for(session, school_id))


def list_hours(session: Session) -> dict[int, Hours]:
    """The days and hours of all schools, by id."""
    entries: dict[int, list[CalendarEntry]] = defaultdict(list)
    for entry in calendar.list_all(session):
        entries[entry.school_id].append(entry)
    return {
        school.id: Hours(school.opens_at, school.closes_at, make_calendar(entries[school.id]))
        for school in schools.list_schools(session)
    }


def make_calendar(entries: Iterable[CalendarEntry]) -> SchoolCalendar:
    return SchoolCalendar(tuple(Stretch(one.starts_on, one.ends_on, one.kind, one.name) for one in entries))


def with_own_days(days: SchoolCalendar, own: Iterable[TeamDays]) -> SchoolCalendar:
    kept = list(own)
    if not kept:
        return days
    without = [Stretch(one.starts_on, one.ends_on, DayKind.NO_SCHOOL, one.name) for one in kept if not one.meets]
    opened = tuple((one.starts_on, one.ends_on) for one in kept if one.meets)
    return SchoolCalendar((*days.stretches, *without), opened)


def today_for(session: Session, person_id: str, team: Team | None, now: datetime) -> Today:
    """The day it is for this person, with the calendar, hours and date order of the team's school.

    Without a team: of the only school of the teams whose channels the person is in, or the only one there is.
    """
    school = schools.get_school(session, team.school_id) if team is not None else _find_own_school(session, person_id)
    local = now.astimezone(zone_of(_zone_name(session, person_id, team)))
    if school is None:
        return Today(local.date())
    days = calendar_for(session, school.id)
    return Today(
        on=local.date(),
        is_after_school=local.time() >= school.closes_at,
        calendar=days,
        next_huddle=next_huddle(team, local, calendar_for_team(session, team)) if team is not None else None,
        month_first=not school.day_first,
    )


def next_huddle(team: Team, local: datetime, days: SchoolCalendar) -> date:
    """The day of the team's next huddle, today's while it has not begun; on a closed day the school day after."""
    before_it = local.date() - timedelta(days=1) if local.time() < team.huddle_time else local.date()
    return default_due(before_it, team.huddle_day, days)


def _zone_name(session: Session, person_id: str, team: Team | None) -> str:
    person = people.find_person(session, person_id)
    if person is not None and person.time_zone:
        return person.time_zone
    return team.time_zone if team is not None else ""


def _find_own_school(session: Session, person_id: str) -> School | None:
    own = teams.find_teams_in(session, people.list_channels_of(session, person_id))
    ids = {team.school_id for team in own}
    if len(ids) == 1:
        return schools.find_school(session, ids.pop())
    known = schools.list_schools(session)
    return known[0] if len(known) == 1 else None
