"""The students a person may see, as the rules that read names want them."""

from collections.abc import Collection

from sqlmodel import Session

from handlers.rules.names import Known
from storage import students
from storage.access import Access
from storage.students import Called, Student
from storage.teams import Team


def list_known(session: Session, keys: Collection[Access], here: Team | None) -> list[Known]:
    """`here`: the team of the channel the words were typed in, whose students are looked at first."""
    by_id = {key.student_id: key for key in keys}
    return [
        known_of(row, here=here is not None and here.id in by_id[row.id].teams)
        for row in students.list_students(session, keys)
    ]


def list_called(session: Session, keys: Collection[Access], here: Team | None) -> list[Known]:
    """The same, without reading more of the students than their names: for words that may name one of hundreds."""
    by_id = {key.student_id: key for key in keys}
    return [
        known_of(row, here=here is not None and here.id in by_id[row.id].teams)
        for row in students.list_called(session, keys)
    ]


def known_of(student: Student | Called, *, here: bool = False) -> Known:
    return Known(
        id=student.id,
        school_ref=student.school_ref,
        first=student.first_name,
        last=student.last_name,
        preferred=student.preferred_name,
        nicknames=tuple(name for name in student.nicknames.split("; ") if name),
        here=here,
    )
