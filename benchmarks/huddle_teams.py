"""A district's teams on a clock that stands where it is put: what the huddles' benches are told about."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from bot.clock import Clock
from bot.huddles import HuddleClock
from storage.calendar import CalendarEntry, DayKind
from storage.database import Database
from storage.migrate import upgrade
from storage.schools import School
from storage.teams import Team

SCHOOLS = 50
STARTS = datetime(2026, 8, 31, 4, tzinfo=UTC)  # an hour before Monday begins in Chicago
ZONES = ("America/Chicago", "America/New_York", "Europe/Berlin", "Africa/Cairo", "Australia/Lord_Howe")
HOURS = (time(0), time(2, 30), time(9), time(15, 15))
WEDNESDAY = 2


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
        begun = perf_counter()
        with super().write() as session:
            yield session
        self.longest = max(self.longest, perf_counter() - begun)


@dataclass(frozen=True, slots=True)
class District:
    database: Watched
    clock: Moving
    huddles: HuddleClock


@contextmanager
def opened(teams: int, *, varied: bool) -> Iterator[District]:
    """Varied: on all days, at the worst hours, in five zones, by calendars with holidays. Else all in one minute."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'huddles.db'}"
        upgrade(url)
        database, clock = Watched(url), Moving()
        with database.write() as session:
            _fill(session, teams, varied=varied)
        database.longest = 0.0
        yield District(database, clock, HuddleClock(database, clock, lambda: None))
        database.close()


def team_of(number: int, *, varied: bool) -> dict[str, Any]:
    day, zone = number % 7, number // 7 % len(ZONES)
    return {
        "id": number,
        "school_id": number % SCHOOLS + 1,
        "channel_id": f"C{number}",
        "name": f"Team {number}",
        "time_zone": ZONES[zone] if varied else ZONES[0],
        "huddle_day": day if varied else WEDNESDAY,
        "huddle_time": HOURS[(day + zone) % len(HOURS)] if varied else HOURS[3],
        "set_up_by": "U1",
        "set_up_at": STARTS,
    }


def holidays_of(school: int) -> list[tuple[date, date]]:
    """First and last days: a long weekend, a winter break, a spring break of the school's own, and six snow days."""
    spring = date(2027, 3, 1) + timedelta(weeks=school % 5)
    snow = [date(2026, 12, 1) + timedelta(days=(school * 31 + number * 37) % 90) for number in range(6)]
    long = [(date(2026, 11, 26), date(2026, 11, 27)), (date(2026, 12, 21), date(2027, 1, 1))]
    return [*long, (spring, spring + timedelta(days=4)), *((day, day) for day in snow)]


def _fill(session: Session, teams: int, *, varied: bool) -> None:
    session.add_all(School(id=one, name=f"School {one}") for one in range(1, SCHOOLS + 1))
    session.flush()
    session.execute(sa.insert(Team), [team_of(number, varied=varied) for number in range(1, teams + 1)])
    if varied:
        schools = range(1, SCHOOLS + 1)
        session.add_all(_closed(school, *days) for school in schools for days in holidays_of(school))


def _closed(school: int, starts_on: date, ends_on: date) -> CalendarEntry:
    return CalendarEntry(
        school_id=school,
        kind=DayKind.NO_SCHOOL,
        name="Closed",
        starts_on=starts_on,
        ends_on=ends_on,
        set_by="U1",
        set_at=STARTS,
    )
