"""SQLite, where one bot keeps one file: transactions begun and ended by us, and settings that survive power loss."""

import sqlite3
from functools import partial
from typing import Any

import sqlalchemy as sa

WAITS_SECONDS = 1.5


def make_engine(url: sa.URL, *, writes: bool, **options: Any) -> sa.Engine:
    engine = sa.create_engine(url, connect_args={"timeout": WAITS_SECONDS, "check_same_thread": False}, **options)
    sa.event.listen(engine, "connect", _prepare)
    # Begun by us: the driver's own BEGIN comes late and deferred, and a deferred reader that turns writer fails
    # at once with "database is locked", whatever the time-out.
    sa.event.listen(engine, "begin", lambda connection: _say(connection, "BEGIN IMMEDIATE" if writes else "BEGIN"))
    # Ended by us: the driver's own commit is content where a full disk has undone the transaction by itself.
    sa.event.listen(engine, "commit", lambda connection: _say(connection, "COMMIT"))
    # Savepoints too: put together by the engine, each costs as much as three questions.
    words = {"do_savepoint": "SAVEPOINT", "do_release_savepoint": "RELEASE", "do_rollback_to_savepoint": "ROLLBACK TO"}
    for name, word in words.items():
        setattr(engine.dialect, name, partial(_say_of_savepoint, word))
    return engine


def _say_of_savepoint(word: str, connection: sa.Connection, name: str) -> None:
    _say(connection, f"{word} {name}")


def _say(connection: sa.Connection, words: str) -> None:
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(words)
    except sqlite3.Error as error:
        raise sa.exc.OperationalError(words, None, error) from error


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")  # NORMAL may lose the last commits at power loss
    connection.execute("PRAGMA wal_autocheckpoint=4000")  # a check-in writes twenty pages, most of them again and again
    connection.execute("PRAGMA cache_size=-8000")  # kibibytes
    connection.execute("PRAGMA temp_store=MEMORY")  # a savepoint's pages too, else they go to a file beyond 64 KiB
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA busy_timeout={int(WAITS_SECONDS * 1000)}")
