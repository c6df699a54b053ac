"""Claims what is due: decided about in a view of the memory, and kept in short transactions, batch by batch."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Generic, Protocol, TypeVar

from sqlmodel import Session

from bot.apologies import shown
from bot.batches import in_batches
from storage.database import Database

log = logging.getLogger("roundtable")

MOST_AT_ONCE = 1000  # looked at
AT_FIRST = 400  # kept: a fortieth of a second
PUT_OFF = timedelta(minutes=10)


class Decided(Protocol):
    @property
    def error(self) -> Exception | None:
        """Why nothing could be decided."""


One = TypeVar("One", bound=Decided)


@dataclass(frozen=True, slots=True)
class Claim(Generic[One]):
    """A kind of thing that falls due: how it is found, kept, and put off where it is broken."""

    find: Callable[[Session, datetime, int], Sequence[One]]
    keep: Callable[[Session, Sequence[One]], int]
    put_off: Callable[[Session, One, datetime], None]


def claim_all(database: Database, claim: Claim[One], now: datetime, wake: Callable[[], None]) -> None:
    """Until nothing is due, or nothing of it is ours to keep: another process may have it in hand."""
    kept = True
    while kept:
        with database.read() as session:
            found = claim.find(session, now, MOST_AT_ONCE)
        kept = False
        for count in in_batches(database, found, partial(_keep, claim, now), AT_FIRST):
            kept = kept or count > 0
            wake()


def _keep(claim: Claim[One], now: datetime, session: Session, batch: Sequence[One]) -> int:
    """Returns how many. Where one breaks it is put off, and the others do not wait for it."""
    try:
        with session.begin_nested():
            for broken in (one.error for one in batch if one.error is not None):
                raise broken
            return claim.keep(session, batch)
    except Exception as error:
        if len(batch) > 1:
            half = len(batch) // 2
            return sum(_keep(claim, now, session, part) for part in (batch[:half], batch[half:]))
        log.error("claims: %s", shown(error))
        claim.put_off(session, batch[0], now + PUT_OFF)
        return 0
