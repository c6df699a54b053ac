"""Every half minute: finds the teams whose wins of the week are to be gathered, and queues each one's post."""

import logging
from collections.abc import Callable

from bot.apologies import shown
from bot.batches import in_batches
from bot.clock import Clock
from handlers.checkins import wins as gathering
from storage import wins
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

EVERY_SECONDS = 30


class Wins:
    """A week's post is claimed and queued in one transaction, so that no crash loses it or doubles it."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], object]) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake

    def tick(self) -> None:
        """Queue what is due. Whatever a busy memory leaves over is found again by the next tick."""
        try:
            self.gather()
        except Busy:
            log.warning("wins: the memory is busy")
        except Exception as error:  # the next tick must still come
            log.error("wins: %s", shown(error))

    def gather(self) -> int:
        """Returns how many teams are told."""
        now = self._clock.now()
        with self._database.read() as session:
            due = gathering.find_teams(session, now)
        told = 0
        for claimed in in_batches(self._database, due, lambda session, batch: wins.claim(session, batch, now)):
            told += claimed
            self._wake()
        return told
