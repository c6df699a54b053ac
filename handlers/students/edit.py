"""**Edit** beside a student: a lead changes the names, or takes the student off the team."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Corrections, Ids, Reply, Request
from handlers.leading import get_led_student
from handlers.shown import show
from handlers.students import record, replies
from handlers.students.forms import rename_form
from handlers.students.typed import Typed, find_wrong, read_typed
from storage import students, teams


def ask(request: Request, session: Session) -> Answer:
    key, team = get_led_student(session, request)
    student = students.get_student(session, key)
    typed = Typed(
        first_name=student.first_name,
        last_name=student.last_name,
        preferred_name=student.preferred_name,
        nicknames=tuple(name for name in student.nicknames.split("; ") if name),
    )
    ids: Ids = {"student": student.id, "team": team.id, "channel": request.channel}
    return rename_form(ids, typed, team.name)


def rename(request: Request, session: Session) -> Answer:
    key, team = get_led_student(session, request)
    typed = read_typed(request)
    wrong = find_wrong(typed)
    if wrong:
        return Corrections(wrong)
    record.change_names(session, request, key, team, typed)
    return say_renamed(request, session)


def say_renamed(request: Request, session: Session) -> Answer:
    """The confirmation, from the record."""
    key = doors.access_student(session, request, request.number("student"))
    team = teams.find_team(session, request.number("team"))
    (name,) = show(session, [key], team).values()
    ids = {"student": key.student_id, "team": request.number("team")}
    return Reply("The names are changed.", (replies.renamed(name),), said="students.renamed", ids=ids)


def remove(request: Request, session: Session) -> Answer:
    """Off this team; the record, and what other teams see of it, stays as it is."""
    key, team = get_led_student(session, request)
    (name,) = show(session, [key], team).values()
    students.take_off_team(session, team.id, key.student_id)
    record.note(session, request, "students.remove", key, team)
    return replies.say_removed(name, team.name)
