"""Roles: standing duties for a student, with one holder and perhaps a backup, and since when."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.columns import words

CASE_MANAGER = "case manager"


class RoleHolder(SQLModel, table=True):
    """Who holds a role from `since` (included) until `until` (not included). An e-mail stands in until the person
    is known in Slack."""

    __tablename__ = "role_holders"

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    role: str
    holder_id: str = ""
    holder_email: str = words()
    backup_id: str = ""
    backup_email: str = words()
    since: datetime
    until: datetime | None = None
    set_by: str


def list_roles(session: Session, access: Access) -> Sequence[RoleHolder]:
    """The roles of a student that somebody holds now."""
    asked = select(RoleHolder).where(RoleHolder.student_id == access.student_id, col(RoleHolder.until).is_(None))
    return session.exec(asked.order_by(col(RoleHolder.role))).all()


def hold(session: Session, new: RoleHolder) -> bool:
    """Give a role to its new holder from `new.since` on. False when they hold it already."""
    asked = select(RoleHolder).where(
        RoleHolder.student_id == new.student_id, RoleHolder.role == new.role, col(RoleHolder.until).is_(None)
    )
    before = session.exec(asked).first()
    if before is not None:
        if _holders(before) == _holders(new):
            return False
        before.until = new.since
        session.add(before)
    session.add(new)
    session.flush()
    return True


def _holders(row: RoleHolder) -> tuple[str, str, str, str]:
    return row.holder_id, row.holder_email, row.backup_id, row.backup_email
