"""The school calendar: days without children, short days, breaks and terms, as somebody of the school set them."""

import enum
from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import one_of, words


class DayKind(enum.StrEnum):
    """What a stretch of days is for the children."""

    NO_SCHOOL = "no_school"
    STAFF_ONLY = "staff_only"
    EARLY_RELEASE = "early_release"
    BREAK = "break"
    TERM = "term"


class CalendarEntry(SQLModel, table=True):
    __tablename__ = "calendar_entries"

    id: int = Field(default=None, primary_key=True)  # given by the database
    school_id: int = Field(foreign_key="schools.id", index=True, ondelete="CASCADE")
    kind: DayKind = one_of(DayKind, DayKind.NO_SCHOOL)
    name: str = words()
    starts_on: date
    ends_on: date  # the last day of it
    set_by: str
    set_at: datetime


class CalendarWords(SQLModel, table=True):
    """What a school's own calendar calls such days, split by commas: for sorting the entries of a file."""

    __tablename__ = "calendar_words"

    school_id: int = Field(foreign_key="schools.id", primary_key=True, ondelete="CASCADE")
    kind: str = Field(primary_key=True)  # of DayKind
    some: str = words()


def add_entry(session: Session, entry: CalendarEntry) -> CalendarEntry:
    session.add(entry)
    session.flush()
    return entry


def find_entry(session: Session, school_id: int, entry_id: int) -> CalendarEntry | None:
    """An entry of that school; another school's is as unknown as none."""
    found = session.get(CalendarEntry, entry_id)
    return found if found is not None and found.school_id == school_id else None


def remove_entry(session: Session, entry: CalendarEntry) -> None:
    session.delete(entry)
    session.flush()


def list_entries(session: Session, school_id: int) -> Sequence[CalendarEntry]:
    """All of a school's entries, by day."""
    asked = select(CalendarEntry).where(CalendarEntry.school_id == school_id)
    return session.exec(asked.order_by(col(CalendarEntry.starts_on), col(CalendarEntry.id))).all()


def list_all(session: Session) -> Sequence[CalendarEntry]:
    """All schools' entries."""
    return session.exec(select(CalendarEntry)).all()


def list_words(session: Session, school_id: int) -> dict[DayKind, list[str]]:
    """A school's own words for each kind of day; a kind it has no words for is not in it."""
    rows = session.exec(select(CalendarWords).where(CalendarWords.school_id == school_id)).all()
    return {DayKind(row.kind): _split(row.some) for row in rows if _split(row.some)}


def set_words(session: Session, school_id: int, kind: DayKind, some: str) -> None:
    row = session.get(CalendarWords, (school_id, kind.value)) or CalendarWords(school_id=school_id, kind=kind.value)
    row.some = some
    session.add(row)
    session.flush()


def _split(some: str) -> list[str]:
    return [one.strip() for one in some.split(",") if one.strip()]
