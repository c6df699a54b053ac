"""Join requests: two records under one school ID, and the somebody who decides whether they are one student."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.followups import Followup
from storage.people import Membership
from storage.roles import RoleHolder
from storage.students import Student, TeamStudent
from storage.teams import Lead, Team

_T = TypeVar("_T")


class JoinRequest(SQLModel, table=True):
    """A lead added a student whose school ID stands on another record. The row outlives the record given up."""

    __tablename__ = "join_requests"

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int | None = Field(default=None, foreign_key="students.id", index=True, ondelete="SET NULL")
    known_id: int | None = Field(default=None, foreign_key="students.id", index=True, ondelete="SET NULL")
    team_id: int = Field(foreign_key="teams.id")  # for which the student was added
    asked_by: str
    asked_at: datetime
    told_at: datetime | None = None  # when whoever decides was asked
    decided_by: str | None = None
    decided_at: datetime | None = None
    joined: bool = False


def add_request(session: Session, request: JoinRequest) -> JoinRequest:
    session.add(request)
    session.flush()
    return request


def list_untold(session: Session) -> Sequence[JoinRequest]:
    """Requests about which nobody has been asked yet."""
    return session.exec(_open().where(col(JoinRequest.told_at).is_(None))).all()


def list_channels(session: Session, requests: Collection[JoinRequest]) -> Sequence[str]:
    """The channels of the known students' teams: whoever leads one must still be in it to be asked."""
    known = {request.known_id for request in requests}
    asked = select(Team.channel_id).join(TeamStudent, col(TeamStudent.team_id) == Team.id)
    return session.exec(asked.where(col(TeamStudent.student_id).in_(known)).distinct()).all()


def get_pair(session: Session, request: JoinRequest) -> tuple[Student, Student]:
    """(the known student, the new one). No key is asked for: the request is the right to compare these two."""
    return session.get_one(Student, request.known_id), session.get_one(Student, request.student_id)


def list_open_for(session: Session, person_id: str) -> Sequence[JoinRequest]:
    """Requests this person decides, as a lead of the known student's team; the oldest first."""
    mine = _led_students().where(Lead.person_id == person_id)
    return session.exec(_open().where(col(JoinRequest.known_id).in_(mine))).all()


def list_open_unled(session: Session) -> Sequence[JoinRequest]:
    """Requests about known students whom no lead looks after: for an administrator."""
    return session.exec(_open().where(col(JoinRequest.known_id).not_in(_led_students()))).all()


def list_deciders(session: Session, known_id: int) -> set[str]:
    """The leads of this student's teams who are still in their channel."""
    asked = _joined_to_leads(select(Lead.person_id)).where(TeamStudent.student_id == known_id)
    return set(session.exec(asked).all())


def decide(session: Session, request: JoinRequest, by: str, now: datetime, *, joined: bool) -> None:
    request.decided_by, request.decided_at, request.joined = by, now, joined
    session.add(request)
    session.flush()


def move_records(session: Session, kept: Student, given_up: Student, now: datetime) -> None:
    """Lay one student's records to another's and drop the emptied one. What both have stays as `kept` has it."""
    session.flush()
    _end_roles_held_twice(session, kept.id, given_up.id, now)
    _settle_requests_between(session, kept.id, given_up.id)
    for column in _columns_about_students():
        if column.primary_key:
            _drop_doubles(session, column, kept.id, given_up.id)
        session.execute(sa.update(column.table).where(column == given_up.id).values({column.name: kept.id}))
    _name_anew(session, kept.id, given_up.id)
    session.expire_all()
    session.delete(given_up)
    session.flush()


def _open() -> SelectOfScalar[JoinRequest]:
    asked = select(JoinRequest).where(
        col(JoinRequest.decided_at).is_(None),
        col(JoinRequest.student_id).is_not(None),
        col(JoinRequest.known_id).is_not(None),
    )
    return asked.order_by(col(JoinRequest.id))


def _led_students() -> SelectOfScalar[int]:
    """Ids of students on a team with a lead who is in its channel."""
    return _joined_to_leads(select(TeamStudent.student_id))


def _joined_to_leads(asked: SelectOfScalar[_T]) -> SelectOfScalar[_T]:
    of_lead = col(Membership.person_id) == Lead.person_id
    return (
        asked.select_from(TeamStudent)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .join(Lead, col(Lead.team_id) == Team.id)
        .join(Membership, sa.and_(of_lead, col(Membership.channel_id) == Team.channel_id))
    )


def _columns_about_students() -> Iterator[sa.Column[int]]:
    """Found in the schema itself, so that no table made later is forgotten."""
    for table in SQLModel.metadata.sorted_tables:
        for column in table.columns:
            if any(key.target_fullname == "students.id" for key in column.foreign_keys):
                yield column


def _name_anew(session: Session, kept_id: int, given_up_id: int) -> None:
    """Promises on others that name this student go on to hide the name from who may not read it."""
    may_name = sa.cast(col(Followup.names_others), sa.String).contains(str(given_up_id))
    for followup_id, named in session.execute(select(Followup.id, Followup.names_others).where(may_name)).all():
        if given_up_id in (named or {}).values():
            anew = {place: kept_id if one == given_up_id else one for place, one in named.items()}
            session.execute(sa.update(Followup).where(col(Followup.id) == followup_id).values(names_others=anew))


def _drop_doubles(session: Session, column: sa.Column[int], kept_id: int, given_up_id: int) -> None:
    """Rows that would stand twice once they are about the same student: the kept student's stays."""
    table = column.table
    there = table.alias()
    others = [other for other in table.primary_key.columns if other is not column]
    same = sa.and_(there.c[column.name] == kept_id, *(there.c[other.name] == other for other in others))
    session.execute(sa.delete(table).where(column == given_up_id, sa.exists().where(same)))


def _end_roles_held_twice(session: Session, kept_id: int, given_up_id: int, now: datetime) -> None:
    held = select(RoleHolder.role).where(RoleHolder.student_id == kept_id, col(RoleHolder.until).is_(None))
    twice = sa.update(RoleHolder).where(
        col(RoleHolder.student_id) == given_up_id,
        col(RoleHolder.until).is_(None),
        col(RoleHolder.role).in_(session.exec(held).all()),
    )
    session.execute(twice.values(until=now))


def _settle_requests_between(session: Session, kept_id: int, given_up_id: int) -> None:
    """What was asked about these two is answered; what either was asked about with a third goes on."""
    pair = (kept_id, given_up_id)
    between = sa.update(JoinRequest).where(col(JoinRequest.student_id).in_(pair), col(JoinRequest.known_id).in_(pair))
    session.execute(between.values(student_id=None))
