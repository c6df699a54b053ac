"""The searching menu of students: only those the person may see, those of this channel first."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Choices, Request
from handlers.rules.folding import fold
from handlers.shown import show_privately
from storage import students, teams
from storage.access import Access
from storage.students import Student

MOST = 100


def search_students(request: Request, session: Session) -> Answer:
    """Options for what was typed so far. Nothing typed: the first hundred."""
    keys = doors.access_students(session, request)
    here = teams.find_team_in(session, request.channel) if request.channel else None
    wanted = fold(request.words).split()
    found = [row for row in students.list_students(session, list(keys)) if _fits(row, wanted)]
    found.sort(key=lambda row: here is None or here.id not in keys.keys[row.id].teams)
    return Choices(tuple(option_for(session, row, keys.keys[row.id]) for row in found[:MOST]))


def option_for(session: Session, student: Student, key: Access) -> tuple[str, str]:
    """(value, label) of one student in a menu; the grade tells two of the same shown name apart."""
    name = show_privately(session, student, key)
    return str(student.id), f"{name}, grade {student.grade.lstrip('0')}" if student.grade else name


def options_for(session: Session, keys: list[Access]) -> list[tuple[str, str]]:
    by_id = {key.student_id: key for key in keys}
    return [option_for(session, row, by_id[row.id]) for row in students.list_students(session, keys)]


def _fits(student: Student, wanted: list[str]) -> bool:
    """Each typed word begins one of the student's names."""
    names = fold(f"{student.first_name} {student.last_name} {student.preferred_name} {student.nicknames}").split()
    return all(any(name.startswith(word) for name in names) for word in wanted)
