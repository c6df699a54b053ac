"""Whom a thread is about: a huddle's focus, a student's week, a check-in or a promise that heads it."""

from collections.abc import Iterator

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from storage import checkins, huddles, outbox
from storage.access import AccessToMany
from storage.checkins import Checkin
from storage.outbox import Post


def open_here(session: Session, request: Request) -> AccessToMany:
    """The asker's key to the one student of the thread; none where it is about nobody, several, or one not theirs."""
    about = _list_students(session, request) if request.thread else set[int]()
    if len(about) != 1:
        return AccessToMany(request.person)
    return doors.access_to_write(session, request, student_ids=about)


def _list_students(session: Session, request: Request) -> set[int]:
    rows = outbox.list_in_thread(session, request.channel, request.thread)
    return {one for row in rows if row.person_id in ("", request.person) for one in _students_of(session, row)}


def _students_of(session: Session, row: Post) -> Iterator[int]:
    """What the row tells of. A follow-up's row names its student beside it."""
    student, checkin, number = (row.ids.get(name) for name in ("student", "checkin", "huddle"))
    if isinstance(student, int):
        yield student
    elif isinstance(checkin, int):
        found = session.get(Checkin, checkin)
        yield from checkins.list_student_ids(session, found) if found is not None else ()
    elif isinstance(number, int):
        huddle = huddles.find_huddle(session, number)
        yield from [huddle.focus_id] if huddle is not None and huddle.focus_id is not None else []
