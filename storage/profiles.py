"""Profiles: what is good to know about a student, line by line, with who said it and when."""

import enum
from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.columns import one_of, words


class LineKind(enum.StrEnum):
    """In the order of the card."""

    ENGAGES = "engages"
    HELPS = "helps"
    INTERESTS = "interests"
    OWN = "own words"
    FAMILY = "family's words"


class ProfileLine(SQLModel, table=True):
    """One line. `said_by` is whoever said it, in words or as a Slack user id; `set_by` is who wrote it down.

    A change ends the line and begins another, so that each wording stays with whoever said it.
    """

    __tablename__ = "profile_lines"

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    kind: LineKind = one_of(LineKind, LineKind.ENGAGES)
    text: str = words()
    said_by: str = words()
    said_on: date
    set_by: str
    set_at: datetime
    ended_at: datetime | None = None
    ended_by: str = ""
    replaced_by: int | None = None  # the line that took its place; no foreign key: both go with the student


def add_line(session: Session, line: ProfileLine) -> ProfileLine:
    session.add(line)
    session.flush()
    return line


def end_line(
    session: Session, line: ProfileLine, *, by: str, now: datetime, replaced_by: ProfileLine | None = None
) -> None:
    """From now on it is history."""
    line.ended_at, line.ended_by = now, by
    line.replaced_by = replaced_by.id if replaced_by is not None else None
    session.add(line)
    session.flush()


def find_line(session: Session, access: Access, line_id: int) -> ProfileLine | None:
    found = session.get(ProfileLine, line_id)
    return found if found is not None and found.student_id == access.student_id else None


def list_lines(session: Session, access: Access) -> list[ProfileLine]:
    """What stands now, in the order of the card."""
    asked = select(ProfileLine).where(ProfileLine.student_id == access.student_id, col(ProfileLine.ended_at).is_(None))
    order = {kind: place for place, kind in enumerate(LineKind)}
    return sorted(session.exec(asked).all(), key=lambda line: (order[line.kind], line.set_at, line.id))


def list_line_history(session: Session, access: Access) -> Sequence[ProfileLine]:
    """Every line there ever was, the newest first."""
    asked = select(ProfileLine).where(ProfileLine.student_id == access.student_id)
    return session.exec(asked.order_by(col(ProfileLine.set_at).desc(), col(ProfileLine.id).desc())).all()
