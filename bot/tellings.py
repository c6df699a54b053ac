"""Every half minute: finds who is to be told of what is due, and queues each one's message."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, TypeVar

from sqlmodel import Session

from bot.apologies import shown
from bot.batches import in_batches
from bot.clock import Clock
from handlers.checkins import wins as gathering
from handlers.followups import remind
from storage import reminders, wins
from storage.database import Busy, Database
from storage.reminders import Owed
from storage.wins import Winning

log = logging.getLogger("roundtable")

EVERY_SECONDS = 30

One = TypeVar("One")


class Tellings(Generic[One]):
    """A message is claimed and queued in one transaction, so that no crash loses it or doubles it."""

    def __init__(
        self,
        name: str,
        find: Callable[[Session, datetime], Sequence[One]],
        claim: Callable[[Session, Sequence[One], datetime], int],
        database: Database,
        clock: Clock,
        wake: Callable[[], object],
    ) -> None:
        self._name = name
        self._find = find
        self._claim = claim
        self._database = database
        self._clock = clock
        self._wake = wake

    def tick(self) -> None:
        """Queue what is due. Whatever a busy memory leaves over is found again by the next tick."""
        try:
            self.tell()
        except Busy:
            log.warning("%s: the memory is busy", self._name)
        except Exception as error:  # the next tick must still come
            log.error("%s: %s", self._name, shown(error))

    def tell(self) -> int:
        """Returns how many are told."""
        now = self._clock.now()
        with self._database.read() as session:
            due = self._find(session, now)
        told = 0
        for claimed in in_batches(self._database, due, lambda session, batch: self._claim(session, batch, now)):
            told += claimed
            self._wake()
        return told


def tell_owners(database: Database, clock: Clock, wake: Callable[[], object]) -> Tellings[Owed]:
    """In school hours, each owner's one message of the day about their follow-ups."""
    return Tellings("reminders", remind.find_people, reminders.claim, database, clock, wake)


def tell_wins(database: Database, clock: Clock, wake: Callable[[], object]) -> Tellings[Winning]:
    """At the end of the week, each team's one post of what went well."""
    return Tellings("wins", gathering.find_teams, wins.claim, database, clock, wake)
