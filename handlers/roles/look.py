"""**Roles** and **History**: the chart of one student, and everybody who ever held what."""

from sqlmodel import Session

from handlers import doors
from handlers.card import READ_CHART, reader_of
from handlers.chart_page import show_chart
from handlers.conversation import Answer, Note, Request
from handlers.roles import replies
from handlers.shown import name_for
from storage import roles


def look(request: Request, session: Session) -> Answer:
    return show_chart(session, doors.access_student(session, request, request.number("student")), request)


def look_back(request: Request, session: Session) -> Answer:
    """Who held each duty from when until when, the newest first."""
    key = doors.access_student(session, request, request.number("student"))
    name = name_for(session, key)
    history = roles.list_role_history(session, key)
    note = Note(READ_CHART, f"student:{key.student_id}", key.student_id, key.reason)
    return replies.say_history(key.student_id, name, history, reader_of(session, key, request), (note,))
