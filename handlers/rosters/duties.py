"""Decides which roles and positions a file would give, from what is on record and what the file says."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers.rosters.rows import PositionRow, RoleRow, Skipped, StoredStudent


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a role now, by e-mail."""

    email: str
    backup_email: str = ""


@dataclass(frozen=True, slots=True)
class Duties:
    """`roles` are given to the student of that id; `same` counts lines that say what is on record already."""

    roles: tuple[tuple[int, RoleRow], ...] = ()
    positions: tuple[PositionRow, ...] = ()
    same: int = 0
    skipped: tuple[Skipped, ...] = ()


def decide_roles(
    rows: Iterable[RoleRow], stored: Collection[StoredStudent], holdings: Mapping[tuple[int, str], Holding]
) -> Duties:
    by_number: dict[str, list[StoredStudent]] = {}
    for student in stored:
        if student.school_ref and not student.archived:
            by_number.setdefault(student.school_ref, []).append(student)
    given: list[tuple[int, RoleRow]] = []
    skipped: list[Skipped] = []
    same = 0
    for row in rows:
        found = by_number.get(row.school_id, [])
        if len(found) != 1:
            skipped.append(Skipped(row.line, "roles.csv", _why_not_one(found)))
        elif _holds_already(row, holdings.get((found[0].id, row.role))):
            same += 1
        else:
            given.append((found[0].id, row))
    return Duties(roles=tuple(given), same=same, skipped=tuple(skipped))


def decide_positions(rows: Iterable[PositionRow], now: Mapping[str, str]) -> Duties:
    """`now`: the position an earlier file gave, by e-mail."""
    listed = list(rows)
    new = tuple(row for row in listed if now.get(row.email) != row.position)
    return Duties(positions=new, same=len(listed) - len(new))


def _why_not_one(found: Sequence[StoredStudent]) -> str:
    return "several students have this school ID" if found else "no student here has this school ID"


def _holds_already(row: RoleRow, held: Holding | None) -> bool:
    """A line without a backup leaves the one on record."""
    return held is not None and held.email == row.email and row.backup_email in ("", held.backup_email)
