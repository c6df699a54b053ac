"""Which student a thread is about: *this student*, *he*, or no name at all mean that one."""

from sqlmodel import Session

from handlers import thread_students
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.names import Known
from storage import students


def find_here(session: Session, request: Request) -> Known | None:
    """None where the thread is about nobody, about several, or about somebody the asker may not see."""
    keys = thread_students.open_here(session, request)
    return next((known_of(row, here=True) for row in students.list_students(session, list(keys))), None)
