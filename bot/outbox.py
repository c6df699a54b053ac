"""Sends what the outbox holds: in order in each queue, at Slack's rate, and never twice what Slack already has."""

import logging
import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

from sqlmodel import Session

from bot import retries
from bot.clock import Clock
from bot.complaints import Complaints
from bot.deliver import Deliverer, NotYet, Undeliverable
from bot.logs import name_of
from bot.rates import Rates
from storage import outbox
from storage.database import Busy, Database
from storage.outbox import Act, First, Post

log = logging.getLogger("roundtable")

WORKERS = 8
AT_ONCE = 50  # rows handed to the workers in one round
# Under load every request's commit wakes the sender; a look at the outbox for each would cost more than the requests.
ROUND_SECONDS = 0.05
HELD_ROUND_SECONDS = 0.25  # where all that waits is held to Slack's pace, looking more often finds no more
SWEEP_SECONDS = 10.0
PAUSE_SECONDS = 1.0  # after a round that broke, or a memory that is busy
CRASHED_AFTER = timedelta(seconds=60)  # a row that another process claimed, and has not said since that it still sends


class Sender:
    """One thread looks for what is due, a few send. A commit wakes it; a sweep finds whatever was missed."""

    def __init__(self, database: Database, deliverer: Deliverer, complaints: Complaints, clock: Clock) -> None:
        self._database = database
        self._deliverer = deliverer
        self._complaints = complaints
        self._clock = clock
        self._rates = Rates()
        self._busy: dict[str, int] = {}  # the row that is being sent, by its queue
        self._is_shared = database.url.get_backend_name() != "sqlite"  # with other processes
        self._never_left: set[int] = set()  # rows tried before that surely did not arrive
        self._own_troubles: Counter[int] = Counter()
        self._is_held = False  # all that waited at the last look
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
        if self._thread.is_alive():
            self._thread.join()
        self._workers.shutdown(wait=True, cancel_futures=True)

    def sweep(self) -> None:
        """Find rows whose sending was cut short by a crash of another process; then whatever else is due."""
        now = self._clock.now()
        with self._lock:
            ours = list(self._busy.values())
        if ours and self._is_shared:
            self._write(lambda session: outbox.renew(session, ours, now))
        self._settle(now - CRASHED_AFTER)
        self.wake()

    def _run(self) -> None:
        if not self._is_shared:  # no other process can be sending
            self._quietly(lambda: self._settle(None))
        wait = 0.0
        while not self._stopping.wait(HELD_ROUND_SECONDS if self._is_held else ROUND_SECONDS):
            self._wake.wait(wait)
            self._wake.clear()
            wait = self._quietly(self._send_due) or PAUSE_SECONDS

    def _quietly(self, work: Callable[[], float | None]) -> float | None:
        """The loop outlives whatever happens in one round."""
        try:
            return work()
        except Exception as error:
            log.error("outbox: %s", name_of(error))
            return None

    def _settle(self, claimed_before: datetime | None) -> None:
        """Put rows back that were being sent when their process died. Slack is asked before they are sent again."""
        with self._database.read() as session:
            unsettled = outbox.list_unsettled(session)
        for post in unsettled:
            is_old = claimed_before is None or (post.claimed_at or post.made_at) < claimed_before
            with self._lock:
                is_ours = self._busy.get(post.queue) == post.id
            if is_old and not is_ours:
                self._surely(partial(outbox.take_back, post=post, now=self._clock.now()))

    def _send_due(self) -> float:
        """Hand every due row to a worker; returns how many seconds may pass until there may be more to do."""
        with self._lock:
            busy = set(self._busy) | self._rates.full()
        now = self._clock.now()
        with self._database.read() as session:
            firsts = outbox.list_firsts(session)
        due = [first for first in firsts if first.not_before <= now and first.queue not in busy][:AT_ONCE]
        for first in due:
            self._start(first)
        self._is_held = bool(firsts) and not due
        if self._rates.full():
            return max(0.05, min(SWEEP_SECONDS, self._rates.soonest()))
        return SWEEP_SECONDS if due or not firsts else self._until(min(first.not_before for first in firsts))

    def _until(self, moment: datetime) -> float:
        return min(SWEEP_SECONDS, max(0.05, (moment - self._clock.now()).total_seconds()))

    def _start(self, first: First) -> None:
        with self._lock:
            if first.queue in self._busy or self._stopping.is_set():
                return
            self._busy[first.queue] = first.id
        self._workers.submit(self._send, first)

    def _send(self, first: First) -> None:
        try:
            self._claim_and_deliver(first)
        except Exception as error:  # a worker's error would vanish with its future
            log.error("post %s: %s", first.id, name_of(error))
        finally:
            with self._lock:
                del self._busy[first.queue]
            self._wake.set()

    def _claim_and_deliver(self, first: First) -> None:
        now = self._clock.now()
        with self._database.write() as session:
            taken = outbox.claim(session, first.id, now)
        if taken is None:
            return
        uncertain = taken.attempts > 1 and taken.id not in self._never_left
        self._never_left.discard(taken.id)
        self._rates.count(taken)
        try:
            channel_id, ts = self._deliverer.deliver(taken, now, uncertain=uncertain)
        except Exception as error:  # each kind has its own way on
            self._not_sent(taken, error, uncertain=uncertain)
        else:
            self._mark_sent(taken, channel_id, ts)

    def _not_sent(self, post: Post, error: Exception, *, uncertain: bool) -> None:
        if isinstance(error, Undeliverable):
            self._give_up(post, error.error)
            return
        if not uncertain and not retries.may_have_left(error):
            self._never_left.add(post.id)
        if retries.is_ours(error):
            self._own_troubles[post.id] += 1
            log.error("post %s: %s", post.id, name_of(error))
        if retries.is_hopeless(self._clock.now() - post.made_at, self._own_troubles[post.id]):
            self._give_up(post, retries.short_word(error))
        else:
            wait = retries.wait_after(error, post.attempts)
            level = logging.INFO if isinstance(error, NotYet) else logging.WARNING
            log.log(level, "post %s waits %.1f s: %s", post.id, wait, retries.short_word(error))
            self._put_back(post, wait, since=post.claimed_at if isinstance(error, NotYet) else None)
            if post.act == Act.WORK and retries.is_too_much(error):
                self._hold_alike(post.about, wait)

    def _mark_sent(self, post: Post, channel_id: str, ts: str) -> None:
        self._own_troubles.pop(post.id, None)
        self._surely(lambda session: outbox.mark_sent(session, post.id, self._clock.now(), channel_id, ts))

    def _put_back(self, post: Post, seconds: float, since: datetime | None = None) -> None:
        """`since`: the moment that showed it was too early; what changed after it must not wait all over."""
        not_before = (since or self._clock.now()) + timedelta(seconds=seconds)
        self._surely(lambda session: outbox.put_back(session, post.id, not_before))

    def _hold_alike(self, about: str, seconds: float) -> None:
        """At a start every channel is looked at: hundreds must not each find out for themselves."""
        until = self._clock.now() + timedelta(seconds=seconds)
        self._surely(lambda session: outbox.hold_alike(session, about, until))

    def _give_up(self, post: Post, because: str) -> None:
        """Drop the row, and tell somebody in the same transaction."""
        self._own_troubles.pop(post.id, None)
        if because:
            log.warning("post %s dropped: %s", post.id, because)
        try:
            self._surely(lambda session: self._drop(session, post, because))
        except Exception as error:  # whoever was to be told: the queue must go on
            log.error("post %s: nobody was told: %s", post.id, name_of(error))
            self._surely(lambda session: outbox.drop(session, post.id, because))

    def _drop(self, session: Session, post: Post, because: str) -> None:
        outbox.drop(session, post.id, because or "nothing to say")
        if because:
            self._complaints.undelivered(session, post, because, self._clock.now())

    def _surely(self, change: Callable[[Session], object]) -> None:
        """Write although the memory is busy: a row left half-sent would hold up its queue until the next start."""
        while not self._stopping.is_set():
            try:
                return self._write(change)
            except Busy:
                log.warning("outbox: the memory is busy")
                self._stopping.wait(PAUSE_SECONDS)
        return self._write(change)

    def _write(self, change: Callable[[Session], object]) -> None:
        with self._database.write() as session:
            change(session)
