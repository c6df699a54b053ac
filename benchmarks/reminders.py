"""Reminders of one morning: 20,000 owners found, claimed and queued, among years of done follow-ups."""

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlmodel import Session

from bot.clock import Clock
from bot.tellings import Tellings, tell_owners
from storage.database import Database
from storage.followups import Followup
from storage.migrate import upgrade
from storage.outbox import Post
from storage.people import Person
from storage.reminders import Owed
from storage.schools import School
from storage.students import Student

OWNERS = 20_000
SCHOOLS = 50
STUDENTS = 10_000
DONE = 300_000
BAR_SECONDS = 10.0
MORNING = datetime(2027, 2, 11, 14, 5, tzinfo=UTC)  # a Thursday, just after eight in Chicago
LONG_AGO = MORNING - timedelta(days=60)


class Morning(Clock):
    def now(self) -> datetime:
        return MORNING


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
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'reminders.db'}"
        upgrade(url)
        database = Watched(url)
        _fill(database)
        database.longest = 0.0
        ticks = tell_owners(database, Morning(), lambda: None)
        print(f"\nReminders: {OWNERS:,} owners with something due this morning, {DONE:,} follow-ups done before")
        told, seconds = _time(ticks)
        again, idle = _time(ticks)
        with database.read() as session:
            queued = session.execute(sa.select(sa.func.count()).select_from(Post)).scalar_one()
        database.close()
    print(f"  found, claimed and queued: {told:,} in {seconds:.2f} s   (bar: {BAR_SECONDS:.0f} s)")
    print(f"  longest transaction: {database.longest:.3f} s   (bar: 0.2 s)")
    print(f"  a second tick tells {again} and takes {idle:.2f} s; messages queued in all: {queued:,}")


def _time(ticks: Tellings[Owed]) -> tuple[int, float]:
    begun = time.perf_counter()
    return ticks.tell(), time.perf_counter() - begun


def _fill(database: Database) -> None:
    with database.write() as session:
        for number in range(1, SCHOOLS + 1):
            session.add(School(id=number, name=f"School {number}"))
        session.flush()
        people = [{"id": f"U{one}", "time_zone": "America/Chicago", "is_deactivated": False} for one in range(OWNERS)]
        session.execute(sa.insert(Person), people)
        students = [
            {
                "id": one + 1,
                "school_id": one % SCHOOLS + 1,
                "first_name": f"N{one}",
                "added_by": "U0",
                "added_at": LONG_AGO,
            }
            for one in range(STUDENTS)
        ]
        session.execute(sa.insert(Student), students)
        session.execute(sa.insert(Followup), [_promise(one, None) for one in range(OWNERS)])
        session.execute(sa.insert(Followup), [_promise(one, LONG_AGO) for one in range(DONE)])


def _promise(number: int, done_at: datetime | None) -> dict[str, object]:
    due_on = date(2027, 2, 8 if number % 3 == 0 else 11 if number % 3 == 1 else 12)
    return {
        "student_id": number % STUDENTS + 1,
        "text": "send home the reading log",
        "owner_id": f"U{number % OWNERS}",
        "due_on": due_on if done_at is None else date(2026, 12, 11),
        "promised_by": "U1",
        "promised_at": LONG_AGO,
        "done_at": done_at,
    }
