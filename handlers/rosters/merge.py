"""Lays a line of a file over the record it is about: what the file leaves open stays, and the rest is compared."""

from dataclasses import dataclass, replace
from typing import Any

from handlers.rosters.rows import StoredStudent, StudentRow

# What a row calls a field, and what the record calls it.
_FIELDS = (
    ("school_id", "school_ref"),
    ("source_id", "source_ref"),
    ("first_name", "first_name"),
    ("last_name", "last_name"),
    ("preferred_name", "preferred_name"),
    ("grade", "grade"),
    ("plan", "plan"),
    ("case_manager_email", "case_manager_email"),
    ("school", "school"),
)


@dataclass(frozen=True, slots=True)
class Match:
    """A student on record and a line about them."""

    id: int
    row: StudentRow  # as it is to be kept, gaps filled from the record
    fields: tuple[str, ...] = ()  # the row's fields that differ from the record


def merge(row: StudentRow, student: StoredStudent) -> Match:
    kept: dict[str, Any] = {}
    fields = []
    for name, recorded_as in _FIELDS:
        said, before = getattr(row, name), getattr(student, recorded_as)
        if before and (not said or _is_stand_in(name, row)):
            kept[name] = before
        elif before is not None and said != before:
            fields.append(name)
    nicknames = _join_nicknames(student.nicknames, row.nicknames)
    if nicknames != student.nicknames:
        fields.append("nicknames")
    return Match(student.id, replace(row, nicknames=nicknames, **kept), tuple(fields))


def _is_stand_in(name: str, row: StudentRow) -> bool:
    """Where OneRoster gives no number its sourcedId stands in, and a number on record is better."""
    return name == "school_id" and row.school_id == row.source_id


def _join_nicknames(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """A file adds nicknames and takes away none that the team has recorded."""
    known = {nickname.casefold() for nickname in before}
    return (*before, *(nickname for nickname in said if nickname.casefold() not in known))
