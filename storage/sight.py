"""Who may see whom: the questions that handlers/doors.py asks before it makes a key. Nothing else uses them."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.people import Channel, Membership, Person
from storage.positions import READS_RESTRICTED, ImportedPosition, Position
from storage.roles import CASE_MANAGER, RoleHolder
from storage.schools import School
from storage.students import NameKey, Student, TeamStudent, remember_read
from storage.teams import Lead, Team


def list_teams_of(session: Session, person_id: str) -> Sequence[Team]:
    """The teams whose channel this person is in, by name. A channel turned public opens nothing: anyone may join it."""
    asked = (
        select(Team)
        .join(Membership, col(Membership.channel_id) == Team.channel_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .where(Membership.person_id == person_id, col(Channel.is_private).is_(True))
        .order_by(col(Team.name))
    )
    return session.exec(asked).all()


def list_seen(
    session: Session,
    person_id: str,
    *,
    keys: Collection[str] = (),
    student_ids: Collection[int] = (),
    archived: bool = False,
) -> Sequence[tuple[Student, Team]]:
    """Each student of this person's teams with each team that shows them; by `keys` or `student_ids`, if given.

    One question for the door and for all who ask next in this session: student, team, school and person stay read.
    """
    given = {"person": person_id, "keys": list(keys), "students": list(student_ids)}
    asked, names = _seen(bool(keys), bool(student_ids), archived)
    rows = session.execute(asked, {name: given[name] for name in names}).all()
    remember_read(session, (row[0] for row in rows))
    session.info.setdefault("read", []).extend(rows)
    return [(student, team) for student, team, _, _ in rows]


@cache
def _seen(by_keys: bool, by_ids: bool, archived: bool) -> tuple[sa.Select[*tuple[Any, ...]], tuple[str, ...]]:
    """The question, put together once for each way to ask it, and the names of what it wants to be given."""
    asked = (
        sa.select(Student, Team, School, Person)
        .join(TeamStudent, col(TeamStudent.student_id) == Student.id)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .join(School, col(School.id) == Student.school_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .join(Membership, col(Membership.channel_id) == Team.channel_id)
        .join(Person, col(Person.id) == Membership.person_id)
        .where(col(Membership.person_id) == sa.bindparam("person"), col(Channel.is_private).is_(True))
    )
    names = ["person"]
    if by_keys:
        found = select(NameKey.student_id).where(col(NameKey.key).in_(sa.bindparam("keys", expanding=True)))
        asked, names = asked.where(col(Student.id).in_(found)), [*names, "keys"]
    if by_ids:
        asked = asked.where(col(Student.id).in_(sa.bindparam("students", expanding=True)))
        names.append("students")
    if not archived:
        asked = asked.where(col(Student.archived_at).is_(None))
    return asked, tuple(names)


def list_on_team(session: Session, team_id: int, student_ids: Collection[int]) -> Sequence[int]:
    """Of these students, those the team supports now."""
    asked = (
        select(TeamStudent.student_id)
        .join(Student, col(Student.id) == TeamStudent.student_id)
        .where(
            TeamStudent.team_id == team_id,
            col(TeamStudent.student_id).in_(student_ids),
            col(Student.archived_at).is_(None),
        )
    )
    return session.exec(asked).all()


def list_leading(session: Session, person_id: str, email: str, team_ids: Collection[int]) -> set[int]:
    """Of these teams, those in which the person reads restricted check-ins about every student: as a lead, or as
    a counselor or psychologist whom a lead or an import has set."""
    leading = select(Lead.team_id).where(Lead.person_id == person_id, col(Lead.team_id).in_(team_ids))
    held = select(Position.team_id, Position.name, Position.agreed_by).where(
        Position.person_id == person_id, col(Position.team_id).in_(team_ids)
    )
    here = {team_id: (name, agreed_by) for team_id, name, agreed_by in session.exec(held).all()}
    found = set(session.exec(leading).all())
    found |= {team_id for team_id, (name, agreed) in here.items() if agreed and name in READS_RESTRICTED}
    imported = session.get(ImportedPosition, email) if email else None
    if imported is not None and imported.name in READS_RESTRICTED:
        found |= set(team_ids) - here.keys()  # a position set in the team itself outweighs the file
    return found


def list_case_managed(session: Session, person_id: str, email: str, student_ids: Collection[int]) -> set[int]:
    """Of these students, those whose case manager this person is now, named or agreed to by a lead or an import."""
    holder = col(RoleHolder.holder_id) == person_id
    if email:
        holder = sa.or_(holder, sa.and_(col(RoleHolder.holder_id) == "", col(RoleHolder.holder_email) == email))
    asked = select(RoleHolder.student_id).where(
        col(RoleHolder.student_id).in_(student_ids),
        RoleHolder.role == CASE_MANAGER,
        col(RoleHolder.until).is_(None),
        col(RoleHolder.waits).is_not(True),
        holder,
    )
    return set(session.exec(asked).all())


def list_watchers(session: Session, student_id: int) -> Sequence[tuple[str, int]]:
    """(person id, team id) of everybody in a channel of one of the student's teams."""
    asked = (
        select(Membership.person_id, Team.id)
        .join(Team, col(Team.channel_id) == Membership.channel_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .join(TeamStudent, col(TeamStudent.team_id) == Team.id)
        .where(TeamStudent.student_id == student_id, col(Channel.is_private).is_(True))
    )
    return [(person_id, team_id) for person_id, team_id in session.exec(asked).all()]


def list_watching(
    session: Session, student_ids: Collection[int], person_ids: Collection[str]
) -> Sequence[tuple[int, str]]:
    """(student id, person id) wherever one of these people is in a channel of a team of one of these students."""
    asked = (
        select(TeamStudent.student_id, Membership.person_id)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .join(Membership, col(Membership.channel_id) == Team.channel_id)
        .where(
            col(TeamStudent.student_id).in_(student_ids),
            col(Membership.person_id).in_(person_ids),
            col(Channel.is_private).is_(True),
        )
        .distinct()
    )
    return [(student_id, person_id) for student_id, person_id in session.exec(asked).all()]
