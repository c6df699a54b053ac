"""Many students at once, for whoever imports: what is on record to compare with, and rows written in bulk.

No key is asked for: nothing here is shown to anybody, and who may import is decided before (an operator at the
machine, an administrator, or a lead for the own team alone).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from storage.people import Person
from storage.positions import ImportedPosition
from storage.roles import CASE_MANAGER, RoleHolder
from storage.schools import School
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Team

_AT_ONCE = 500  # SQLite takes 32,766 values in one statement; longer lists gain nothing
Row = dict[str, Any]


class Recorded(NamedTuple):
    """A student on record, with what stands in other tables beside it."""

    id: int
    school_ref: str
    source_ref: str
    first_name: str
    last_name: str
    preferred_name: str
    nicknames: str
    grade: str
    plan: str
    case_manager_email: str
    school: str
    archived_at: datetime | None
    imported: bool


def list_recorded(
    session: Session, *, school_id: int | None = None, student_ids: Collection[int] | None = None
) -> Iterator[Recorded]:
    """Every student; or a school's; or these."""
    manager = sa.and_(
        col(RoleHolder.student_id) == Student.id,
        col(RoleHolder.role) == CASE_MANAGER,
        col(RoleHolder.until).is_(None),
    )
    email = _email_of(Person, RoleHolder.holder_email)
    names = [name for name in Recorded._fields if name not in ("case_manager_email", "school")]
    columns: dict[str, Any] = {name: col(getattr(Student, name)) for name in names}
    columns |= {"case_manager_email": sa.func.coalesce(email, ""), "school": col(School.name)}
    asked = (
        sa.select(*(columns[name] for name in Recorded._fields))
        .select_from(Student)
        .join(School, col(School.id) == Student.school_id)
        .outerjoin(RoleHolder, manager)
        .outerjoin(Person, col(Person.id) == RoleHolder.holder_id)
        .order_by(col(Student.id))
    )
    if school_id is not None:
        asked = asked.where(col(Student.school_id) == school_id)
    if student_ids is not None:
        asked = asked.where(col(Student.id).in_(student_ids))
    return (Recorded(*row) for row in session.execute(asked))


def list_places(
    session: Session, team_ids: Collection[int], student_ids: Collection[int] | None = None
) -> set[tuple[int, int]]:
    """(team id, student id) for everybody on these teams; only these students, if given."""
    asked = select(TeamStudent.team_id, TeamStudent.student_id).where(col(TeamStudent.team_id).in_(team_ids))
    if student_ids is not None:
        asked = asked.where(col(TeamStudent.student_id).in_(student_ids))
    return {(team_id, student_id) for team_id, student_id in session.exec(asked).all()}


def list_held_by_email(session: Session, school_id: int | None = None) -> Iterator[tuple[int, str, str, str]]:
    """(student id, role, the holder's e-mail, the backup's) of every role held now; only at this school, if given."""
    holder, backup = aliased(Person), aliased(Person)
    asked = (
        sa.select(
            col(RoleHolder.student_id),
            col(RoleHolder.role),
            _email_of(holder, RoleHolder.holder_email),
            _email_of(backup, RoleHolder.backup_email),
        )
        .outerjoin(holder, col(holder.id) == RoleHolder.holder_id)
        .outerjoin(backup, col(backup.id) == RoleHolder.backup_id)
        .where(col(RoleHolder.until).is_(None))
    )
    if school_id is not None:
        asked = asked.join(Student, col(Student.id) == RoleHolder.student_id).where(col(Student.school_id) == school_id)
    return (tuple(row) for row in session.execute(asked))


def list_teams(session: Session) -> Sequence[Team]:
    """Every team, by name."""
    return session.exec(select(Team).order_by(col(Team.name))).all()


def list_positions(session: Session) -> dict[str, str]:
    """Every position that a file has given, by e-mail."""
    rows = session.exec(select(ImportedPosition.email, ImportedPosition.name)).all()
    return {email: str(name) for email, name in rows}


def find_newest(session: Session) -> int:
    """The id of the newest student; 0 where there is none."""
    return session.exec(select(sa.func.max(Student.id))).one() or 0


def find_people_by_email(session: Session, emails: Collection[str]) -> dict[str, str]:
    """Ids of the people known in Slack, by e-mail."""
    found: dict[str, str] = {}
    for some in _in_pieces(emails):
        found |= dict(session.exec(select(Person.email, Person.id).where(col(Person.email).in_(some))).all())
    return found


