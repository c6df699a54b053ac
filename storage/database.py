"""Opens the memory: one queue for writers, snapshots for readers, settings that survive power loss."""

import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from storage import postgres

BUSY_SECONDS = 1.5
STEP_ASIDE_SECONDS = 0.01  # at first, where another process came between; then twice as long, and so on

T = TypeVar("T")


class Busy(Exception):
    """The database could not be written within 1.5 s. Nothing was changed; the person may try again."""


class CameBetween(Busy):
    """Another process changed what this change had read. Nothing was changed; done again, it will see the new."""


class Database:
    """Two ways in: `write()`, one at a time, committed on leaving; and `read()`, many at once, a fixed view.

    Writers queue on one lock in this process before SQLite's own, because SQLite's retry loop is unfair: with
    20 threads the slowest hundredth waits 3-7 ms behind the lock and 22-54 ms without (docs/architecture.md).
    """

    def __init__(self, url: str) -> None:
        self.url = postgres.spell(url)
        self._queue = threading.Lock()
        self._writing = _engine(self.url, "BEGIN IMMEDIATE", pool_size=1)
        self._reading = _engine(self.url, "BEGIN", pool_size=20)
        # Once, before there are threads: a file turns to WAL without waiting and fails where somebody else has it open.
        self._writing.connect().close()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, undone when it raises. Raises Busy, changing nothing."""
        if not self._queue.acquire(timeout=BUSY_SECONDS):
            raise Busy
        try:
            with _others_named(), Session(self._writing, expire_on_commit=False) as session:
                with _busy_named():
                    session.connection()
                yield session
                session.commit()
        finally:
            self._queue.release()

    def change(self, work: Callable[[Session], T]) -> T:
        """Do this in one transaction, and again from its start where another process came between. Raises Busy.

        On SQLite nobody comes between: there, and in one process, writers wait for each other instead.
        """
        until, step = time.monotonic() + BUSY_SECONDS, STEP_ASIDE_SECONDS
        while True:
            try:
                with self.write() as session:
                    return work(session)
            except CameBetween:
                if time.monotonic() > until:
                    raise
            time.sleep(random.uniform(0, step))  # noqa: S311  # so that two do not meet again and again
            step *= 2

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One fixed view of the memory, which nobody's writing delays. Changes made in it are thrown away."""
        with Session(self._reading, expire_on_commit=False, autoflush=False) as session:
            yield session  # closing undoes whatever was begun, and leaves what was read readable

    def close(self) -> None:
        self._writing.dispose()
        self._reading.dispose()


@contextmanager
def _busy_named() -> Iterator[None]:
    try:
        yield
    except (sa.exc.OperationalError, StaleDataError) as error:
        raise Busy from error


@contextmanager
def _others_named() -> Iterator[None]:
    """PostgreSQL turns away one of two who would each have to come first; the other one is already done."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        code = postgres.code_of(error)
        if code in postgres.CAME_BETWEEN:
            raise CameBetween from error
        if code in postgres.KEPT_WAITING:
            raise Busy from error
        raise


def _engine(url: sa.URL, begin: str, pool_size: int) -> sa.Engine:
    # hide_parameters: an error must never carry what somebody wrote about a child into a log.
    options: dict[str, Any] = {"hide_parameters": True, "pool_size": pool_size, "max_overflow": 10}
    if url.get_backend_name() == "postgresql":
        return postgres.make_engine(url, writes="IMMEDIATE" in begin, **options)
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False}, **options)
    sa.event.listen(engine, "connect", _prepare_sqlite)
    # Begun by us: the driver's own BEGIN comes late and deferred, and a deferred reader that turns writer fails
    # at once with "database is locked", whatever the time-out.
    sa.event.listen(engine, "begin", lambda connection: _begin(connection, begin))
    return engine


def _begin(connection: sa.Connection, begin: str) -> None:
    cursor = connection.connection.cursor()
    try:
        cursor.execute(begin)
    except sqlite3.Error as error:
        raise sa.exc.OperationalError(begin, None, error) from error
    finally:
        cursor.close()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")  # NORMAL may lose the last commits at power loss
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")


def keep_to_owner(url: str) -> None:
    """Make the SQLite file, and the two that SQLite lays beside it, readable by their owner alone (PRV-41)."""
    name = sa.make_url(url).database
    if not url.startswith("sqlite") or not name:
        return
    path = Path(name)
    path.touch(mode=0o600, exist_ok=True)
    for beside in (path, Path(f"{name}-wal"), Path(f"{name}-shm")):
        if beside.exists():
            beside.chmod(0o600)
