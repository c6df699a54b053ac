"""How students are shown: by their school's policy, or the team's where that tells less."""

from collections.abc import Collection
from functools import reduce

from sqlmodel import Session

from handlers.rules.display import shown_as, stricter
from storage import schools, students, teams
from storage.access import Access
from storage.schools import ShownAs
from storage.students import Student
from storage.teams import Team


def show(session: Session, keys: Collection[Access], team: Team | None = None) -> dict[int, str]:
    """The shown name of each student, by id, by first name; for words said in this team, or privately where none is."""
    by_id = {key.student_id: key for key in keys}
    listed = students.list_students(session, keys)
    if team is None:
        return {student.id: show_privately(session, student, by_id[student.id]) for student in listed}
    return {student.id: show_one(student, policy_for(session, student, team)) for student in listed}


def show_privately(session: Session, student: Student, key: Access) -> str:
    """The shown name for one reader, wherever they read it: of the teams they share with the student, the one that
    shows least decides."""
    shared = [teams.get_team(session, team_id) for team_id in sorted(key.teams)]
    policies = [policy_for(session, student, team) for team in shared]
    return show_one(student, reduce(stricter, policies, policy_for(session, student, None)))


def name_for(session: Session, key: Access) -> str:
    """The shown name of this key's student, for its holder alone."""
    return show_privately(session, students.get_student(session, key), key)


def policy_for(session: Session, student: Student, team: Team | None) -> ShownAs:
    policy = schools.get_school(session, student.school_id).shown_as
    return policy if team is None or team.shown_as is None else stricter(policy, team.shown_as)


def show_one(student: Student, policy: ShownAs) -> str:
    return shown_as(student.first_name, student.last_name, student.preferred_name, student.school_ref, policy)


def join_names(names: Collection[str]) -> str:
    """ "Maya T.", "Maya T. and Fen O.", "Maya T., Fen O. and Bat I."."""
    listed = list(names)
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} and {listed[-1]}"
