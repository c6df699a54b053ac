"""Which student a thread is about: *this student*, *he*, or no name at all mean that one."""

from collections.abc import Iterator

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.names import Known
from storage import checkins, outbox, students
from storage.checkins import Checkin
from storage.outbox import Post


def find_here(session: Session, request: Request) -> Known | None:
    """None where the thread is about nobody, about several, or about somebody the asker may not see."""
    if not request.thread:
        return None
    rows = outbox.list_in_thread(session, request.channel, request.thread)
    about = {one for row in rows if row.person_id in ("", request.person) for one in _students_of(session, row)}
    if len(about) != 1:
        return None
    keys = doors.access_to_write(session, request, student_ids=about)
    return next((known_of(row, here=True) for row in students.list_students(session, list(keys))), None)


def _students_of(session: Session, row: Post) -> Iterator[int]:
    """What the row tells of. A follow-up's row names its student beside it."""
    student, checkin = row.ids.get("student"), row.ids.get("checkin")
    if isinstance(student, int):
        yield student
    elif isinstance(checkin, int):
        found = session.get(Checkin, checkin)
        yield from checkins.list_student_ids(session, found) if found is not None else ()
