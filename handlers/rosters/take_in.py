"""Takes in what was decided about a file, some students at a time: each batch is whole and may come twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from handlers.rosters.intake import Intake
from handlers.rosters.merge import Match
from handlers.rosters.rows import PositionRow, RoleRow, StudentRow
from handlers.rules.name_forms import Known, keys_of
from storage import audit, imports, positions
from storage.positions import ImportedPosition, PositionName
from storage.roles import CASE_MANAGER

# What a row calls a field, and what the record calls it.
_COLUMNS = {
    "school_id": "school_ref",
    "source_id": "source_ref",
    "first_name": "first_name",
    "last_name": "last_name",
    "preferred_name": "preferred_name",
    "grade": "grade",
    "plan": "plan",
}
_FOUND_BY = {"school_id", "first_name", "last_name", "preferred_name", "nicknames"}


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes a file in, when, by what right, and what the file's words stand for."""

    person: str  # a Slack user id, or "operator"
    reason: str
    now: datetime
    schools: Mapping[str, int]  # ids by name
    people: Mapping[str, str] = field(default_factory=dict)  # ids by e-mail, of those known in Slack
    after_id: int = 0  # the newest student there was when it was decided
    is_lead: bool = False  # students as a lead typed them, which no later file archives


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be written about one student; new where there is no id yet."""

    action: str  # in the audit
    student_id: int = 0
    columns: Mapping[str, Any] = field(default_factory=dict)
    keys: frozenset[str] | None = None  # None: found as before
    teams: tuple[int, ...] = ()
    roles: tuple[RoleRow, ...] = ()


def list_steps(intake: Intake, taker: Taker) -> Iterator[Step]:
    """One after the other, made when asked for: folding names takes longer than writing them."""
    plan, places = intake.plan, intake.places
    # In the order of names, which is that of the keys: each batch then touches few pages of their index.
    for row in sorted(plan.add, key=lambda row: (row.first_name, row.last_name)):
        yield _add(row, taker, places.get(row.line, ()))
    for match in plan.restore:
        yield _change("students.restore", match, taker, places.get(match.row.line, ()), {"archived_at": None})
    for match in plan.change:
        yield _change("students.change", match, taker, places.get(match.row.line, ()), {})
    for match in intake.placed:
        yield Step("students.place", match.id, teams=places[match.row.line])
    for student in plan.archive:
        yield Step("students.archive", student.id, {"archived_at": taker.now})
    for student_id, role in intake.duties.roles:
        yield Step("roles.hold", student_id, roles=(role,))


def count_steps(intake: Intake) -> int:
    plan, duties = intake.plan, intake.duties
    listed = (plan.add, plan.restore, plan.change, intake.placed, plan.archive, duties.roles, duties.positions)
    return sum(map(len, listed))


def write_steps(session: Session, taker: Taker, steps: Sequence[Step]) -> list[tuple[int, Step]]:
    """One batch, in the caller's transaction. Returns the new students, each with the id it was given."""
    new = _leave_out_come_since(session, taker, [step for step in steps if not step.student_id])
    known = [step for step in steps if step.student_id]
    ids = imports.add_students(session, [dict(step.columns) for step in new])
    imports.change_students(session, [{"id": step.student_id, **step.columns} for step in known if step.columns])
    imports.add_keys(session, {number: step.keys or () for number, step in zip(ids, new, strict=True)})
    imports.set_keys(session, {step.student_id: step.keys for step in known if step.keys is not None})
    come = list(zip(ids, new, strict=True))
    done = [*come, *((step.student_id, step) for step in known)]
    places = ((team_id, number) for number, step in done for team_id in step.teams)
    imports.put_on_teams(session, places, taker.person, taker.now)
    imports.add_holders(session, [_holder(number, role, taker) for number, step in done for role in step.roles])
    rows = ((step.action, number, _say_teams(step.teams)) for number, step in done)
    audit.note_many(session, taker.now, taker.person, rows, taker.reason)
    return come


def write_positions(session: Session, taker: Taker, rows: Sequence[PositionRow]) -> None:
    """Positions of adults, by e-mail: they count in all teams of the person."""
    for row in rows:
        name = PositionName(row.position)
        made = ImportedPosition(email=row.email, name=name, imported_by=taker.person, imported_at=taker.now)
        positions.import_position(session, made)
    about = f"positions:{len(rows)}"
    audit.note(session, taker.now, taker.person, "positions.import", object_id=about, reason=taker.reason)


def _add(row: StudentRow, taker: Taker, teams: tuple[int, ...]) -> Step:
    columns = {column: getattr(row, name) for name, column in _COLUMNS.items()} | {
        "nicknames": "; ".join(row.nicknames),
        "school_id": taker.schools[row.school],
        "added_by": taker.person,
        "added_at": taker.now,
        "imported": not taker.is_lead,
    }
    return Step("students.add", columns=columns, keys=_keys(row), teams=teams, roles=_manager(row))


def _change(action: str, match: Match, taker: Taker, teams: tuple[int, ...], more: Mapping[str, Any]) -> Step:
    row, fields = match.row, set(match.fields)
    columns = {_COLUMNS[name]: getattr(row, name) for name in fields & _COLUMNS.keys()} | dict(more)
    if "nicknames" in fields:
        columns["nicknames"] = "; ".join(row.nicknames)
    if "school" in fields and not taker.is_lead:  # a lead's line says a team, and no student changes school by that
        columns["school_id"] = taker.schools[row.school]
    if not taker.is_lead:
        columns["imported"] = True
    keys = _keys(row) if fields & _FOUND_BY else None
    roles = _manager(row) if "case_manager_email" in fields else ()
    return Step(action, match.id, columns, keys, teams, roles)


def _keys(row: StudentRow) -> frozenset[str]:
    named = Known(0, row.school_id, row.first_name, row.last_name, row.preferred_name, row.nicknames)
    return frozenset(keys_of(named))


def _manager(row: StudentRow) -> tuple[RoleRow, ...]:
    email = row.case_manager_email
    return (RoleRow(row.school_id, CASE_MANAGER, email),) if email else ()


def _holder(student_id: int, role: RoleRow, taker: Taker) -> dict[str, Any]:
    return {
        "student_id": student_id,
        "role": role.role,
        "holder_id": taker.people.get(role.email, ""),
        "holder_email": role.email,
        "backup_id": taker.people.get(role.backup_email, ""),
        "backup_email": role.backup_email,
        "since": taker.now,
        "set_by": taker.person,
        "decided": taker.reason,
    }


def _leave_out_come_since(session: Session, taker: Taker, new: list[Step]) -> list[Step]:
    """Another import may run beside this one, and nobody is to come twice. What a lead types always comes."""
    refs = [] if taker.is_lead else [step.columns["school_ref"] for step in new]
    come = imports.find_newer(session, taker.after_id, refs) if refs else set()
    return [step for step in new if (step.columns["school_id"], step.columns["school_ref"]) not in come]


def _say_teams(teams: Iterable[int]) -> str:
    return audit.name_ids("team", teams) if teams else ""
