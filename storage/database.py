"""Opens the memory: one queue for writers, snapshots for readers, settings that survive power loss."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm.exc import StaleDataError
from sqlmodel import Session

from storage import postgres, sqlite
from storage.together import MOST_WRITERS, Errand, Together
from storage.turns import Turns

BUSY_SECONDS = 1.5
MOMENT_SECONDS = 0.001

T = TypeVar("T")


class Busy(Exception):
    """The database could not be written within 1.5 s. Nothing was changed; the person may try again."""


class Database:
    """Two ways in: `write()` or `change()`, one at a time, kept on leaving; and `read()`, many at once, a fixed view.

    Writers stand in a line in this process before SQLite's own, because SQLite's retry loop is unfair: with
    20 threads the slowest hundredth waits 3-7 ms in line and 22-54 ms without (docs/architecture.md). Whoever is done
    while others wait leaves the commit to them, so that a slow disk is asked once for many (docs/decisions/0007).
    On PostgreSQL processes stand in line in the same way, behind the server's own lock (docs/decisions/0008).
    """

    def __init__(self, url: str) -> None:
        self.url = postgres.spell(url)
        self._turns = Turns()
        self._together: Together | None = None
        self._held: sa.Connection | None = None  # the writers', kept between them
        self._was_shared = False  # the commit before
        self._is_closed = False
        self._is_file = self.url.get_backend_name() == "sqlite"
        self._writing = _engine(self.url, writes=True, pool_size=1)
        self._reading = _engine(self.url, writes=False, pool_size=20)
        # Once, before there are threads: a file turns to WAL without waiting and fails where somebody else has it open.
        self._writing.connect().close()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: kept for good when the block has ended, undone when it raises.

        Raises Busy or together.Lost, changing nothing.
        """
        if not self._turns.take(BUSY_SECONDS):
            raise Busy
        with self._in_turn() as session:
            yield session

    def change(self, part: Callable[[Session], T]) -> T:
        """The same for a part that whoever is writing may do along with theirs; returns what it returns.

        Where many write it is quicker: one thread goes from part to part while the others sleep. It takes no lock,
        as nobody knows which that thread already holds.
        """
        errand = Errand(part)
        if not self._turns.take(BUSY_SECONDS, errand):
            raise Busy
        if errand.together is None:
            with self._in_turn() as session:
                return part(session)
        return errand.together.collect(errand)

    @contextmanager
    def _in_turn(self) -> Iterator[Session]:
        is_done = False
        try:
            together = self._begin()
            with together.join() as session:
                yield session
            is_done = True
        except sa.exc.DBAPIError as error:
            if postgres.has_waited(error):  # for somebody who is no Roundtable, and holds a row or a table
                raise Busy from error
            raise
        finally:
            # Whoever raises is told at once, and works for nobody: an error would lead on to the one handled here.
            self._end_turn(to_work=is_done)
        together.settle()

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One fixed view of the memory, which nobody's writing delays. Changes made in it are thrown away."""
        pool = self._reading.pool
        try:
            with Session(self._reading, expire_on_commit=False, autoflush=False) as session:
                yield session  # closing undoes whatever was begun, and leaves what was read readable
        finally:
            if self._is_closed:
                self._clear(pool)

    def close(self) -> None:
        """When whoever is writing has ended: SQLite dies with the process where a connection closes under a commit.

        Nobody waits for who is reading: they end with the connection that they have.
        """
        self._is_closed = True
        if self._turns.take(BUSY_SECONDS):
            try:
                if self._together is not None:
                    self._keep()
                self._let_go()
            finally:
                self._turns.end()
        self._writing.dispose()
        self._reading.dispose()

    def _clear(self, pool: sa.Pool) -> None:
        """Whoever read while the memory closed has put a connection back where nobody looks for it any more."""
        for one in (pool, self._reading.pool):  # whichever it was when the first question was asked
            one.dispose()

    def _begin(self) -> Together:
        if self._together is None:
            try:
                self._held = self._held or self._writing.connect()
                # A server has many writers' commits in one by itself, and other processes wait for this one's end.
                self._together = Together(self._held, most=MOST_WRITERS if self._is_file else 1)
            except (sa.exc.OperationalError, StaleDataError) as error:
                raise Busy from error
        return self._together

    def _end_turn(self, *, to_work: bool) -> None:
        """The next in line goes on with the same transaction; where nobody waits, or enough have joined, it is kept."""
        is_handed_on = False
        try:
            is_handed_on = self._hand_on(to_work=to_work)
        finally:
            if not is_handed_on:
                try:
                    self._keep()
                finally:
                    self._turns.end()

    def _hand_on(self, *, to_work: bool) -> bool:
        """Whether somebody has the turn now; `to_work`: parts that can be done here are done first."""
        together = self._together
        while together is not None and together.has_room:
            place = self._turns.call(self._patience(together), to_work=to_work)
            if not (to_work and isinstance(place, Errand)):
                return place is not None
            together.run(place)
        return False

    def _keep(self) -> None:
        """Commit what was written in this turn, and what those before have left to it."""
        together, self._together = self._together, None
        self._was_shared = together is not None and together.is_shared
        if together is not None:
            together.commit()
        if together is None or together.is_lost:
            self._let_go(is_broken=True)
        elif not self._is_file:
            self._let_go()

    def _patience(self, together: Together) -> float:
        """Where many write, the next one is on the way: a moment's wait for them costs less than a commit."""
        return MOMENT_SECONDS if self._was_shared or together.is_shared else 0

    def _let_go(self, *, is_broken: bool = False) -> None:
        """After a failure nobody knows what state the connection is in; between changes a server may start anew."""
        held, self._held = self._held, None
        if held is not None:
            if is_broken:
                held.invalidate()
            held.close()


def _engine(url: sa.URL, *, writes: bool, pool_size: int) -> sa.Engine:
    # hide_parameters: an error must never carry what somebody wrote about a child into a log.
    make = postgres.make_engine if url.get_backend_name() == "postgresql" else sqlite.make_engine
    return make(url, writes=writes, hide_parameters=True, pool_size=pool_size, max_overflow=10)


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
