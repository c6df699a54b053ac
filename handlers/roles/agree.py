"""A lead's yes or no to a case manager whom a member named: until then they read nothing restricted by it."""

from sqlmodel import Session

from handlers import doors, telling
from handlers.conversation import Answer, Refusal, Request
from handlers.roles import replies, tell
from handlers.roles.assign import note
from handlers.shown import name_for
from storage import roles
from storage.access import Access
from storage.roles import RoleHolder

ONLY_A_LEAD = "A lead of the student's team decides that."


def agree(request: Request, session: Session) -> Answer:
    key, row = _get_waiting(session, request)
    row.waits = False
    session.add(row)
    note(session, request, "roles.agree", key, row.id)
    if row.holder_id != request.person:
        telling.tell(session, request, row.holder_id, "roles.given", {"student": key.student_id, "role": row.id})
    return replies.say_decided_on(name_for(session, key), row.role, row.holder_id, agreed=True)


def decline(request: Request, session: Session) -> Answer:
    key, row = _get_waiting(session, request)
    roles.end_role(session, key, row.role, by=request.person, now=request.now, is_over=False)
    note(session, request, "roles.decline", key, row.id)
    tell.tell_passed(session, request, key, row)
    return replies.say_decided_on(name_for(session, key), row.role, row.holder_id, agreed=False)


def _get_waiting(session: Session, request: Request) -> tuple[Access, RoleHolder]:
    key = doors.access_student(session, request, request.number("student"))
    row = roles.find_holding(session, key, request.number("role"))
    if row is None or row.until is not None or not row.waits:
        raise Refusal(replies.NO_LONGER)
    if not tell.is_lead(session, request.person, key):
        raise Refusal(ONLY_A_LEAD)
    return key, row
