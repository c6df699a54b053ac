"""What each person last looked at, and how much has come since."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session

from storage import checkins, followups, looks, schools, students
from storage.access import Access, AccessToMany
from storage.checkins import Checkin, Restriction
from storage.database import Database
from storage.followups import Followup
from storage.looks import News
from storage.schools import School
from storage.students import Student

NOW = datetime(2026, 9, 9, 15, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=14)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.write() as opened:
        school = schools.add_school(opened, School(name="Juniper Hollow"))
        for first in ("Maya", "Fen", "Orson"):
            made = Student(school_id=school.id, first_name=first, added_by="UHALE", added_at=LONG_AGO)
            students.add_student(opened, made, ())
        yield opened


def keys(person: str = "UHALE") -> AccessToMany:
    return AccessToMany(person, {one: Access(one, person, "a test") for one in (1, 2, 3)})


def checks_in(session: Session, student: int, days_ago: float, by: str = "ULOPEZ", **more: Any) -> None:
    at = NOW - timedelta(days=days_ago)
    made = Checkin(author_id=by, text="read two pages", made_at=at, **more)
    checkins.add_checkin(session, made, [Access(student, by, "a test")])


def promises(session: Session, student: int, days_ago: float, by: str = "ULOPEZ") -> None:
    given: dict[str, Any] = {"text": "send it", "owner_id": by, "due_on": date(2026, 9, 16), "promised_by": by}
    followups.add_followup(session, Followup(student_id=student, promised_at=NOW - timedelta(days=days_ago), **given))


def news(session: Session, person: str = "UHALE") -> list[News]:
    return looks.list_news(session, keys(person), NOW - timedelta(days=7))


def test_what_came_since_the_look_is_new_newest_student_first(session: Session) -> None:
    for days_ago in (6, 4, 3):
        checks_in(session, 1, days_ago)
    looks.note_look(session, "UHALE", [1], NOW - timedelta(days=5))
    promises(session, 2, 2)
    assert [(one.student_id, one.checkins, one.followups) for one in news(session)] == [(2, 0, 1), (1, 2, 0)]


def test_without_a_look_the_last_days_are_new(session: Session) -> None:
    for days_ago in (13, 8, 6):
        checks_in(session, 1, days_ago)
    assert news(session) == [News(1, 1, 0, NOW - timedelta(days=6))]


def test_a_look_of_another_person_changes_nothing(session: Session) -> None:
    checks_in(session, 1, 3)
    looks.note_look(session, "UORTIZ", [1], NOW)
    assert len(news(session)) == 1
    assert news(session, "UORTIZ") == []


def test_ones_own_doing_and_what_is_restricted_is_no_news(session: Session) -> None:
    checks_in(session, 1, 3, by="UHALE")
    checks_in(session, 2, 3, restriction=Restriction.AUTHOR)
    promises(session, 3, 3, by="UHALE")
    assert news(session) == []


def test_a_second_look_takes_the_place_of_the_first(session: Session) -> None:
    key = keys().keys[1]
    assert looks.find_look(session, key) is None
    for days_ago in (5, 1):
        looks.note_look(session, "UHALE", [1, 2], NOW - timedelta(days=days_ago))
    assert looks.find_look(session, key) == NOW - timedelta(days=1)
