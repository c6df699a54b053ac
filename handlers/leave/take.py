"""**I will be away**: a person says from when to when; no huddle's nudge reaches them on these days."""

from datetime import date

from sqlmodel import Session

from handlers import doors, telling
from handlers.blocks import small
from handlers.conversation import Answer, Corrections, Form, Quiet, Refusal, Request
from handlers.rules.zones import zone_of
from handlers.stretches import ask_days, find_wrong_days, read_days
from storage import audit, leaves, people
from storage.leaves import Leave

NOT_STAFF = "Roundtable is for the staff of this school's own workspace."
OVER = "That is over. Choose a day to come."
WHAT_FOR = (
    "Before a huddle I nudge who has a part in it; on these days I leave you alone. Reminders of what you promised "
    "still come: hand over what cannot wait. Nobody but you sees these days."
)


def ask(request: Request, session: Session) -> Answer:
    """The form, with the days that are kept so far."""
    _today_of(session, request)
    kept = leaves.find_leave(session, request.person)
    asked = ask_days(kept.starts_on, kept.ends_on) if kept is not None else ask_days()
    return Form("leave.keep", "I will be away", (*asked, small(WHAT_FOR)))


def keep(request: Request, session: Session) -> Answer:
    """One stretch of days; a new one takes its place."""
    today = _today_of(session, request)
    starts_on, ends_on = read_days(request)
    wrong = find_wrong_days(request)
    if not wrong and ends_on is not None and ends_on < today:
        wrong = {"ends_on" if request.word("ends_on") else "starts_on": OVER}
    if wrong or starts_on is None or ends_on is None:
        return Corrections(wrong)
    leave = Leave(person_id=request.person, starts_on=starts_on, ends_on=ends_on, set_at=request.now)
    leaves.take_leave(session, leave)
    return _kept(session, request, "leave.keep")


def end(request: Request, session: Session) -> Answer:
    """Back, or not going after all."""
    _today_of(session, request)
    leaves.end_leave(session, request.person)
    return _kept(session, request, "leave.end")


def _kept(session: Session, request: Request, action: str) -> Answer:
    audit.note(session, request.now, request.person, action)
    telling.refresh_home(session, request, request.person)
    return Quiet()


def _today_of(session: Session, request: Request) -> date:
    """The day it is for this person. Raises Refusal for who is no staff here."""
    person = people.find_person(session, request.person)
    if person is None or not doors.may_ask(person):
        raise Refusal(NOT_STAFF)
    return request.now.astimezone(zone_of(person.time_zone)).date()
