"""Who has left, going by a file, and when so many have that a person should look first."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from handlers.rosters.rows import Roster, StoredStudent

MOST_ARCHIVED = 1 / 5  # of the students; beyond, a person is asked
_ENOUGH_TO_ASK = 10  # at one school; in a smaller one a fifth is a family moving


def find_here(everybody: Sequence[StoredStudent], roster: Roster) -> list[StoredStudent]:
    """The students the file speaks for. One school's export says nothing about who is at another."""
    schools = {school.name for school in roster.schools} if roster.whole else set()
    active = (student for student in everybody if not student.archived)
    return [student for student in active if not (schools and student.school) or student.school in schools]


def has_left(student: StoredStudent, held: Set[str], met: Set[int]) -> bool:
    """For a student missing in a file that lists everybody. Those a lead typed in were never in it."""
    refs = {student.school_ref, student.source_ref or ""} - {""}
    return student.imported and bool(refs) and student.id not in met and not refs & held


def share_of(leaving: Sequence[StoredStudent], here: Sequence[StoredStudent]) -> float:
    return min(1.0, len(leaving) / max(1, len(here)))


def find_reasons_to_ask(
    leaving: Sequence[StoredStudent], here: Sequence[StoredStudent], roster: Roster
) -> Iterator[str]:
    share = share_of(leaving, here)
    if share > MOST_ARCHIVED:
        yield f"It would archive {len(leaving):,} of {len(here):,} students ({share:.0%}), more than a fifth."
    else:
        yield from _find_emptied_schools(leaving, here)
    if leaving and roster.unread and roster.whole:
        lines = "1 line" if roster.unread == 1 else f"{roster.unread:,} lines"
        yield f"{lines} could not be read and may be about students it would archive."


def _find_emptied_schools(leaving: Sequence[StoredStudent], here: Sequence[StoredStudent]) -> Iterator[str]:
    """A school whose part of the export failed is a small share of a district."""
    before = Counter(student.school for student in here)
    for school, count in Counter(student.school for student in leaving).items():
        if before[school] >= _ENOUGH_TO_ASK and count > MOST_ARCHIVED * before[school]:
            yield f"It would archive {count:,} of {before[school]:,} students at {school or 'no school'}."
