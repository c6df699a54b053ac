"""The memory itself: one writer at a time, readers in nobody's way, and settings that survive power loss."""

import sqlite3
import stat
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from storage import claims, together
from storage.database import Busy, Database

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)


def pragma(database: Database, name: str) -> object:
    with database.write() as session:
        return session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()


@pytest.mark.usefixtures("database_path")
def test_writes_are_kept_in_wal_with_full_synchronisation(database: Database) -> None:
    assert (pragma(database, "journal_mode"), pragma(database, "synchronous")) == ("wal", 2)


@pytest.mark.usefixtures("database_path")
def test_foreign_keys_are_on(database: Database) -> None:
    assert pragma(database, "foreign_keys") == 1


def test_twenty_threads_that_read_and_then_write_lose_nothing(database: Database) -> None:
    def work(name: int) -> None:
        for number in range(10):
            with database.write() as session:
                assert claims.find_claim(session, f"{name}:{number}") is None
                claims.add_claim(session, f"{name}:{number}", NOON, "", {})

    threads = [threading.Thread(target=work, args=(name,)) for name in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as session:
        assert session.connection().execute(sa.select(sa.func.count()).select_from(claims.Claim)).scalar() == 200


def test_a_reader_is_not_kept_waiting_by_a_writer(database: Database) -> None:
    with database.write() as writing:
        claims.add_claim(writing, "mine", NOON, "", {})
        with database.read() as reading:
            assert claims.find_claim(reading, "mine") is None


def test_a_block_that_raises_changes_nothing(database: Database) -> None:
    with pytest.raises(ZeroDivisionError), database.write() as session:
        claims.add_claim(session, "mine", NOON, "", {})
        raise ZeroDivisionError
    with database.read() as session:
        assert claims.find_claim(session, "mine") is None


def test_another_process_that_holds_the_database_makes_it_busy_and_nothing_more(
    database: Database, database_path: Path
) -> None:
    with closing(sqlite3.connect(database_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy), database.write():
            pass
        other.execute("ROLLBACK")
    with database.write() as session:
        claims.add_claim(session, "afterwards", NOON, "", {})


def test_an_error_repeats_no_words(database: Database) -> None:
    with pytest.raises(sa.exc.IntegrityError) as raised, database.write() as session:
        for _ in range(2):
            claims.add_claim(session, "twice", NOON, "Marigold Canary", {})
    assert "Marigold" not in str(raised.value)


def test_the_files_are_readable_by_their_owner_alone(database: Database, database_path: Path) -> None:
    """PRV-41, as far as the files go: SQLite lays -wal and -shm beside the database with the same mode."""
    with database.write() as session:
        claims.add_claim(session, "mine", NOON, "", {})
    beside = [database_path, Path(f"{database_path}-wal"), Path(f"{database_path}-shm")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in beside} == {0o600}


@pytest.mark.parametrize("seconds", [0.0, 5.0])
def test_closing_waits_for_who_is_writing_and_keeps_what_was_left_to_it(
    database: Database, monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    monkeypatch.setattr(together, "LONGEST_SECONDS", seconds)  # how long a commit may be left to the next in line
    has_begun, is_closing = threading.Event(), threading.Event()

    def write() -> None:
        with database.write() as session:
            has_begun.set()
            is_closing.wait(5)
            claims.add_claim(session, "1", NOON, "", {})

    writer = threading.Thread(target=write)
    writer.start()
    has_begun.wait(5)
    threading.Timer(0.1, is_closing.set).start()
    database.close()
    writer.join(5)
    assert not writer.is_alive()
    with database.read() as session:
        assert claims.find_claim(session, "1") is not None
