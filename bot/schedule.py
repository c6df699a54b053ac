"""The clock only ticks: a few jobs that look at what is due. What is due is a row, never a job."""

from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler

from bot.clock import Clock
from bot.outbox import Sender
from storage import claims, drafts, leaves, tellings
from storage.database import Database

SWEEP_SECONDS = 10
TIDY_SECONDS = 3600


class Schedule:
    """Ticks in memory. After a restart the rows still say what is due."""

    def __init__(self, database: Database, sender: Sender, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        # However late a tick is, it still runs, once: the defaults drop one that is a second late.
        defaults = {"coalesce": True, "misfire_grace_time": None, "max_instances": 1}
        self._ticks = BackgroundScheduler(timezone="UTC", job_defaults=defaults)
        self._ticks.add_job(sender.sweep, "interval", seconds=SWEEP_SECONDS)
        self._ticks.add_job(self.tidy, "interval", seconds=TIDY_SECONDS)

    @property
    def is_running(self) -> bool:
        return bool(self._ticks.running)

    def every(self, seconds: float, work: Callable[[], None]) -> None:
        """Do this now and again, for as long as the schedule runs."""
        self._ticks.add_job(work, "interval", seconds=seconds)

    def start(self) -> None:
        self.tidy()
        self._ticks.start()

    def stop(self) -> None:
        if self._ticks.running:
            self._ticks.shutdown(wait=True)

    def tidy(self) -> None:
        """Drop drafts older than a day, claims no delivery can repeat any more, leaves that are over, and what was told
        last month."""
        now = self._clock.now()
        with self._database.write() as session:
            drafts.drop_old(session, now)
            claims.drop_old(session, now)
            leaves.drop_old(session, now.date())
            tellings.drop_old(session, now.date())
