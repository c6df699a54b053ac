"""The huddles' clock: claims what is due, and does the work that each team's huddle takes."""

import logging
import threading
from collections.abc import Callable

from slack_sdk import WebClient
from sqlmodel import Session

from bot.apologies import shown
from bot.claims import Claim, claim_all
from bot.clock import Clock
from bot.huddle_threads import HuddleThreads
from handlers.conversation import Request
from handlers.huddles import begin, due, endings, nudge, planning, queueing, steps
from storage import huddle_plans
from storage.database import Busy, Database

log = logging.getLogger("roundtable")

TICK_SECONDS = 10

PLANS = Claim(planning.find_plans, steps.keep, steps.put_off)
HUDDLES = Claim(due.find_huddles, steps.keep, steps.put_off)
NUDGES = Claim(due.find_nudges, steps.keep, steps.put_off)
ENDINGS = Claim(endings.find_endings, endings.keep, endings.put_off)


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
        """A plan that fits comes before what is due by it, and a huddle is more pressing than the rest."""
        for claim in (PLANS, HUDDLES, NUDGES):
            claim_all(self._database, claim, self._clock.now(), self._wake)
        claim_all(self._database, ENDINGS, self._clock.now(), self._wake)

    def _announce_next(self) -> None:
        """So that a visitor of the practice workspace can go there."""
        if self._clock.is_practice:
            with self._database.read() as session:
                soonest = huddle_plans.find_soonest(session)
            if soonest is not None:
                self._clock.announce("the next huddle", soonest)


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
