"""What is said of check-ins later, from the record: to the team, in its channel, and again to the author."""

from datetime import date, timedelta

from sqlmodel import Session

from handlers import doors
from handlers.checkins import bystanders, replies
from handlers.checkins.confirm import say_kept
from handlers.checkins.reader import shown_to
from handlers.conversation import Answer, Quiet, Request
from handlers.shown import show
from storage import checkins, drafts, outbox, teams
from storage.checkins import Checkin
from storage.outbox import State


def update(request: Request, session: Session) -> Answer:
    """A check-in in its team's channel: as it stands now, for the students who are on the team now."""
    checkin = session.get(Checkin, request.number("checkin"))
    if checkin is None:
        return Quiet()
    team = teams.get_team(session, request.number("team"))
    keys = doors.access_for_clock(session, request, team, checkins.list_student_ids(session, checkin))
    shown = shown_to(session, checkin, keys, team, bystanders=bystanders.hidden_from(session, request, checkin, team))
    return Quiet() if shown is None or shown.is_restricted else replies.say_update(shown)


def week(request: Request, session: Session) -> Answer:
    """The head of a student's thread. A week whose only check-in was undone before it was posted has none."""
    team = teams.get_team(session, request.number("team"))
    keys = doors.access_for_clock(session, request, team, (request.number("student"),))
    monday = date.fromisoformat(str(request.ids["monday"]))
    names = show(session, list(keys), team)
    if not names or not _is_awaited(request, session):
        return Quiet()
    (name,) = names.values()
    return replies.say_week(name, say_week_of(monday))


def kept(request: Request, session: Session) -> Answer:
    """The author's own confirmation, once more."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    if checkin is None or checkin.undone_at is not None:
        return replies.say_gone()
    return say_kept(session, request, checkin)


def draft(request: Request, session: Session) -> Answer:
    """Words that still look for their student, shown back once more."""
    found = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    if found is None:
        return replies.say_gone()
    return replies.say_no_student(found.id, found.text, (), sees_any=True)


def say_week_of(monday: date) -> str:
    """ "7-11 September", "28 September-2 October"."""
    friday = monday + timedelta(days=4)
    if monday.month == friday.month:
        return f"{monday.day}-{friday.day} {friday:%B}"
    return f"{monday.day} {monday:%B}-{friday.day} {friday:%B}"


def _is_awaited(request: Request, session: Session) -> bool:
    subject = f"week:{request.number('team')}:{request.number('student')}:{request.ids['monday']}"
    heads = outbox.find_posts(session, "checkins.week", subject)
    return any(outbox.has_children(session, head.id, but=State.DROPPED) for head in heads)
