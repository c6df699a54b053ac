"""Huddles: 10,000 teams due in the same minute, and what 1,000 cost while nothing is due."""

import resource
import time
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlmodel import col

from benchmarks.huddle_teams import District, opened
from bot.huddles import TICK_SECONDS
from handlers.huddles.queueing import OPEN
from storage.outbox import Post

TEAMS, IDLE_TEAMS, IDLE_TICKS = 10_000, 1_000, 200
BAR_SECONDS, BAR_MEGABYTES, BAR_IDLE = 15.0, 300, 0.01
DUE = datetime(2026, 9, 2, 20, 15, tzinfo=UTC)


def run() -> None:
    with opened(TEAMS, varied=False) as district:
        _same_minute(district)
    with opened(IDLE_TEAMS, varied=False) as district:
        _idle(district)


def _same_minute(district: District) -> None:
    district.huddles.tick()
    district.clock.moment = DUE - timedelta(hours=1)  # the words of the day before are claimed
    district.huddles.tick()
    district.database.longest, district.clock.moment = 0.0, DUE
    before, begun, worked = _megabytes(), time.perf_counter(), time.process_time()
    district.huddles.tick()
    seconds, worked = time.perf_counter() - begun, time.process_time() - worked
    with district.database.read() as session:
        asked = sa.select(sa.func.count()).select_from(Post).where(col(Post.about) == OPEN)
        queued = session.execute(asked).scalar_one()
    print(f"\nHuddles: {TEAMS:,} teams due in the same minute")
    print(f"  claimed and queued: {queued:,} in {seconds:.1f} s, {worked:.1f} s of work (bar {BAR_SECONDS:.0f} s)")
    print(f"  longest transaction {district.database.longest * 1000:.0f} ms (bar 200 ms)")
    print(f"  memory at most {_megabytes()} MB, {before} MB before it (bar {BAR_MEGABYTES} MB)")


def _idle(district: District) -> None:
    district.huddles.tick()
    begun = time.process_time()
    for _ in range(IDLE_TICKS):
        district.huddles.tick()
    share = (time.process_time() - begun) / IDLE_TICKS / TICK_SECONDS
    print(f"  idle with {IDLE_TEAMS:,} teams: {share:.3%} of one core (bar {BAR_IDLE:.0%})")


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
