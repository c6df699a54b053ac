"""Meets the schools a file names with those on record, and makes the ones that are new."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session

from handlers.rosters.intake import Intake
from handlers.rosters.rows import Roster
from storage import audit, schools
from storage.schools import School

REASON = "imported from a file"


def is_export(roster: Roster) -> bool:
    """OneRoster, which tells everybody's school itself."""
    return bool(roster.schools) or any(row.source_id for row in roster.students)


def named_as_here(roster: Roster, here: Sequence[School]) -> Roster:
    """A school that somebody set up before its first export keeps the name it was given, whatever its capitals."""
    ours = {school.name.casefold(): school.name for school in here}
    names = {row.name: ours.get(row.name.casefold(), row.name) for row in roster.schools}
    if all(name == kept for name, kept in names.items()):
        return roster
    return replace(
        roster,
        schools=tuple(replace(row, name=names[row.name]) for row in roster.schools),
        students=tuple(replace(row, school=names.get(row.school, row.school)) for row in roster.students),
    )


def only_at(roster: Roster, school: str) -> Roster:
    """The part of a district's export that is about one school."""
    return replace(
        roster,
        schools=tuple(row for row in roster.schools if row.name == school),
        students=tuple(row for row in roster.students if row.school == school),
        staff=tuple(row for row in roster.staff if row.school == school),
    )


def list_new(intake: Intake, here: Iterable[School]) -> list[str]:
    """Names of schools that students come to and that are not on record."""
    matched = (*intake.plan.change, *intake.plan.restore)
    wanted = {row.school for row in intake.plan.add} | {match.row.school for match in matched}
    return sorted(wanted - {school.name for school in here} - {""})


def add_schools(session: Session, names: Iterable[str], roster: Roster, actor: str, now: datetime) -> list[School]:
    """All schools, the new ones with the usual hours and policy; an export's own id is noted where none was."""
    for name in names:
        if schools.find_school_named(session, name) is None:
            made = schools.add_school(session, School(name=name))
            audit.note(session, now, actor, "schools.add", object_id=f"school:{made.id}", reason=REASON)
    refs = {row.name: row.source_id for row in reversed(roster.schools)}
    listed = list(schools.list_schools(session))
    for school in listed:
        if not school.source_ref and school.name in refs:
            school.source_ref = refs[school.name]
            session.add(school)
    return listed
