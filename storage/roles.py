"""Roles: standing duties for a student, with one holder and perhaps a backup, and since when."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.access import Access
from storage.columns import words
from storage.many import is_among

CASE_MANAGER = "case manager"


class RoleHolder(SQLModel, table=True):
    """Who holds a role from `since` (included) until `until` (not included). An e-mail stands in until the person
    is known in Slack. A new backup or a new place where it was decided begins a new row; the holder keeps `held_since`.
    """

    __tablename__ = "role_holders"

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    role: str
    holder_id: str = Field(default="", index=True)
    holder_email: str = words(index=True)
    backup_id: str = ""
    backup_email: str = words()
    since: datetime
    until: datetime | None = None
    set_by: str
    began: datetime | None = None  # when this holder took it, where that was in an earlier row
    decided: str = words(sa_column_kwargs={"server_default": ""})  # where it was decided: a link, a meeting, a file
    ended_by: str = Field(default="", sa_column_kwargs={"server_default": ""})  # nobody's: the next row's `set_by`
    # A case manager whom no lead has named: they read nothing restricted by it until a lead says yes.
    waits: bool | None = None
    is_over: bool | None = None  # ended because the student needs it no more, so it leaves no gap

    @property
    def held_since(self) -> datetime:
        return self.began or self.since


class Held(NamedTuple):
    """A role held now, in few words: for looking over many students at once."""

    student_id: int
    role: str
    holder_id: str
    holder_email: str


class SchoolDuty(SQLModel, table=True):
    """A standing duty that a school added to those every chart begins with."""

    __tablename__ = "school_duties"

    school_id: int = Field(foreign_key="schools.id", primary_key=True)
    name: str = words(primary_key=True)
    added_by: str
    added_at: datetime


def list_roles(session: Session, access: Access) -> Sequence[RoleHolder]:
    """The roles of a student that somebody holds now."""
    return session.exec(_of(access).where(col(RoleHolder.until).is_(None)).order_by(col(RoleHolder.role))).all()


def list_role_history(session: Session, access: Access, role: str = "") -> Sequence[RoleHolder]:
    """Everybody who holds or held a role of the student, or this one role, the newest first."""
    asked = _of(access).order_by(col(RoleHolder.since).desc(), col(RoleHolder.id).desc())
    return session.exec(asked.where(RoleHolder.role == role) if role else asked).all()


def find_role(session: Session, access: Access, role: str) -> RoleHolder | None:
    """Who holds this role of the student now."""
    return session.exec(_of(access).where(RoleHolder.role == role, col(RoleHolder.until).is_(None))).first()


def find_holding(session: Session, access: Access, holding_id: int) -> RoleHolder | None:
    """One row of the student's history."""
    return session.exec(_of(access).where(RoleHolder.id == holding_id)).first()


def list_held(session: Session, keys: Collection[Access], wanted: Collection[str] = ()) -> list[Held]:
    """The roles held now for all these students, or only those wanted: one question however many they are."""
    if not keys:
        return []
    asked = sa.select(
        col(RoleHolder.student_id), col(RoleHolder.role), col(RoleHolder.holder_id), col(RoleHolder.holder_email)
    ).where(_about(keys), col(RoleHolder.until).is_(None))
    if wanted:
        asked = asked.where(col(RoleHolder.role).in_(wanted))
    return [Held._make(row) for row in session.connection().execute(asked).all()]  # plain rows: thousands come


def list_held_by(
    session: Session, keys: Collection[Access], person_id: str, email: str = "", *, as_backup: bool = False
) -> Sequence[RoleHolder]:
    """The roles this person holds now, or is the backup for, among these students; by e-mail too, until Slack
    knows them."""
    if not keys:
        return []
    whose, by_email = (
        (RoleHolder.backup_id, RoleHolder.backup_email)
        if as_backup
        else (RoleHolder.holder_id, RoleHolder.holder_email)
    )
    theirs = col(whose) == person_id
    if email:
        theirs = sa.or_(theirs, sa.and_(col(whose) == "", col(by_email) == email))
    asked = select(RoleHolder).where(_about(keys), col(RoleHolder.until).is_(None), theirs)
    return session.exec(asked.order_by(col(RoleHolder.student_id), col(RoleHolder.role))).all()


def hold(session: Session, new: RoleHolder) -> bool:
    """Give a role to its new holder from `new.since` on. False when they hold it already."""
    asked = select(RoleHolder).where(
        RoleHolder.student_id == new.student_id, RoleHolder.role == new.role, col(RoleHolder.until).is_(None)
    )
    before = session.exec(asked).first()
    if before is not None:
        if _holders(before) == _holders(new) and new.decided in ("", before.decided):
            return False
        before.until = new.since
        if _holders(before)[:2] == _holders(new)[:2]:
            new.began = before.held_since
        session.add(before)
    session.add(new)
    session.flush()
    return True


def end_role(session: Session, access: Access, role: str, *, by: str, now: datetime, is_over: bool) -> bool:
    """Nobody holds it from now on. False when nobody did."""
    held = find_role(session, access, role)
    if held is None:
        return False
    held.until, held.ended_by, held.is_over = now, by, is_over
    session.add(held)
    session.flush()
    return True


def list_duties(session: Session, school_id: int) -> Sequence[SchoolDuty]:
    """The duties this school has added, by name."""
    asked = select(SchoolDuty).where(SchoolDuty.school_id == school_id)
    return session.exec(asked.order_by(col(SchoolDuty.name))).all()


def list_duty_names(session: Session, school_ids: Collection[int]) -> Sequence[str]:
    """The duties these schools have added, school by school."""
    asked = select(SchoolDuty.name).where(col(SchoolDuty.school_id).in_(school_ids))
    return session.exec(asked.order_by(col(SchoolDuty.school_id), col(SchoolDuty.name))).all()


def add_duty(session: Session, duty: SchoolDuty) -> bool:
    """False when the school has it already."""
    if session.get(SchoolDuty, (duty.school_id, duty.name)) is not None:
        return False
    session.add(duty)
    session.flush()
    return True


def _about(keys: Collection[Access]) -> sa.ColumnElement[bool]:
    return is_among(col(RoleHolder.student_id), [key.student_id for key in keys])


def _of(access: Access) -> SelectOfScalar[RoleHolder]:
    return select(RoleHolder).where(RoleHolder.student_id == access.student_id)


def _holders(row: RoleHolder) -> tuple[str, str, str, str]:
    return row.holder_id, row.holder_email, row.backup_id, row.backup_email
