"""A list of ids handed over as one value means what a place for each would."""

from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from storage.database import Database
from storage.many import is_among
from storage.prepared import Prepared
from storage.schools import School

LAST = 40


@pytest.fixture
def filled(database: Database) -> Database:
    with database.write() as session:
        session.add_all([School(id=number, name=f"School {number}") for number in range(1, LAST + 1)])
    return database


@given(ids=st.lists(st.integers(-5, LAST + 20), max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_those_of_a_list_are_found_and_nobody_else(filled: Database, ids: Sequence[int]) -> None:
    given_later = Prepared(sa.select(col(School.id)).where(is_among(col(School.id), "ids")))
    with filled.read() as session:
        at_once = session.exec(select(School.id).where(is_among(col(School.id), ids))).all()
        later = [one for (one,) in given_later.all(session, {"ids": ids})]
    assert sorted(at_once) == sorted(later) == [one for one in range(1, LAST + 1) if one in ids]


def test_more_ids_than_a_statement_has_places_for(filled: Database) -> None:
    with filled.read() as session:
        found = session.exec(select(School.id).where(is_among(col(School.id), range(100_000)))).all()
    assert len(found) == LAST
