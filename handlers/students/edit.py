"""**Edit** beside a student: a lead changes the names, or takes the student off the team."""

from sqlmodel import Session

from handlers import doors, telling
from handlers.conversation import Answer, Corrections, Ids, Reply, Request
from handlers.leading import get_led_student
from handlers.owner_left import ask_for_owners_of
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
    before = doors.list_watchers(session, key)
    students.take_off_team(session, team.id, key.student_id)
    record.note(session, request, "students.remove", key, team)
    ask_for_owners_of(session, request, key.student_id)
    for person_id in sorted(before.keys() - doors.list_watchers(session, key).keys()):
        telling.refresh_home(session, request, person_id)  # it forgets the student at once (PRV-04)
    return replies.say_removed(name, team.name)
