"""Rows by the hundred, laid down and changed as plain values: as if each had been stored by itself."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from storage import outbox
from storage.calendar import CalendarEntry
from storage.database import Database
from storage.outbox import Act, Post
from storage.rows import change_all, lay_down_all
from storage.schools import School

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=5)
POSTS = st.lists(
    st.fixed_dictionaries(
        {
            "queue": WORDS,
            "about": WORDS,
            "ids": st.dictionaries(WORDS, st.integers(0, 9), max_size=2),
            "act": st.sampled_from(Act),
            "made_at": st.integers(0, 3).map(lambda days: NOON + timedelta(days=days)),
            "not_before": st.just(NOON),
            "claimed_at": st.sampled_from([None, NOON]),
        }
    ),
    max_size=6,
)


def _laid(session: Session) -> list[dict[str, Any]]:
    rows = session.exec(select(Post).order_by(col(Post.id))).all()
    return [row.model_dump(exclude={"id"}) for row in rows]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(rows=POSTS)
def test_many_are_as_each_by_itself(database: Database, rows: Sequence[Mapping[str, Any]]) -> None:
    with database.write() as session:
        session.execute(sa.delete(Post))
        lay_down_all(session, Post, rows)
    with database.read() as session:
        assert _laid(session) == [Post(**row).model_dump(exclude={"id"}) for row in rows]


def test_each_row_is_changed_by_its_key_and_no_other(database: Database) -> None:
    with database.write() as session:
        lay_down_all(session, School, [{"name": name} for name in ("Alder", "Birch", "Cedar")])
        change_all(session, School, [{"id": 3, "name": "Cedarwood", "day_first": True}])
        change_all(session, School, [])
    with database.read() as session:
        kept = session.exec(select(School.name, School.day_first).order_by(col(School.id))).all()
    assert kept == [("Alder", False), ("Birch", False), ("Cedarwood", True)]


def test_rows_that_lack_a_value_are_refused(database: Database) -> None:
    with database.write() as session, pytest.raises(KeyError):
        lay_down_all(session, School, [{"name": "Alder", "day_first": True}, {"name": "Birch"}])


def test_a_row_that_breaks_a_rule_is_refused_without_anybodys_words(database: Database) -> None:
    of_no_school = {"school_id": 9, "name": "Snow", "starts_on": NOON, "ends_on": NOON, "set_by": "U1", "set_at": NOON}
    with pytest.raises(sa.exc.IntegrityError) as refused, database.write() as session:
        lay_down_all(session, CalendarEntry, [of_no_school])
    assert "Snow" not in str(refused.value)


def test_queued_posts_wake_the_sender(database: Database) -> None:
    row = {"queue": "C1", "about": "huddles.open", "made_at": NOON, "not_before": NOON}
    with database.write() as session:
        outbox.add_posts(session, [])
        assert "posts" not in session.info
        outbox.add_posts(session, [row])
        assert session.info["posts"]
