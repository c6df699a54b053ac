"""Follow-ups: promises about a student, with one owner and one due date."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.columns import words


class Followup(SQLModel, table=True):
    __tablename__ = "followups"

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    checkin_id: int | None = Field(default=None, foreign_key="checkins.id", index=True, ondelete="CASCADE")
    text: str = words()
    owner_id: str = Field(index=True)
    due_on: date
    promised_by: str
    promised_at: datetime
    done_at: datetime | None = None


def add_followup(session: Session, followup: Followup) -> Followup:
    session.add(followup)
    session.flush()
    return followup


def find_followup(session: Session, access: Access, followup_id: int) -> Followup | None:
    found = session.get(Followup, followup_id)
    return found if found is not None and found.student_id == access.student_id else None


def list_open(session: Session, access: Access) -> Sequence[Followup]:
    asked = select(Followup).where(Followup.student_id == access.student_id, col(Followup.done_at).is_(None))
    return session.exec(asked.order_by(col(Followup.due_on))).all()


def list_from_checkin(session: Session, access: Access, checkin_id: int) -> Sequence[Followup]:
    asked = select(Followup).where(Followup.student_id == access.student_id, Followup.checkin_id == checkin_id)
    return session.exec(asked.order_by(col(Followup.id))).all()
