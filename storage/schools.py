"""Schools: their hours, their crisis text, and how they show a student's name."""

import enum
from collections.abc import Sequence
from datetime import time

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import one_of, words
from storage.rows import get_row


class ShownAs(enum.StrEnum):
    """How a student is shown, from the most to the least telling (PRV-21)."""

    FULL = "full"
    FIRST_INITIAL = "first_initial"
    INITIALS = "initials"
    SCHOOL_ID = "school_id"


class School(SQLModel, table=True):
    __tablename__ = "schools"

    id: int = Field(default=None, primary_key=True)  # given by the database
    name: str = Field(index=True)
    source_ref: str = Field(default="", index=True)  # OneRoster's sourcedId; empty until an export names the school
    opens_at: time = time(8)
    closes_at: time = time(16)
    crisis_text: str = words()  # empty: the default text
    shown_as: ShownAs = one_of(ShownAs, ShownAs.FIRST_INITIAL)
    day_first: bool = False  # 3/4 is 4 March where False


def list_schools(session: Session) -> Sequence[School]:
    return session.exec(select(School).order_by(col(School.name))).all()


def find_school_named(session: Session, name: str) -> School | None:
    return session.exec(select(School).where(School.name == name.strip())).first()


def find_school(session: Session, school_id: int) -> School | None:
    return session.get(School, school_id)


def get_school(session: Session, school_id: int) -> School:
    school = get_row(session, School, school_id) or session.get_one(School, school_id)
    session.info.setdefault("schools", {})[school_id] = school  # held, so that the next question costs nothing
    return school


def add_school(session: Session, school: School) -> School:
    session.add(school)
    session.flush()
    return school
