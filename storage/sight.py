"""Who may see whom: the questions that handlers/doors.py asks before it makes a key. Nothing else uses them."""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.many import is_among
from storage.people import Channel, Membership, Person
from storage.positions import READS_RESTRICTED, ImportedPosition, Position
from storage.prepared import Prepared
from storage.roles import CASE_MANAGER, RoleHolder
from storage.rows import take_up_all
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
    asked = _seen(_places_for(keys), _places_for(student_ids), archived)
    given = {"person": person_id, **_fill("key", keys), **_fill("student", student_ids)}
    rows = take_up_all(session, (Student, Team, School, Person), asked.all(session, given))
    remember_read(session, (row[0] for row in rows))
    session.info.setdefault("read", []).extend(rows)  # held, so that the next question costs nothing
    return [(student, team) for student, team, _, _ in rows]


def list_seen_ids(session: Session, person_id: str, keys: Collection[str] = ()) -> Sequence[tuple[int, int]]:
    """(student id, team id) of everybody this person may see, or whom `keys` name: for looking over thousands
    without reading anybody."""
    rows = _seen_ids(_places_for(keys)).all(session, {"person": person_id, **_fill("key", keys)})
    return [(student_id, team_id) for student_id, team_id in rows]


def list_some_seen(session: Session, person_id: str, channel_id: str, most: int) -> Sequence[tuple[int, int]]:
    """(student id, team id) of a few whom this person may see, those of this channel's team first."""
    return [
        (one, team) for one, team in _SOME_SEEN.all(session, {"person": person_id, "channel": channel_id, "most": most})
    ]


def list_seen_names(session: Session, person_id: str) -> Sequence[tuple[int, int, str]]:
    """The same with all their names, for finding a misspelt one among thousands."""
    rows = _SEEN_NAMES.all(session, {"person": person_id})
    return [(one, team_id, f"{first} {last} {preferred} {nick}") for one, team_id, first, last, preferred, nick in rows]


@cache
def _seen(keys: int, student_ids: int, archived: bool) -> Prepared:
    """The question, put together once for each way to ask it, with places for so many keys and ids."""
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
    if keys:
        asked = asked.where(_is_called(keys))
    if student_ids:
        asked = asked.where(col(Student.id).in_(_places("student", student_ids)))
    if not archived:
        asked = asked.where(col(Student.archived_at).is_(None))
    return Prepared(asked)


def _places_for(values: Collection[object]) -> int:
    """How many places hold them: 1, 2, 4, 8…, so that there are few different questions."""
    return 1 << (len(values) - 1).bit_length() if values else 0


def _places(name: str, count: int) -> list[sa.BindParameter[Any]]:
    return [sa.bindparam(f"{name}{number}", required=True) for number in range(count)]


def _fill(name: str, values: Collection[object]) -> dict[str, object]:
    """The last value stands in what places are left."""
    listed = list(values)
    return {f"{name}{number}": listed[min(number, len(listed) - 1)] for number in range(_places_for(values))}


def list_on_team(session: Session, team_id: int, student_ids: Collection[int] | None = None) -> Sequence[int]:
    """Of these students, or of all, those the team supports now."""
    asked = (
        select(TeamStudent.student_id)
        .join(Student, col(Student.id) == TeamStudent.student_id)
        .where(TeamStudent.team_id == team_id, col(Student.archived_at).is_(None))
    )
    if student_ids is not None:
        asked = asked.where(col(TeamStudent.student_id).in_(student_ids))
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


def list_teams_of_many(session: Session, person_ids: Collection[str]) -> Sequence[tuple[str, int]]:
    """(person id, team id) of these people's teams."""
    asked = (
        select(Membership.person_id, Team.id)
        .join(Team, col(Team.channel_id) == Membership.channel_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .where(col(Membership.person_id).in_(person_ids), col(Channel.is_private).is_(True))
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


def list_out_of_sight(session: Session, student_ids: Collection[int]) -> set[int]:
    """Of these students, those with a team whose channel the bot is not in: who is there, nobody can know."""
    asked = (
        select(TeamStudent.student_id)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .where(col(TeamStudent.student_id).in_(student_ids), col(Channel.has_bot).is_(False))
    )
    return set(session.exec(asked).all())


def list_supporting(session: Session, student_ids: Collection[int]) -> Sequence[tuple[int, int]]:
    """(student id, team id) of all teams that support these students."""
    asked = sa.select(col(TeamStudent.student_id), col(TeamStudent.team_id))
    rows = session.connection().execute(asked.where(is_among(col(TeamStudent.student_id), student_ids)))
    return [(student_id, team_id) for student_id, team_id in rows.all()]


def _seen_students(*columns: Any) -> sa.Select[Any]:
    return (
        sa.select(*columns)
        .join_from(TeamStudent, Student, col(Student.id) == TeamStudent.student_id)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .join(Channel, col(Channel.id) == Team.channel_id)
        .join(Membership, col(Membership.channel_id) == Team.channel_id)
        .where(
            col(Membership.person_id) == sa.bindparam("person"),
            col(Channel.is_private).is_(True),
            col(Student.archived_at).is_(None),
        )
    )


@cache
def _seen_ids(keys: int) -> Prepared:
    asked = _seen_students(col(TeamStudent.student_id), col(TeamStudent.team_id))
    return Prepared(asked.where(_is_called(keys)) if keys else asked)


def _is_called(keys: int) -> sa.ColumnElement[bool]:
    """Plus nothing: else SQLite looks each of the district's namesakes up in each of the asker's teams. Measured for
    forty teams and 1,100 namesakes: 19 ms, and 1.5 where it walks through the teams."""
    named = sa.select(col(NameKey.student_id)).where(col(NameKey.key).in_(_places("key", keys)))
    return (col(TeamStudent.student_id) + 0).in_(named)


_SEEN_NAMES = Prepared(
    _seen_students(
        col(TeamStudent.student_id),
        col(TeamStudent.team_id),
        col(Student.first_name),
        col(Student.last_name),
        col(Student.preferred_name),
        col(Student.nicknames),
    )
)
_SOME_SEEN = Prepared(
    _seen_students(col(TeamStudent.student_id), col(TeamStudent.team_id))
    .order_by((col(Team.channel_id) != sa.bindparam("channel")), col(TeamStudent.student_id))
    .limit(sa.bindparam("most", type_=sa.Integer()))
)
