"""Statements handed to the driver as they are: they see, store and refuse just what the session itself would."""

from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite
from sqlmodel import select
from sqlmodel.sql.sqltypes import UTCDateTime

from storage import claims, outbox, schools, students
from storage.checkins import Checkin, Topic
from storage.database import Database
from storage.outbox import Act, Post, State
from storage.prepared import Prepared, _turn_of
from storage.rows import lay_down, lay_down_plain, take_up, take_up_all
from storage.schools import School
from storage.sight import _fill, _places_for
from storage.students import Student

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)
NAMED = Prepared(select(School.id, School.name).where(School.name == sa.bindparam("name")))


def test_a_question_sees_what_the_session_has_not_stored_yet(database: Database) -> None:
    with database.write() as session:
        session.add(School(name="Larkspur"))
        found = NAMED.first(session, {"name": "Larkspur"})
    assert found is not None
    assert found[1] == "Larkspur"


def test_a_question_that_lacks_a_value_is_not_asked(database: Database) -> None:
    with database.read() as session, pytest.raises((KeyError, sa.exc.ProgrammingError)):
        NAMED.all(session, {})


def test_moments_words_and_ids_come_back_as_they_were_laid_down(database: Database) -> None:
    post = Post(queue="C1", about="checkins.update", ids={"checkin": 5}, made_at=NOON, not_before=NOON, act=Act.DIRECT)
    with database.write() as session:
        lay_down(session, post)
    with database.read() as session:
        found = outbox.get_post(session, post.id)
    assert (found.ids, found.made_at, found.act, found.state) == ({"checkin": 5}, NOON, Act.DIRECT, State.WAITING)


@given(st.datetimes(timezones=st.timezones()))
def test_a_moment_is_written_as_the_session_writes_it(moment: datetime) -> None:
    dialect = sqlite.dialect()
    write = UTCDateTime().dialect_impl(dialect).bind_processor(dialect)
    assert write is not None
    try:
        expected = write(moment)
    except OverflowError:  # before the year 1 or after 9999 elsewhere in the world
        return
    assert _turn_of(UTCDateTime(), dialect)(moment) == expected  # type: ignore[misc]


def test_a_moment_without_a_zone_is_not_stored(database: Database) -> None:
    with database.write() as session, pytest.raises((ValueError, sa.exc.StatementError)):
        claims.add_claim(session, "trigger:1", NOON.replace(tzinfo=None), "", {})


def test_a_row_given_as_plain_values_gets_every_default(database: Database) -> None:
    with database.write() as session:
        lay_down_plain(session, Checkin, {"author_id": "U1", "made_at": NOON, "text": "read aloud"})
    with database.read() as session:
        kept = session.get_one(Checkin, 1)
    assert (kept.topic, kept.working, kept.revision, kept.undone_at) == (None, "", 1, None)


def test_a_quick_row_has_the_defaults_its_fields_name() -> None:
    post = Post(queue="C1", about="checkins.update", made_at=NOON, not_before=NOON)
    for name, field in Post.model_fields.items():
        if not field.is_required():
            assert getattr(post, name) == field.get_default(call_default_factory=True), name


def test_a_quick_row_may_be_added_and_changed_like_any_other(database: Database) -> None:
    with database.write() as session:
        checkin = Checkin(author_id="U1", text="read aloud", made_at=NOON)
        session.add(checkin)
        session.flush()
        checkin.topic = Topic.WIN
    with database.read() as session:
        assert session.get_one(Checkin, checkin.id).topic == Topic.WIN


def test_a_row_taken_up_is_the_sessions_own_and_its_changes_are_stored(database: Database) -> None:
    with database.write() as session:
        school = schools.add_school(session, School(name="Larkspur"))
        session.expunge(school)
        taken = take_up(session, School, school.model_dump())
        taken.name = "Larkspur Elementary"
        assert session.get_one(School, school.id) is taken
    with database.read() as session:
        assert schools.get_school(session, school.id).name == "Larkspur Elementary"


def test_a_row_the_session_has_read_stands_as_it_is(database: Database) -> None:
    with database.write() as session:
        school = schools.add_school(session, School(name="Larkspur"))
        assert take_up(session, School, {**school.model_dump(), "name": "Elsewhere"}) is school
    assert school.name == "Larkspur"


def test_rows_of_several_kinds_come_in_the_order_of_the_question(database: Database) -> None:
    asked = Prepared(sa.select(Student, School).join(School, School.id == Student.school_id).order_by(Student.id))  # type: ignore[arg-type]
    with database.write() as session:
        school = schools.add_school(session, School(name="Larkspur"))
        for name in ("Maya", "Fen"):
            new = Student(school_id=school.id, first_name=name, last_name="Tern", added_by="U1", added_at=NOON)
            students.add_student(session, new, ())
    with database.read() as session:
        rows = take_up_all(session, (Student, School), asked.all(session, {}))
    assert [(student.first_name, school.name) for student, school in rows] == [
        ("Maya", "Larkspur"),
        ("Fen", "Larkspur"),
    ]
    assert rows[0][1] is rows[1][1]


@given(st.sets(st.text(max_size=3), max_size=40))
def test_places_hold_each_value_and_nothing_else(values: set[str]) -> None:
    filled = _fill("key", values)
    assert set(filled.values()) == values
    assert len(filled) == _places_for(values)
