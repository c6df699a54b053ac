"""The roles chart of a student as it stands, and the gaps of many students at once; for whoever holds the keys."""

import itertools
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlmodel import Session

from handlers import doors
from handlers.rules import chart
from handlers.rules.chart import Adult, Chart, Gap, Recorded
from handlers.rules.duties import DUTIES, NEEDED
from storage import people, roles, students
from storage.access import Access
from storage.roles import Held, RoleHolder


@dataclass(frozen=True, slots=True)
class StudentGap:
    """A duty that nobody carries for one of many students."""

    student_id: int
    duty: str
    gap: Gap
    holder: Adult


class GapPage(NamedTuple):
    """A few gaps of many: they end before the `upto`th."""

    gaps: Sequence[StudentGap]
    upto: int
    total: int


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


def page_gaps(session: Session, keys: Collection[Access], duty: str = "", *, at: int = 0, most: int) -> GapPage:
    """Some of what nobody carries: of one duty, or of those every student needs somebody for. A few questions however
    many students. By the order of the keys, then of the chart; past the end it begins again."""
    wanted = [duty] if duty else [one for one in DUTIES if one in NEEDED]
    held = {(one.student_id, one.role): one for one in roles.list_held(session, keys, wanted)}
    ids = people.find_ids_by_email(session, {one.holder_email for one in held.values() if not one.holder_id})
    holders = {pair: one.holder_id or ids.get(one.holder_email, "") for pair, one in held.items()}
    pairs = {(student_id, person_id) for (student_id, _), person_id in holders.items() if person_id}
    there = doors.list_watching(session, keys, pairs)
    carried = {pair for pair, person_id in holders.items() if (pair[0], person_id) in there}
    gaps = [pair for pair in itertools.product((key.student_id for key in keys), wanted) if pair not in carried]
    at = at if at < len(gaps) else 0
    page = [_gap(*pair, held.get(pair), ids) for pair in gaps[at : at + most]]
    return GapPage(page, at + len(page), len(gaps))


def _gap(student_id: int, duty: str, held: Held | None, ids: dict[str, str]) -> StudentGap:
    holder = _adult(held.holder_id, held.holder_email, ids) if held is not None else chart.NOBODY
    return StudentGap(student_id, duty, chart.is_gap(duty, holder, ()), holder)


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
