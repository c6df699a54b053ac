"""Students, the keys their names are found by, and the teams that support them."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.columns import words
from storage.many import is_among


class Student(SQLModel, table=True):
    __tablename__ = "students"
    # The id of an erased student is never given again: a stale button or audit row must not mean somebody else.
    __table_args__ = {"sqlite_autoincrement": True}

    id: int = Field(default=None, primary_key=True)  # given by the database
    school_id: int = Field(foreign_key="schools.id", index=True)
    school_ref: str = words(index=True)  # the school's own ID for the student; unique only among the joined
    source_ref: str = words()  # OneRoster's sourcedId; empty for those who never came in an export
    first_name: str = words()
    last_name: str = words()
    preferred_name: str = words()
    nicknames: str = words()  # parted by "; "
    grade: str = ""
    plan: str = ""  # IEP, 504, MTSS, EL
    added_by: str
    added_at: datetime
    archived_at: datetime | None = None
    imported: bool = False  # came by an administrator's file, so a later file may change it


class NameKey(SQLModel, table=True):
    """A folded way to name a student, for finding them without reading everybody's name."""

    __tablename__ = "name_keys"

    key: str = words(primary_key=True)
    student_id: int = Field(foreign_key="students.id", primary_key=True, index=True, ondelete="CASCADE")


class TeamStudent(SQLModel, table=True):
    __tablename__ = "team_students"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    student_id: int = Field(foreign_key="students.id", primary_key=True, index=True, ondelete="CASCADE")
    added_by: str
    added_at: datetime


class Called(NamedTuple):
    """One student's names, as on record."""

    id: int
    school_ref: str
    first_name: str
    last_name: str
    preferred_name: str
    nicknames: str


def add_student(session: Session, student: Student, keys: Iterable[str]) -> Student:
    """Remember a student and the folded keys that find them. On no team yet, so seen by nobody."""
    session.add(student)
    session.flush()
    set_keys(session, student, keys)
    return student


def set_keys(session: Session, student: Student, keys: Iterable[str]) -> None:
    session.execute(sa.delete(NameKey).where(col(NameKey.student_id) == student.id))
    rows = [{"key": key, "student_id": student.id} for key in sorted(set(keys))]
    if rows:
        session.execute(sa.insert(NameKey), rows)


def put_on_team(session: Session, team_id: int, student_id: int, added_by: str, now: datetime) -> bool:
    """True when the student is new on the team."""
    if session.get(TeamStudent, (team_id, student_id)) is not None:
        return False
    session.add(TeamStudent(team_id=team_id, student_id=student_id, added_by=added_by, added_at=now))
    session.flush()
    return True


def take_off_team(session: Session, team_id: int, student_id: int) -> None:
    row = session.get(TeamStudent, (team_id, student_id))
    if row is not None:
        session.delete(row)
        session.flush()


def get_student(session: Session, access: Access) -> Student:
    return session.get_one(Student, access.student_id)


def list_students(session: Session, keys: Collection[Access]) -> Sequence[Student]:
    """The students these keys open, by first name. Whom the door has read in this session is not read again."""
    read = remember_read(session, ())
    missing = [key.student_id for key in keys if key.student_id not in read]
    if missing:
        remember_read(session, session.exec(select(Student).where(col(Student.id).in_(missing))).all())
    found = [read[key.student_id] for key in keys if key.student_id in read]
    return sorted(found, key=lambda row: (row.first_name, row.last_name, row.id))


def list_called(session: Session, keys: Collection[Access]) -> list[Called]:
    """What the students these keys open are called, and no more of them: quick for many."""
    rows = session.connection().execute(_CALLED, {"students": [key.student_id for key in keys]})
    return [Called(*row) for row in rows]


def remember_read(session: Session, rows: Iterable[Student]) -> dict[int, Student]:
    """Students read in this session, by id. A session alone forgets rows that nobody holds."""
    read: dict[int, Student] = session.info.setdefault("students", {})
    read.update({row.id: row for row in rows})
    return read


def list_teams_of(session: Session, access: Access) -> Sequence[int]:
    """Ids of all teams that support the student."""
    return session.exec(select(TeamStudent.team_id).where(TeamStudent.student_id == access.student_id)).all()


def find_same_ref(session: Session, school_id: int, school_ref: str, but: int) -> Sequence[int]:
    """Ids of other students of this school on record under the same school ID. For the silent join request only."""
    if not school_ref:
        return []
    asked = select(Student.id).where(
        Student.school_id == school_id, Student.school_ref == school_ref, Student.id != but
    )
    return session.exec(asked).all()


def list_names_to_hide(session: Session, student_ids: Collection[int]) -> Sequence[Student]:
    """Students a reader may not see, read without a key only so that their names can be taken out of words."""
    return session.exec(select(Student).where(col(Student.id).in_(student_ids))).all() if student_ids else []


_CALLED = sa.select(
    col(Student.id),
    col(Student.school_ref),
    col(Student.first_name),
    col(Student.last_name),
    col(Student.preferred_name),
    col(Student.nicknames),
).where(is_among(col(Student.id), "students"))
