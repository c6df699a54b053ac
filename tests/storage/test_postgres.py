"""PostgreSQL under several processes: two at once end as if one had come after the other."""

import gc
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from functools import partial

import psycopg
import pytest
import sqlalchemy as sa
from sqlmodel import Session, select

from storage import claims, outbox, postgres, schools
from storage.database import Busy, Database
from storage.outbox import Post, State
from storage.schools import School

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)
Pair = tuple[Database, Database]


@pytest.fixture
def pair(server: str, database_url: str) -> Iterator[Pair]:
    """The same memory, as two processes have it: neither knows of the other's queue."""
    with ExitStack() as opened:
        yield tuple(opened.enter_context(closing(Database(database_url))) for _ in range(2))  # type: ignore[misc]


def at_once(*works: Callable[[], object]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def count_schools(session: Session) -> int:
    return session.exec(select(sa.func.count()).select_from(School)).one()


@pytest.mark.parametrize("url", ["postgres://db/roundtable", "postgresql://db/roundtable"])
def test_the_driver_need_not_be_named(url: str) -> None:
    assert postgres.spell(url).render_as_string() == "postgresql+psycopg://db/roundtable"
    assert postgres.spell("sqlite:///roundtable.db").drivername == "sqlite"


def test_who_writes_knows_all_that_was_written_before(pair: Pair) -> None:
    def add_some(database: Database) -> None:
        for _ in range(10):
            with database.write() as session:
                schools.add_school(session, School(name=f"School {count_schools(session)}"))

    at_once(*(partial(add_some, database) for database in pair))
    with pair[0].read() as session:
        names = {school.name for school in schools.list_schools(session)}
    assert names == {f"School {number}" for number in range(20)}


def test_a_delivery_that_reaches_two_processes_is_acted_on_once(pair: Pair) -> None:
    acted: list[str] = []

    def act(session: Session, key: str) -> str | None:
        if claims.find_claim(session, key) is not None:
            return None
        claims.add_claim(session, key, NOON, "", {})
        return key

    def deliver(database: Database) -> None:
        for number in range(20):
            with database.write() as session:
                done = act(session, f"event:{number}")
            acted.extend([done] if done else [])

    at_once(*(partial(deliver, database) for database in pair))
    assert sorted(acted) == sorted(f"event:{number}" for number in range(20))


def test_a_row_of_the_outbox_is_taken_by_one_of_two(pair: Pair) -> None:
    with pair[0].write() as session:
        rows = [
            outbox.add_post(session, Post(queue=f"C{number % 7}", about="a.b", made_at=NOON, not_before=NOON)).id
            for number in range(20)
        ]
    taken: list[int] = []

    def take(database: Database) -> None:
        for row in rows:
            with database.write() as session:
                post = outbox.claim(session, row, NOON)
            taken.extend([row] if post else [])

    at_once(*(partial(take, database) for database in pair))
    assert sorted(taken) == rows[:7]  # the first of each queue


def test_who_dies_is_found_by_one_of_two(pair: Pair) -> None:
    with pair[0].write() as session:
        row = outbox.add_post(session, Post(queue="C1", about="a.b", made_at=NOON, not_before=NOON)).id
        outbox.claim(session, row, NOON)
    with pair[0].read() as session:
        (left,) = outbox.list_unsettled(session)
    back = []
    for database in pair:
        with database.write() as session:
            back.append(outbox.take_back(session, left, NOON))
    assert back == [True, False]
    with pair[0].read() as session:
        assert outbox.get_post(session, row).state == State.WAITING


def test_a_process_that_writes_too_long_makes_the_others_busy_and_nothing_more(pair: Pair) -> None:
    with pair[0].write() as session:
        schools.add_school(session, School(name="Juniper Hollow"))
        with pytest.raises(Busy), pair[1].write():
            pass
    with pair[1].write() as session:
        assert count_schools(session) == 1


def test_a_row_that_an_operator_holds_makes_it_busy_and_nothing_more(pair: Pair, database_url: str) -> None:
    with pair[0].write() as session:
        school = schools.add_school(session, School(name="Juniper Hollow")).id
    with psycopg.connect(database_url) as other:
        other.execute("SELECT 1 FROM schools FOR UPDATE")
        with pytest.raises(Busy), pair[0].write() as session:
            session.get_one(School, school).name = "Birch Hollow"
        other.rollback()
    with pair[0].read() as session:
        assert session.get_one(School, school).name == "Juniper Hollow"


def test_a_reader_keeps_one_view_and_can_change_nothing(pair: Pair) -> None:
    with pair[0].read() as session:
        before = count_schools(session)
        with pair[1].write() as writing:
            schools.add_school(writing, School(name="Juniper Hollow"))
        assert count_schools(session) == before == 0
        with pytest.raises(sa.exc.DBAPIError):
            schools.add_school(session, School(name="Birch Hollow"))


def test_who_reads_while_it_closes_leaves_no_connection_open(pair: Pair) -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        with pair[0].read() as before, pair[0].read() as late:
            count_schools(before)
            pair[0].close()
            count_schools(late)
        del before, late
        gc.collect()
    assert [str(one.message) for one in said] == []


def test_a_server_that_was_started_again_is_met_anew(pair: Pair, database_url: str) -> None:
    for _ in range(2):
        with pair[0].read() as session:
            assert count_schools(session) == 0
        with psycopg.connect(database_url, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE application_name = 'roundtable' AND datname = current_database()"  # others test beside us
            )
