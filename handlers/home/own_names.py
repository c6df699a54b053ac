"""How students are named on somebody's Home: as the strictest of the teams they share shows them."""

from collections.abc import Collection

from sqlmodel import Session

from handlers.shown import policy_for, show_one
from storage import students, teams
from storage.access import Access
from storage.schools import ShownAs
from storage.students import Student
from storage.teams import Team


def list_names(session: Session, keys: Collection[Access]) -> list[str]:
    """The shown names of these students, by first name."""
    by_id = {key.student_id: key for key in keys}
    return [name_one(session, student, by_id[student.id]) for student in students.list_students(session, keys)]


def name_one(session: Session, student: Student, key: Access) -> str:
    return show_one(student, policy_for(session, student, _find_strictest(session, key)))


def _find_strictest(session: Session, key: Access) -> Team | None:
    """Of the teams the reader shares with the student, the one that shows least."""
    shared = [teams.get_team(session, team_id) for team_id in sorted(key.teams)]
    strict = [team for team in shared if team.shown_as is not None]
    return max(strict, key=lambda team: list(ShownAs).index(team.shown_as or ShownAs.FULL), default=None)
