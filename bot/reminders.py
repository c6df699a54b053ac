"""Every half minute in school hours: finds whose follow-ups are due and queues each owner's one message of the day."""

import logging
from collections.abc import Callable

from bot.apologies import shown
from bot.batches import in_batches
from bot.clock import Clock
from handlers.followups import remind
from storage import reminders
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

EVERY_SECONDS = 30


class Reminders:
    """A day's message is claimed and queued in one transaction, so that no crash loses it or doubles it."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], object]) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake

    def tick(self) -> None:
        """Queue what is due. Whatever a busy memory leaves over is found again by the next tick."""
        try:
            self.remind()
        except Busy:
            log.warning("reminders: the memory is busy")
        except Exception as error:  # the next tick must still come
            log.error("reminders: %s", shown(error))

    def remind(self) -> int:
        """Returns how many people are told."""
        now = self._clock.now()
        with self._database.read() as session:
            due = remind.find_people(session, now)
        told = 0
        for claimed in in_batches(self._database, due, lambda session, batch: reminders.claim(session, batch, now)):
            told += claimed
            self._wake()
        return told
