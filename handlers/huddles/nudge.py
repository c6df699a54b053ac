"""The day before a huddle: who has a part in the student's support and wrote nothing this week gets one quiet word."""

from datetime import date, datetime

from sqlmodel import Session

from handlers import doors, huddle_turns, telling
from handlers.conversation import Answer, Quiet, Request
from handlers.huddles.begin import keys_of_team, today_in
from handlers.huddles.replies import say_nudge
from handlers.next_huddle import plan_of
from handlers.rules.huddle_slots import WEEK, slot_of
from handlers.rules.zones import zone_of
from handlers.school_calendar import calendar_for_team
from handlers.shown import show
from storage import checkins, huddle_plans, huddle_wishes, leaves, people, positions, roles, schools, teams, tellings
from storage.access import Access
from storage.huddle_plans import HuddlePlan
from storage.huddle_wishes import HuddleWish, WishKind
from storage.people import Person
from storage.teams import Team

NUDGED = "huddles.nudged"
MOST_LOOKED_AT = 50


def nudge(request: Request, session: Session) -> None:
    """The clock's. Each is told once for a week's huddle, whatever happens to it."""
    team = teams.get_team(session, request.number("team"))
    week = date.fromisoformat(str(request.ids["week"]))
    plan = huddle_plans.find_plan(session, team.id)
    if plan is None or plan.week != week:
        return
    keys = keys_of_team(session, request, team)
    focus = huddle_turns.line_up_team(session, keys, plan, week, today_in(team, request)).next
    if focus is None:
        return
    ids: dict[str, int | str] = {"team": team.id, "week": week.isoformat(), "student": focus.student_id}
    concerned = _list_concerned(session, team, keys.keys[focus.student_id])
    away = leaves.list_away(session, concerned, today_in(team, request))
    told = [
        one
        for one in concerned
        if one not in away and tellings.claim(session, f"person:{one}", f"huddle:{team.id}", week)
    ]
    for person_id in told:
        telling.tell(session, request, person_id, NUDGED, ids)
    if told:
        _keep_to(session, request, team, focus.student_id, week)


def _keep_to(session: Session, request: Request, team: Team, student_id: int, week: date) -> None:
    """Who was told of one student must not find another in focus, because a follow-up fell overdue in the night."""
    huddle_wishes.drop_wishes(session, team.id, [WishKind.TOLD], week=week)
    said = HuddleWish(
        team_id=team.id, student_id=student_id, kind=WishKind.TOLD, week=week, made_by="clock", made_at=request.now
    )
    huddle_wishes.wish(session, said)


def nudged(request: Request, session: Session) -> Answer:
    """To one of them, unless they have written since, went away, or the huddle has begun."""
    key = doors.access_student(session, request, request.number("student"))
    team = teams.find_team(session, request.number("team"))
    starts_at = _find_start(session, request, team) if team is not None else None
    if team is None or starts_at is None or request.now >= starts_at or team.id not in key.teams:
        return Quiet()
    if leaves.list_away(session, [request.person], today_in(team, request)):
        return Quiet()
    recent = checkins.list_recent(session, key, MOST_LOOKED_AT)
    if any(row.author_id == request.person and row.made_at >= starts_at - WEEK for row in recent):
        return Quiet()
    (name,) = show(session, [key]).values()
    return say_nudge(name, key.student_id, starts_at.astimezone(zone_of(team.time_zone)), team.channel_id)


def _find_start(session: Session, request: Request, team: Team) -> datetime | None:
    """None once another week is waited for."""
    row = huddle_plans.find_plan(session, team.id)
    if row is None or row.week.isoformat() != request.ids.get("week"):
        return None
    return _slot_start(session, team, row)


def _slot_start(session: Session, team: Team, row: HuddlePlan) -> datetime | None:
    school = schools.get_school(session, team.school_id)
    return slot_of(plan_of(team, school, row), row.week, calendar_for_team(session, team)).starts_at


def _list_concerned(session: Session, team: Team, key: Access) -> list[str]:
    """Members with a role for the student; where nobody has one, those with a position in the team."""
    found = people.find_people(session, people.list_members(session, team.channel_id))
    staff = sorted((one for one in found.values() if doors.may_ask(one)), key=lambda one: one.id)
    held = roles.list_roles(session, key)
    holders = {row.holder_id or row.holder_email for row in held} - {""}
    concerned = [one.id for one in staff if one.id in holders or (one.email and one.email in holders)]
    return concerned or [one.id for one in staff if _has_position(session, team, one)]


def _has_position(session: Session, team: Team, person: Person) -> bool:
    return positions.find_position(session, team.id, person.id, person.email) is not None
