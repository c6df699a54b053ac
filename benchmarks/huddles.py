"""Huddles: 10,000 teams due in the same minute, 1,000 at rest, and a year of 10,000 without doubles or gaps."""

import resource
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col

from bot.clock import Clock
from bot.huddles import TICK_SECONDS, HuddleClock
from handlers.huddles.queueing import OPEN
from storage.database import Database
from storage.huddle_plans import HuddlePlan
from storage.huddles import Huddle
from storage.migrate import upgrade
from storage.outbox import Post
from storage.schools import School
from storage.teams import Team

TEAMS = 10_000
IDLE_TEAMS = 1_000
SCHOOLS = 50
WEEKS = 52
BAR_SECONDS, BAR_MEGABYTES, BAR_YEAR_SECONDS, BAR_IDLE = 15.0, 300, 300.0, 0.01
STARTS = datetime(2026, 8, 31, 4, tzinfo=UTC)  # an hour before Monday begins in Chicago
DUE = datetime(2026, 9, 2, 20, 15, tzinfo=UTC)
ZONES = ("America/Chicago", "America/New_York", "Europe/Berlin", "Africa/Cairo", "Australia/Lord_Howe")
HOURS = (clock_time(0), clock_time(2, 30), clock_time(9), clock_time(15, 15))


class Moving(Clock):
    """A clock that stands where it is put."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = STARTS

    def now(self) -> datetime:
        return self.moment


class Watched(Database):
    """Knows how long its longest transaction held the others up."""

    longest = 0.0

    @contextmanager
    def write(self) -> Iterator[Session]:
        begun = time.perf_counter()
        with super().write() as session:
            yield session
        self.longest = max(self.longest, time.perf_counter() - begun)


def run() -> None:
    _same_minute()
    _idle()
    _year()


def _same_minute() -> None:
    with _opened(TEAMS, varied=False) as (database, clock, huddles):
        huddles.tick()
        clock.moment = DUE - timedelta(hours=1)  # the words of the day before are claimed
        huddles.tick()
        database.longest, clock.moment = 0.0, DUE
        before, begun, worked = _megabytes(), time.perf_counter(), time.process_time()
        huddles.tick()
        seconds, worked = time.perf_counter() - begun, time.process_time() - worked
        queued = _count(database, sa.select(sa.func.count()).select_from(Post).where(col(Post.about) == OPEN))
        print(f"\nHuddles: {TEAMS:,} teams due in the same minute")
        print(f"  claimed and queued: {queued:,} in {seconds:.1f} s, {worked:.1f} s of work (bar {BAR_SECONDS:.0f} s)")
        print(f"  longest transaction {database.longest * 1000:.0f} ms (bar 200 ms)")
        print(f"  memory at most {_megabytes()} MB, {before} MB before it (bar {BAR_MEGABYTES} MB)")


def _idle() -> None:
    with _opened(IDLE_TEAMS, varied=False) as (_, _, huddles):
        huddles.tick()
        begun = time.process_time()
        ticks = 200
        for _ in range(ticks):
            huddles.tick()
        share = (time.process_time() - begun) / ticks / TICK_SECONDS
        print(f"  idle with {IDLE_TEAMS:,} teams: {share:.3%} of one core (bar {BAR_IDLE:.0%})")


def _year() -> None:
    """From one moment at which anything is due to the next; claims only, with nothing sent."""
    with _opened(TEAMS, varied=True) as (database, clock, huddles):
        begun = time.perf_counter()
        huddles.tick()
        until = STARTS + timedelta(weeks=WEEKS)
        while (moment := _soonest(database)) < until:
            clock.moment = max(clock.moment, moment)
            huddles.tick()
        seconds = time.perf_counter() - begun
        held = _held(database, until)
        found = f"{sum(held.values()):,} huddles in {seconds:.0f} s (bar {BAR_YEAR_SECONDS:.0f} s)"
        print(f"  a year of {TEAMS:,} teams: {found}")
        wrong = {count: teams for count, teams in Counter(held.values()).items() if count != WEEKS}
        print(f"  doubles and misses: {wrong or 'none'}, {TEAMS - len(held)} teams without any")


@contextmanager
def _opened(teams: int, *, varied: bool) -> Iterator[tuple[Watched, Moving, HuddleClock]]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'huddles.db'}"
        upgrade(url)
        database, clock = Watched(url), Moving()
        _fill(database, teams, varied=varied)
        yield database, clock, HuddleClock(database, clock, lambda: None)
        database.close()


def _fill(database: Database, teams: int, *, varied: bool) -> None:
    with database.write() as session:
        session.add_all(School(id=one, name=f"School {one}") for one in range(1, SCHOOLS + 1))
        session.flush()
        session.execute(sa.insert(Team), [_team(number, varied=varied) for number in range(1, teams + 1)])


def _team(number: int, *, varied: bool) -> dict[str, Any]:
    return {
        "id": number,
        "school_id": number % SCHOOLS + 1,
        "channel_id": f"C{number}",
        "name": f"Team {number}",
        "time_zone": ZONES[number % len(ZONES)] if varied else ZONES[0],
        "huddle_day": number % 20 // 3 if varied else 2,  # twenty moments a week, on all seven days
        "huddle_time": HOURS[number % len(HOURS)] if varied else HOURS[3],
        "set_up_by": "U1",
        "set_up_at": STARTS,
    }


def _soonest(database: Database) -> datetime:
    with database.read() as session:
        moments = session.execute(sa.select(sa.func.min(HuddlePlan.next_at), sa.func.min(HuddlePlan.nudge_at))).one()
        ends_at = session.execute(sa.select(sa.func.min(Huddle.ends_at)).where(col(Huddle.state) == "due")).scalar()
    found: list[datetime | None] = [*moments, ends_at]
    return min(one for one in found if one is not None)


def _held(database: Database, until: datetime) -> Counter[int]:
    """Huddles of each team within the year; each has its own week, or the database would have refused it."""
    asked = sa.select(col(Huddle.team_id), sa.func.count()).where(col(Huddle.starts_at) < until)
    with database.read() as session:
        rows = session.execute(asked.group_by(col(Huddle.team_id))).all()
    return Counter({int(team_id): int(count) for team_id, count in rows})


def _count(database: Database, asked: Any) -> int:
    with database.read() as session:
        return int(session.execute(asked).scalar() or 0)


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