def find_newer(session: Session, after_id: int, school_refs: Collection[str]) -> set[tuple[int, str]]:
    """(school id, school ID of the student) of those of these school IDs who came after the student of that id."""
    asked = select(Student.school_id, Student.school_ref).where(
        col(Student.school_ref).in_(school_refs), col(Student.id) > after_id, Student.school_ref != ""
    )
    return {(school_id, school_ref) for school_id, school_ref in session.exec(asked).all()}


def add_students(session: Session, rows: Sequence[Row]) -> list[int]:
    """Ids of the new students, in the order of the rows."""
    if not rows:
        return []
    if session.get_bind().dialect.name == "sqlite":
        return _add_students_alone(session, rows)
    added = sa.insert(Student).returning(col(Student.id), sort_by_parameter_order=True)
    return list(session.execute(added, list(rows)).scalars())


def _add_students_alone(session: Session, rows: Sequence[Row]) -> list[int]:
    """Nobody else writes to SQLite meanwhile, and its ids only grow. RETURNING would go row by row there."""
    before = find_newest(session)
    session.execute(sa.insert(Student.__table__), list(rows))  # type: ignore[attr-defined]
    return list(session.exec(select(Student.id).where(Student.id > before).order_by(col(Student.id))).all())


def change_students(session: Session, rows: Iterable[Row]) -> None:
    """Each row holds an `id` and the columns that change."""
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(sorted(row)), []).append(row)
    for some in alike.values():
        session.execute(sa.update(Student), some)


def set_keys(session: Session, keys: Mapping[int, Collection[str]]) -> None:
    """Make these exactly the keys that find each student."""
    for some in _in_pieces(keys):
        session.execute(sa.delete(NameKey).where(col(NameKey.student_id).in_(some)))
    add_keys(session, keys)


def add_keys(session: Session, keys: Mapping[int, Collection[str]]) -> None:
    """The keys of students who have none yet."""
    rows = [{"key": key, "student_id": student_id} for student_id, found in keys.items() for key in found]
    if rows:
        session.execute(sa.insert(NameKey.__table__), rows)  # type: ignore[attr-defined]


def put_on_teams(session: Session, places: Iterable[tuple[int, int]], added_by: str, now: datetime) -> None:
    """(team id, student id) pairs; whoever is there already stays as they are."""
    wanted = set(places)
    there = list_places(session, {team for team, _ in wanted}, {student for _, student in wanted}) if wanted else ()
    rows = [
        {"team_id": team_id, "student_id": student_id, "added_by": added_by, "added_at": now}
        for team_id, student_id in sorted(wanted.difference(there))
    ]
    if rows:
        session.execute(sa.insert(TeamStudent), rows)


def add_holders(session: Session, rows: Sequence[Row]) -> None:
    """Give each role to its new holder from `since` on. Whoever held it ends there; a backup stays unless named."""
    if not rows:
        return
    pairs = {(row["student_id"], row["role"]) for row in rows}
    before = {(held.student_id, held.role): held for held in _list_held(session, {pair[0] for pair in pairs})}
    for row in rows:
        held = before.get((row["student_id"], row["role"]))
        row["began"] = None
        if held is not None:
            held.until = row["since"]
            session.add(held)
            if (held.holder_id, held.holder_email) == (row["holder_id"], row["holder_email"]):
                row["began"] = held.held_since
        if held is not None and not (row["backup_id"] or row["backup_email"]):
            row |= {"backup_id": held.backup_id, "backup_email": held.backup_email}
    session.flush()
    session.execute(sa.insert(RoleHolder), list(rows))


def _list_held(session: Session, student_ids: Collection[int]) -> list[RoleHolder]:
    found: list[RoleHolder] = []
    for some in _in_pieces(student_ids):
        asked = select(RoleHolder).where(col(RoleHolder.student_id).in_(some), col(RoleHolder.until).is_(None))
        found += session.exec(asked).all()
    return found


def _email_of(person: type[Person], recorded: Any) -> Any:
    """As Slack has it now, where the person is known there."""
    return sa.func.coalesce(sa.func.nullif(person.email, ""), recorded)


def _in_pieces(ids: Collection[Any]) -> Iterator[list[Any]]:
    listed = list(ids)
    return (listed[at : at + _AT_ONCE] for at in range(0, len(listed), _AT_ONCE))
