"""The audit: who did what to whose record, when and by what right. Rows are only ever added, and hold no words."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.rows import lay_down_plain


class AuditRow(SQLModel, table=True):
    __tablename__ = "audit"

    id: int = Field(default=None, primary_key=True)  # given by the database
    at: datetime = Field(index=True)
    actor: str = Field(index=True)
    action: str
    student_id: int | None = Field(default=None, index=True)  # no foreign key: the row outlives the student
    object_id: str = ""  # "checkin:5"; a list of ids for a list
    reason: str = ""
    channel_id: str = ""


def note(
    session: Session,
    at: datetime,
    actor: str,
    action: str,
    *,
    access: Access | None = None,
    student_id: int | None = None,
    object_id: str = "",
    reason: str = "",
    channel_id: str = "",
) -> None:
    """Add one row, in the transaction of what it tells about: both are kept or neither."""
    row = {
        "at": at,
        "actor": actor,
        "action": action,
        "student_id": access.student_id if access else student_id,
        "object_id": object_id,
        "reason": reason or (access.reason if access else ""),
        "channel_id": channel_id,
    }
    lay_down_plain(session, AuditRow, row)


def note_many(session: Session, at: datetime, actor: str, rows: Iterable[tuple[str, int, str]], reason: str) -> None:
    """Add one row for each (action, student id, object id), all for one reason."""
    for action, student_id, about in rows:
        note(session, at, actor, action, student_id=student_id, object_id=about, reason=reason)


def find_newest(session: Session) -> int:
    """The id of the last row: what `list_written` goes on from."""
    return session.exec(select(sa.func.max(AuditRow.id))).first() or 0


def list_written(session: Session, after_id: int, most: int) -> tuple[int, set[int]]:
    """(the last row looked at, ids of the students whom something was written about since). Who only reads leaves a
    row too, whose action says so: "students.read_card"."""
    asked = select(AuditRow.id, AuditRow.student_id, AuditRow.action).where(col(AuditRow.id) > after_id)
    rows = session.exec(asked.order_by(col(AuditRow.id)).limit(most)).all()
    written = {student_id for _, student_id, action in rows if student_id is not None and ".read_" not in action}
    return (rows[-1][0] if rows else after_id), written


def name_ids(noun: str, ids: Iterable[int]) -> str:
    """An object id for a list: "student:3,5,8"."""
    return f"{noun}:" + ",".join(str(one) for one in sorted(ids))
