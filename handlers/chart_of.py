"""The roles chart of a student as it stands, and the gaps of many students at once; for whoever holds the keys."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from handlers import doors
from handlers.rules import chart
from handlers.rules.chart import Adult, Chart, Gap, Recorded
from handlers.rules.duties import DUTIES, NEEDED
from storage import people, roles, students
from storage.access import Access
from storage.roles import RoleHolder


@dataclass(frozen=True, slots=True)
class StudentGap:
    """A duty that nobody carries for one of many students."""

    student_id: int
    duty: str
    gap: Gap
    holder: Adult


def chart_of(session: Session, key: Access) -> Chart:
    """Every duty of this student: gaps first, then who holds what."""
    return chart_seen_by(session, key, doors.list_watchers(session, key))


def chart_seen_by(session: Session, key: Access, watchers: Collection[str]) -> Chart:
    """The same, where it has been asked already who can see the student."""
    newest = _newest(roles.list_role_history(session, key))
    ids = people.find_ids_by_email(session, [email for row in newest for email in (row.holder_email, row.backup_email)])
    recorded = [_recorded(row, ids) for row in newest]
    return chart.make_chart(recorded, watchers, list_own_duties(session, key))


def list_own_duties(session: Session, key: Access) -> list[str]:
    """What the student's school has added."""
    school_id = students.get_student(session, key).school_id
    return [duty.name for duty in roles.list_duties(session, school_id)]


def list_all_duties(session: Session, keys: Collection[Access]) -> list[str]:
    """Every duty these students may have, in the order of the chart: for menus, and to read a written one."""
    schools = {student.school_id for student in students.list_students(session, keys)}
    own = [duty.name for school_id in sorted(schools) for duty in roles.list_duties(session, school_id)]
    return chart.list_duties(own, {held.role for held in roles.list_held(session, keys)})


def find_gaps(session: Session, keys: Collection[Access], duty: str = "") -> list[StudentGap]:
    """What nobody carries, of one duty or of those every student needs somebody for; a few questions however many
    students. By the order of the keys, then of the chart."""
    wanted = [duty] if duty else [one for one in DUTIES if one in NEEDED]
    held = {(one.student_id, one.role): one for one in roles.list_held(session, keys, wanted)}
    ids = people.find_ids_by_email(session, {one.holder_email for one in held.values() if not one.holder_id})
    holders = {pair: _adult(one.holder_id, one.holder_email, ids) for pair, one in held.items()}
    pairs = {(student_id, one.person_id) for (student_id, _), one in holders.items() if one.person_id}
    there = doors.list_watching(session, keys, pairs)
    found = []
    for key in keys:
        for one in wanted:
            holder = holders.get((key.student_id, one), chart.NOBODY)
            if (key.student_id, holder.person_id) not in there:
                found.append(StudentGap(key.student_id, one, chart.is_gap(one, holder, ()), holder))
    return found


def list_duties_of(session: Session, keys: Collection[Access], person_id: str) -> Sequence[RoleHolder]:
    """The roles this person holds now, among these students."""
    person = people.find_person(session, person_id)
    return roles.list_held_by(session, keys, person_id, person.email if person is not None else "")


def _newest(history: Iterable[RoleHolder]) -> list[RoleHolder]:
    """The first of each role in a history that begins with the newest; one that is still held before any other."""
    found: dict[str, RoleHolder] = {}
    for row in history:
        if row.role not in found or (row.until is None and found[row.role].until is not None):
            found[row.role] = row
    return list(found.values())


def _recorded(row: RoleHolder, ids: dict[str, str]) -> Recorded:
    return Recorded(
        duty=row.role,
        holder=_adult(row.holder_id, row.holder_email, ids),
        since=row.held_since,
        backup=_adult(row.backup_id, row.backup_email, ids),
        decided=row.decided,
        set_by=row.set_by,
        holding_id=row.id,
        waits=bool(row.waits),
        is_ended=row.until is not None,
        is_over=bool(row.is_over),
    )


def _adult(person_id: str, email: str, ids: dict[str, str]) -> Adult:
    """Who an e-mail of a file is in Slack, once they are known there."""
    return Adult(person_id or ids.get(email, ""), email)
