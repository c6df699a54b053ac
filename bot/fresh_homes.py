"""Looks every few seconds whether a Home that is open in front of somebody is still true."""

import contextlib
from collections.abc import Callable

from bot.clock import Clock
from handlers.home.freshen import find_stale, freshen
from storage import audit
from storage.database import Busy, Database

LOOK_SECONDS = 2


class FreshHomes:
    """Follows the audit, in which every change is a row. What was changed before this process began is on Home when
    it is opened."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], object]) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake
        self._followed_to: int | None = None

    def look(self) -> None:
        """One look; a memory that is busy is looked at again next time."""
        with contextlib.suppress(Busy):
            self._look()

    def _look(self) -> None:
        now = self._clock.now()
        with self._database.read() as session:
            if self._followed_to is None:
                self._followed_to = audit.find_newest(session)
            last, stale = find_stale(session, now, self._followed_to)
        if stale:
            with self._database.write() as session:
                freshen(session, now, stale)
            self._wake()
        self._followed_to = last
