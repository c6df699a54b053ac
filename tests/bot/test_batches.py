"""Writing much in small transactions."""

import pytest
from sqlmodel import Session, select

from bot.batches import LEAST_AT_ONCE, MOST_AT_ONCE, in_batches
from storage import schools
from storage.database import Busy, Database
from storage.schools import School


def _write(session: Session, names: list[str]) -> int:
    for name in names:
        schools.add_school(session, School(name=name))
    return len(names)


def _count(database: Database) -> int:
    with database.read() as session:
        return len(session.exec(select(School.id)).all())


def test_everything_is_written_once_and_in_order(database: Database) -> None:
    names = [f"School {number:04}" for number in range(500)]
    counts = list(in_batches(database, names, _write))
    assert sum(counts) == 500
    assert max(counts) <= MOST_AT_ONCE
    assert counts[0] == LEAST_AT_ONCE
    with database.read() as session:
        assert session.exec(select(School.name).order_by(School.id)).all() == names  # type: ignore[arg-type]


def test_what_a_batch_has_written_is_kept_before_the_next_begins(database: Database) -> None:
    batches = in_batches(database, (f"School {number}" for number in range(LEAST_AT_ONCE + 1)), _write)
    next(batches)
    assert _count(database) == LEAST_AT_ONCE


def test_a_batch_that_fails_leaves_nothing_of_itself(database: Database) -> None:
    def fail(session: Session, names: list[str]) -> int:
        _write(session, names)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        list(in_batches(database, ["School"], fail))
    assert _count(database) == 0


def test_a_busy_moment_is_waited_out(database: Database) -> None:
    tries = []

    def once_busy(session: Session, names: list[str]) -> int:
        tries.append(names)
        if len(tries) == 1:
            raise Busy
        return _write(session, names)

    assert list(in_batches(database, ["School"], once_busy)) == [1]
    assert _count(database) == 1


def test_nothing_to_write_opens_no_transaction(database: Database) -> None:
    assert list(in_batches(database, [], _write)) == []
