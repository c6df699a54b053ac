"""Puts a student on record as typed: findable at once, on one team, with a case manager where one is named."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from handlers.known import known_of
from handlers.rules.folding import fold
from handlers.rules.names import keys_of
from handlers.students.typed import Typed
from storage import audit, roles, students
from storage.access import Access
from storage.roles import RoleHolder
from storage.students import Student
from storage.teams import Team


def put_on_record(session: Session, request: Request, team: Team, typed: Typed) -> Student:
    """A new student of this team and of no other, whatever else is known under the same school ID."""
    made = Student(
        school_id=team.school_id,
        school_ref=typed.school_ref,
        grade=typed.grade,
        plan=typed.plan,
        added_by=request.person,
        added_at=request.now,
    )
    made.sqlmodel_update(name_columns(typed))
    students.add_student(session, made, keys_of(known_of(made)))
    students.put_on_team(session, team.id, made.id, request.person, request.now)
    key = doors.access_student(session, request, made.id)
    note(session, request, "students.add", key, team)
    if typed.manager_id:
        _make_case_manager(session, request, key, typed.manager_id)
    return made


def change_names(session: Session, request: Request, key: Access, team: Team, typed: Typed) -> None:
    student = students.get_student(session, key)
    student.sqlmodel_update(name_columns(typed))
    session.add(student)
    students.set_keys(session, student, keys_of(known_of(student)))
    note(session, request, "students.rename", key, team)


def name_columns(typed: Typed) -> dict[str, str]:
    return {
        "first_name": typed.first_name,
        "last_name": typed.last_name,
        "preferred_name": typed.preferred_name,
        "nicknames": "; ".join(typed.nicknames),
    }


def find_namesake(session: Session, request: Request, team: Team, typed: Typed) -> Student | None:
    """A student of this team who is called the same."""
    wanted = {_called(typed.first_name, typed.last_name), _called(typed.preferred_name, typed.last_name)}
    for student in list_on_team(session, request, team):
        if wanted & {_called(name, student.last_name) for name in (student.first_name, student.preferred_name) if name}:
            return student
    return None


def find_same_id(session: Session, request: Request, team: Team, typed: Typed) -> Student | None:
    """A student of this team with the same school ID. Other teams' students are not looked at."""
    listed = list_on_team(session, request, team) if typed.school_ref else []
    return next((student for student in listed if student.school_ref == typed.school_ref), None)


def list_on_team(session: Session, request: Request, team: Team) -> list[Student]:
    keys = [key for key in doors.access_students(session, request) if team.id in key.teams]
    return list(students.list_students(session, keys))


def note(session: Session, request: Request, action: str, key: Access, team: Team) -> None:
    audit.note(
        session,
        request.now,
        request.person,
        action,
        access=key,
        object_id=f"team:{team.id}",
        channel_id=request.channel,
    )


def _make_case_manager(session: Session, request: Request, key: Access, person_id: str) -> None:
    held = RoleHolder(
        student_id=key.student_id,
        role=roles.CASE_MANAGER,
        holder_id=person_id,
        since=request.now,
        set_by=request.person,
    )
    roles.hold(session, held)
    audit.note(
        session,
        request.now,
        request.person,
        "roles.hold",
        access=key,
        object_id=f"role:{held.id}",
        channel_id=request.channel,
    )


def _called(first: str, last: str) -> str:
    return fold(f"{first} {last}") if first else ""
