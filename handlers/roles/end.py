"""**End this duty**: nobody carries it any more, because it goes on without or because the student needs it no more."""

from sqlmodel import Session

from handlers import doors
from handlers.chart_of import chart_of
from handlers.conversation import Answer, Refusal, Request
from handlers.roles import replies, tell
from handlers.roles.assign import LEAD_DECIDES, NO_SUCH_DUTY, SET_MEANWHILE, note
from handlers.roles.forms import IS_OVER, end_form
from handlers.shown import name_for
from storage import roles
from storage.roles import CASE_MANAGER


def ask(request: Request, session: Session) -> Answer:
    key = doors.access_student(session, request, request.number("student"))
    row = chart_of(session, key).find(str(request.ids.get("duty", "")))
    if row is None or not row.holder:
        raise Refusal(NO_SUCH_DUTY)
    ids = {name: one for name, one in request.ids.items() if name in ("student", "duty", "newest", "channel")}
    return end_form(ids, name_for(session, key), row)


def end(request: Request, session: Session) -> Answer:
    """Keep the end in the history, and tell who held it."""
    key = doors.access_student(session, request, request.number("student"))
    duty = str(request.ids.get("duty", ""))
    held = roles.find_role(session, key, duty)
    if held is None:
        raise Refusal(NO_SUCH_DUTY)
    if held.id > request.number("newest"):
        raise Refusal(SET_MEANWHILE)
    if duty == CASE_MANAGER and held.holder_id != request.person and not tell.is_lead(session, request.person, key):
        raise Refusal(LEAD_DECIDES)
    is_over = request.word("why") == IS_OVER
    roles.end_role(session, key, duty, by=request.person, now=request.now, is_over=is_over)
    note(session, request, "roles.end", key, held.id)
    tell.tell_passed(session, request, key, held)
    return replies.say_ended(name_for(session, key), held)


def say_ended(request: Request, session: Session) -> Answer:
    """The confirmation, from the record."""
    key = doors.access_student(session, request, request.number("student"))
    held = roles.find_holding(session, key, request.number("role"))
    if held is None:
        raise Refusal(replies.NO_LONGER)
    return replies.say_ended(name_for(session, key), held)
