"""Sends what the outbox holds: in order in each queue, at Slack's rate, and never twice what Slack already has."""

import logging
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

from bot import apologies, slack
from bot.clock import Clock
from bot.deliver import Deliverer, Undeliverable
from bot.rates import Rates
from storage import outbox
from storage.database import Busy, Database
from storage.outbox import Post

log = logging.getLogger("roundtable")

WORKERS = 8
SWEEP_SECONDS = 10.0
FIRST_RETRY_SECONDS = 1.0
LONGEST_RETRY_SECONDS = 300.0


class Sender:
    """One thread looks for what is due, a few send. A commit wakes it; a sweep finds whatever was missed."""

    def __init__(self, database: Database, deliverer: Deliverer, clock: Clock) -> None:
        self._database = database
        self._deliverer = deliverer
        self._clock = clock
        self._rates = Rates()
        self._busy: set[str] = set()
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="sender")
        self._thread = threading.Thread(target=self._run, name="outbox", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """There is something to send. Called after every commit that queued something."""
        self._wake.set()

    def stop(self) -> None:
        """Finish what is being sent, begin nothing more."""
        self._stopping.set()
        self._wake.set()
        self._thread.join(timeout=5)
        self._workers.shutdown(wait=True)

    def _run(self) -> None:
        self._settle_crash()
        wait = 0.0
        while not self._stopping.is_set():
            self._wake.wait(wait)
            self._wake.clear()
            try:
                wait = self._send_due()
            except Exception as error:  # the loop outlives whatever happens in one round
                log.error("outbox: %s", apologies.name_of(error))
                wait = FIRST_RETRY_SECONDS

    def _settle_crash(self) -> None:
        """Rows that were being sent when the process died: asked of Slack before anything is sent again."""
        with self._database.read() as session:
            unsettled = outbox.list_unsettled(session)
        for post in unsettled:
            self._start(post, claimed=True)

    def _send_due(self) -> float:
        """Hand every due row to a worker; returns how many seconds may pass until there may be more to do."""
        with self._lock:
            busy = set(self._busy)
        with self._database.read() as session:
            due = outbox.list_due(session, self._clock.now(), busy | self._rates.full())
            waits = outbox.find_next(session)
        for post in due:
            self._start(post, claimed=False)
        if self._rates.full():
            return min(SWEEP_SECONDS, self._rates.soonest())
        return SWEEP_SECONDS if waits is None else self._until(waits)

    def _until(self, moment: datetime) -> float:
        return min(SWEEP_SECONDS, max(0.05, (moment - self._clock.now()).total_seconds()))

    def _start(self, post: Post, *, claimed: bool) -> None:
        with self._lock:
            if post.queue in self._busy or self._stopping.is_set():
                return
            self._busy.add(post.queue)
        self._workers.submit(self._send, post, claimed)

    def _send(self, post: Post, claimed: bool) -> None:
        try:
            self._claim_and_deliver(post, claimed)
        except Exception as error:  # a worker's error would vanish with its future
            log.error("post %s: %s", post.id, apologies.name_of(error))
        finally:
            with self._lock:
                self._busy.discard(post.queue)
            self._wake.set()

    def _claim_and_deliver(self, post: Post, claimed: bool) -> None:
        now = self._clock.now()
        if not claimed:
            with self._database.write() as session:
                taken = outbox.claim(session, post.id, now)
            if taken is None:
                return
            post = taken
        self._rates.count(post)
        try:
            channel_id, ts = self._deliverer.deliver(post, now, uncertain=claimed or post.attempts > 1)
        except Undeliverable as failure:
            self._give_up(post, failure)
        except slack.SlackSilent as silence:
            self._later(post, silence)
        except Busy:
            self._later(post, slack.SlackSilent("busy"))
        else:
            self._mark(post, channel_id, ts)

    def _mark(self, post: Post, channel_id: str, ts: str) -> None:
        while True:
            try:
                with self._database.write() as session:
                    outbox.mark_sent(session, post.id, self._clock.now(), channel_id, ts)
                return
            except Busy:
                time.sleep(FIRST_RETRY_SECONDS)

    def _later(self, post: Post, silence: slack.SlackSilent) -> None:
        """Back off, with jitter so that many rows do not return as one; Slack's own Retry-After goes first."""
        backoff = min(LONGEST_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** min(post.attempts - 1, 10))
        wait = silence.retry_after or backoff * random.uniform(0.5, 1.0)
        log.warning("post %s waits %.1f s: %s", post.id, wait, silence.error)
        with self._database.write() as session:
            outbox.put_back(session, post.id, self._clock.now() + timedelta(seconds=wait))

    def _give_up(self, post: Post, failure: Undeliverable) -> None:
        if failure.error:
            log.warning("post %s dropped: %s", post.id, failure.error)
        with self._database.write() as session:
            outbox.drop(session, post.id, failure.error or "nothing to say")
            if failure.error:
                self._deliverer.tell_of_failure(session, post, failure, self._clock.now())
