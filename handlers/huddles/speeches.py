"""What is said of a huddle in its channel: from the record, for the student who is on the team now."""

from datetime import date

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Quiet, Request
from handlers.huddles import agenda, replies
from handlers.huddles.replies import Line, Prompt
from handlers.next_huddle import plan_of, say_from
from handlers.rules.due import say_day
from handlers.rules.huddle_slots import ON_TIME, WEEK, slot_of
from handlers.rules.huddle_times import say_time
from handlers.rules.zones import zone_of
from handlers.school_calendar import calendar_for_team
from handlers.shown import show
from storage import followups, huddle_plans, huddles, schools, team_days, teams
from storage.access import Access
from storage.huddle_notes import HuddleLine, LineKind
from storage.huddles import Huddle, HuddleState
from storage.teams import Team


def prompt(request: Request, session: Session) -> Answer:
    """The post that heads the thread; nothing once it would be of no use any more."""
    found = find_focus(request, session)
    if found is None:
        return Quiet()
    huddle, team, key = found
    if huddle.state == HuddleState.OPEN and (huddle.useful_until is None or request.now >= huddle.useful_until):
        return Quiet()
    (name,) = show(session, [key], team).values()
    lines = agenda.list_standing(session, key, huddle)
    return replies.say_prompt(
        Prompt(
            huddle_id=huddle.id,
            student_id=key.student_id,
            name=name,
            ends=_say_end(huddle, team),
            strengths=[Line(line.text) for line in lines if line.kind == LineKind.STRENGTH],
            followups=[_followup(session, key, line) for line in lines if line.kind == LineKind.FOLLOWUP],
            checkins=[Line(line.text, line.person_id) for line in lines if line.kind == LineKind.CHECKIN],
            is_late=huddle.starts_at is not None and request.now > huddle.starts_at + ON_TIME,
            is_over=huddle.state != HuddleState.OPEN,
        )
    )


def step(request: Request, session: Session) -> Answer:
    """One message of the thread."""
    number = request.number("step")
    found = find_focus(request, session)
    if found is None or found[0].state != HuddleState.OPEN or not 0 <= number < len(replies.STEPS):
        return Quiet()
    return replies.say_step(number, found[1].huddle_minutes)


def skipped(request: Request, session: Session) -> Answer:
    """Why there is none."""
    team, week = _find_week(request, session)
    huddle = huddles.find_of_week(session, team.id, week) if team is not None else None
    if team is None or huddle is None or huddle.because is None:
        return Quiet()
    return replies.say_skipped(huddle.because, say_from(session, team, week + WEEK))


def closed_day(request: Request, session: Session) -> Answer:
    """By the calendar as it stands now: it may be open again."""
    team, week = _find_week(request, session)
    row = huddle_plans.find_plan(session, team.id) if team is not None else None
    if team is None or row is None:
        return Quiet()
    school = schools.get_school(session, team.school_id)
    slot = slot_of(plan_of(team, school, row), week, calendar_for_team(session, team))
    held_on = slot.starts_at.astimezone(zone_of(team.time_zone)).date() if slot.starts_at is not None else None
    if held_on == slot.planned_on:
        return Quiet()
    own = [one for one in team_days.list_days(session, team.id) if not one.meets]
    return replies.say_closed_day(
        slot.planned_on,
        held_on,
        say_time(team.huddle_time),
        say_from(session, team, week + WEEK),
        is_own=any(one.starts_on <= slot.planned_on <= one.ends_on for one in own),
    )


def find_focus(request: Request, session: Session) -> tuple[Huddle, Team, Access] | None:
    """The huddle of the request's ids with the clock's key to its student, for its own channel alone."""
    huddle = huddles.find_huddle(session, request.number("huddle"))
    if huddle is None or huddle.focus_id is None:
        return None
    team = teams.get_team(session, huddle.team_id)
    keys = doors.access_for_clock(session, request, team, (huddle.focus_id,))
    return (huddle, team, keys.keys[huddle.focus_id]) if keys else None


def _followup(session: Session, key: Access, line: HuddleLine) -> Line:
    row = followups.find_followup(session, key, line.object_id)
    if row is None:
        return Line(line.text, line.person_id)
    return Line(line.text, line.person_id, "done" if row.done_at is not None else f"due {say_day(row.due_on)}")


def _find_week(request: Request, session: Session) -> tuple[Team | None, date]:
    team = teams.find_team(session, request.number("team"))
    try:
        week = date.fromisoformat(str(request.ids.get("week", "")))
    except ValueError:
        return None, date.min
    return (team if team is not None and team.channel_id == request.channel else None), week


def _say_end(huddle: Huddle, team: Team) -> str:
    ends_at = huddle.ends_at
    return say_time(ends_at.astimezone(zone_of(team.time_zone)).time()) if ends_at is not None else "the end of the day"
