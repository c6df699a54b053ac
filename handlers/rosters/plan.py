"""Decides what an import would change, from what is on record and what the file says. Changes nothing itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from handlers.rosters import leaving
from handlers.rosters.match import NumberTaken, Records
from handlers.rosters.merge import Match, merge
from handlers.rosters.rows import Roster, Skipped, StoredStudent, StudentRow


@dataclass(frozen=True, slots=True)
class Plan:
    add: tuple[StudentRow, ...] = ()
    change: tuple[Match, ...] = ()
    archive: tuple[StoredStudent, ...] = ()
    restore: tuple[Match, ...] = ()  # these may change as well
    same: tuple[Match, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    warnings: tuple[str, ...] = ()
    archive_share: float = 0.0
    asks_because: tuple[str, ...] = ()  # sentences

    @property
    def asks_first(self) -> bool:
        return bool(self.asks_because)


@dataclass(slots=True)
class _Draft:
    """A plan in the making."""

    add: list[StudentRow] = field(default_factory=list)
    change: list[Match] = field(default_factory=list)
    archive: list[StoredStudent] = field(default_factory=list)
    restore: list[Match] = field(default_factory=list)
    same: list[Match] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    met: set[int] = field(default_factory=set)  # ids of the students the file speaks of
    held: set[str] = field(default_factory=set)  # school IDs a person has to look at

    def skip(self, row: StudentRow, reason: str) -> None:
        self.skipped.append(Skipped(row.line, "users.csv" if row.source_id else "students.csv", reason))


def decide(stored: Iterable[StoredStudent], roster: Roster) -> Plan:
    """`stored`: those this import may touch, such as a school's, or a lead's own students."""
    records, draft = Records(stored), _Draft()
    # Those who are there first: somebody may be listed as gone from one school and active at another.
    for row in sorted(roster.students, key=lambda row: not row.active):
        _sort(row, records, draft)
    here = leaving.find_here(records.everybody, roster)
    if roster.whole:
        held = roster.held | draft.held
        draft.archive.extend(student for student in here if leaving.has_left(student, held, draft.met))
    return Plan(
        add=tuple(draft.add),
        change=tuple(draft.change),
        archive=tuple(draft.archive),
        restore=tuple(draft.restore),
        same=tuple(draft.same),
        skipped=(*roster.skipped, *draft.skipped),
        warnings=roster.warnings,
        archive_share=leaving.share_of(draft.archive, here),
        asks_because=tuple(leaving.find_reasons_to_ask(draft.archive, here, roster)),
    )


def _sort(row: StudentRow, records: Records, draft: _Draft) -> None:
    if not row.active:
        _sort_leaving(records.find_leaving(row), draft)
        return
    try:
        student = records.find(row)
    except NumberTaken:
        draft.held.add(row.school_id)
        draft.skip(row, "the school ID is on the record of somebody with another name; look at both by hand")
        return
    if student is None:
        draft.add.append(row)
    elif student.id in draft.met:
        draft.skip(row, "another line is about the same student")
    else:
        draft.met.add(student.id)
        _compare(row, student, draft)


def _sort_leaving(students: Sequence[StoredStudent], draft: _Draft) -> None:
    if any(student.id in draft.met for student in students):
        return
    draft.met.update(student.id for student in students)
    draft.archive.extend(student for student in students if not student.archived)


def _compare(row: StudentRow, student: StoredStudent, draft: _Draft) -> None:
    match = merge(row, student)
    if student.archived:
        draft.restore.append(match)
    elif match.fields:
        draft.change.append(match)
    else:
        draft.same.append(match)
