"""The audit: who did what to whose record, when and by what right. Rows are only ever added, and hold no words."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Field, Session, SQLModel

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


def name_ids(noun: str, ids: Iterable[int]) -> str:
    """An object id for a list: "student:3,5,8"."""
    return f"{noun}:" + ",".join(str(one) for one in sorted(ids))
