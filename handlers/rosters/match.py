"""Finds the student on record whom a line of a file is about."""

from collections.abc import Iterable

from handlers.rosters.rows import StoredStudent, StudentRow
from handlers.rules.folding import fold


class NumberTaken(Exception):
    """The line's school ID stands on the record of somebody of another name. A person has to look."""


class Records:
    """Everybody on record, by the ids a file may know them by."""

    def __init__(self, stored: Iterable[StoredStudent]) -> None:
        self.everybody = tuple(stored)
        self._by_source = {student.source_ref: student for student in self.everybody if student.source_ref}
        self._by_number: dict[str, list[StoredStudent]] = {}
        for student in self.everybody:
            if student.school_ref:
                self._by_number.setdefault(student.school_ref, []).append(student)

    def find(self, row: StudentRow) -> StoredStudent | None:
        known = self._by_source.get(row.source_id)
        if known:
            return known
        same_number = self._by_number.get(row.school_id, [])
        alike = [student for student in same_number if _is_alike(row, student)]
        if alike:
            return min(alike, key=lambda student: _rank(row, student))
        if any(student.imported and not _is_elsewhere(row, student) for student in same_number):
            raise NumberTaken
        return None

    def find_leaving(self, row: StudentRow) -> list[StoredStudent]:
        """Every record of somebody who has left; a child typed in twice leaves twice."""
        known = self._by_source.get(row.source_id)
        if known:
            return [known]
        same_number = self._by_number.get(row.school_id, [])
        return [student for student in same_number if _is_alike(row, student) and not _is_elsewhere(row, student)]


def _rank(row: StudentRow, student: StoredStudent) -> tuple[bool, bool, bool, int]:
    return _is_elsewhere(row, student), not student.imported, student.archived, student.id


def _is_elsewhere(row: StudentRow, student: StoredStudent) -> bool:
    return bool(row.school and student.school and row.school != student.school)


def _is_alike(row: StudentRow, student: StoredStudent) -> bool:
    """A mistyped school ID must not write one child's name over another's. Marriage, adoption and short forms change
    one name of two; at another school, which may count from 1 as well, both have to fit."""
    if not (row.first_name or row.last_name):
        return True
    first = row.first_name == student.first_name or bool(_first_names(row) & _first_names(student))
    last = row.last_name == student.last_name or bool(_words(row.last_name) & _words(student.last_name))
    return first and last if _is_elsewhere(row, student) else first or last


def _first_names(who: StudentRow | StoredStudent) -> set[str]:
    return _words(" ".join((who.first_name, who.preferred_name, *who.nicknames)))


def _words(names: str) -> set[str]:
    return set(fold(names).split())
