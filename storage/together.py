"""Changes of several writers in one durable commit: each one's whole or not at all, and none confirmed before it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlmodel import Session

from storage.prepared import hold_line
from storage.turns import Place

MOST_WRITERS = 32
LONGEST_SECONDS = 0.02  # the first of them waits for the last

T = TypeVar("T")


class Lost(Exception):
    """The commit that was to keep this change, and perhaps others' with it, failed. Nothing was changed."""


class Errand(Place, Generic[T]):
    """One writer's part, which whoever has the turn may do."""

    def __init__(self, part: Callable[[Session], T]) -> None:
        super().__init__(can_be_done=True)
        self.part = part
        self.together: Together | None = None  # in which it was done; None where the turn came instead
        self.error: BaseException | None = None
        self.answer: T


class Together:
    """One transaction that writers join one after the other, each in a savepoint of its own. Raises what begins it."""

    def __init__(self, connection: sa.Connection, most: int = MOST_WRITERS) -> None:
        self._connection = connection
        self._most = most
        self._transaction = connection.begin()
        self._until = time.monotonic() + LONGEST_SECONDS
        self._writers = 0
        self._open = threading.Lock()  # held until the commit; whoever waits for that takes it and lets it go
        self._open.acquire()
        self._error: BaseException | None = None
        self._errands: list[Errand[Any]] = []  # done here, and waited for

    @property
    def has_room(self) -> bool:
        """Whether another writer may join."""
        return self._transaction.is_active and self._writers < self._most and time.monotonic() < self._until

    @property
    def is_shared(self) -> bool:
        return self._writers > 1

    @contextmanager
    def join(self) -> Iterator[Session]:
        """One writer's part, undone alone when it raises."""
        part = self._connection.begin_nested() if self._writers else self._transaction
        try:
            with Session(self._connection, expire_on_commit=False, join_transaction_mode="rollback_only") as session:
                hold_line(session, self._connection)
                yield session
                session.flush()
            if self._writers:
                part.commit()
        except BaseException:
            self._undo(part)
            raise
        self._writers += 1

    def run(self, errand: Errand[Any]) -> None:
        """Do the part of one who waits until it is kept; where it raises, they wait no longer."""
        errand.together = self
        try:
            with self.join() as session:
                errand.answer = errand.part(session)
        except BaseException as error:
            errand.error = error
            errand.wake()
        else:
            self._errands.append(errand)

    def collect(self, errand: Errand[T]) -> T:
        """What came of a part that was run here, once it was woken. Raises what the part raised, and as `settle`."""
        error, errand.error = errand.error, None
        if error is not None:
            try:
                raise error
            finally:
                del error  # which holds this frame, and would be held by it until the garbage is collected
        self._confirm()
        return errand.answer

    def commit(self) -> None:
        """Keep what was written; `settle` says whether it was."""
        try:
            if self._transaction.is_active:
                self._transaction.commit()
            elif self._writers:
                raise Lost
        except BaseException as error:
            self._error = error
        finally:
            self._open.release()
            errands, self._errands = self._errands, []  # nothing of theirs stays here once they go on
            for errand in errands:
                errand.wake()

    @property
    def is_lost(self) -> bool:
        return self._error is not None

    def settle(self) -> None:
        """Wait until what was written is kept. Raises Lost where it is not; to a sole writer, what went wrong."""
        with self._open:
            pass
        self._confirm()

    def _confirm(self) -> None:
        if self._error is not None:
            raise self._error if self._writers == 1 else Lost from self._error

    def _undo(self, part: sa.Transaction) -> None:
        """A disk that is full undoes the whole transaction by itself: then there is no savepoint to go back to."""
        try:
            if part.is_active:
                part.rollback()
        except Exception:
            self._transaction.close()
