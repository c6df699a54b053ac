"""The huddles' clock: claims what is due, batch by batch, and does the work that each team's huddle takes."""

import logging
import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from slack_sdk import WebClient
from sqlmodel import Session

from bot.apologies import shown
from bot.clock import Clock
from bot.huddle_threads import HuddleThreads
from handlers.conversation import Request
from handlers.huddles import begin, due, nudge, planning, queueing
from storage import huddle_plans, huddles
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

TICK_SECONDS = 10
PUT_OFF = timedelta(minutes=10)
MOST_ROUNDS = 10_000  # in one tick; what is left comes with the next
Claim = Callable[[Session, datetime, int], int]


class HuddleClock:
    """Looks every few seconds whether a row is due. Several processes may: a row is claimed once."""

    def __init__(self, database: Database, clock: Clock, wake: Callable[[], None]) -> None:
        self._database = database
        self._clock = clock
        self._wake = wake
        self._ticking = threading.Lock()

    def tick(self) -> None:
        """Claim all that is due. A jump of the clock may call it while it runs: once more then, afterwards."""
        with self._ticking:
            try:
                self._claim_all()
                self._announce_next()
            except Busy:
                log.warning("huddles: the memory is busy")
            except Exception as error:  # the next tick must still come
                log.error("huddles: %s", shown(error))

    def jump(self) -> None:
        """The practice clock was moved: whatever is due by now is due at once, huddles or not."""
        self.tick()
        self._wake()

    def _claim_all(self) -> None:
        now = self._clock.now()
        with self._database.read() as session:
            has_plans = huddle_plans.has_work(session, now)
            has_endings = huddles.has_ending(session, now)
        if has_plans:
            for claim in (planning.make_plans, due.claim_nudges, due.claim_huddles):
                self._until_none(claim, now)
        if has_endings:
            self._until_none(due.claim_endings, now)
        if has_plans or has_endings:
            self._wake()

    def _announce_next(self) -> None:
        """So that a visitor of the practice workspace can go there."""
        if self._clock.is_practice:
            with self._database.read() as session:
                soonest = huddle_plans.find_soonest(session)
            if soonest is not None:
                self._clock.announce("the next huddle", soonest)

    def _until_none(self, claim: Claim, now: datetime) -> None:
        """Batch by batch. Where one breaks, team by team: the others must not wait for it."""
        most = huddle_plans.MOST_AT_ONCE
        for _ in range(MOST_ROUNDS):
            try:
                with self._database.write() as session:
                    if not claim(session, now, most):
                        return
            except Busy:
                raise
            except Exception as error:
                if most == 1:
                    log.error("huddles: %s", shown(error))
                    if claim is not due.claim_huddles:
                        return
                    self._put_off(now)
                most = 1

    def _put_off(self, now: datetime) -> None:
        """The one whose turn it was waits a while."""
        with self._database.write() as session:
            huddle_plans.put_off_soonest(session, now + PUT_OFF)


def works_of(client: WebClient, database: Database) -> dict[str, Callable[[Request], None]]:
    """The works by name, as rows of the outbox call for them. What each changes is one transaction."""
    return {
        queueing.CLOSE: HuddleThreads(client, database).close,
        queueing.OPEN: _in_one(database, begin.begin),
        queueing.NUDGE: _in_one(database, nudge.nudge),
    }


def _in_one(database: Database, work: Callable[[Request, Session], None]) -> Callable[[Request], None]:
    def do(request: Request) -> None:
        with database.write() as session:
            work(request, session)

    return do
