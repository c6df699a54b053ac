"""kill -9 in the middle of a morning's reminders: whoever owes something is told of it once, by whichever process."""

import random
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from itertools import islice
from typing import IO

import pytest
import sqlalchemy as sa
from sqlmodel import select

from storage.database import Database
from storage.followups import Followup
from storage.outbox import Post
from storage.people import Person
from storage.schools import School
from storage.students import Student
from storage.tellings import Telling
from tests.faults.looking import opened
from tests.faults.reminding import MORNING, remind

LONG_AGO = MORNING - timedelta(days=60)
AT_ONCE = 100  # owners in the smallest transaction


def fill(database: Database, owners: int) -> set[str]:
    """A school whose every adult promised something for this morning."""
    named = [f"U{number}" for number in range(owners)]
    with database.write() as session:
        session.add(School(id=1, name="Willow Bend"))
        session.flush()
        session.add(Student(id=1, school_id=1, first_name="Maya", last_name="Tern", added_by="U0", added_at=LONG_AGO))
        session.flush()
        people = [{"id": one, "time_zone": "America/Chicago", "is_deactivated": False} for one in named]
        session.execute(sa.insert(Person), people)
        promised = {"student_id": 1, "text": "send home the log", "promised_by": "U0", "promised_at": LONG_AGO}
        session.execute(sa.insert(Followup), [{**promised, "owner_id": one, "due_on": MORNING.date()} for one in named])
    return set(named)


def live_and_die(url: str, transactions: int) -> None:
    """A process keeps so many transactions, and is killed while it is at the next."""
    command = [sys.executable, "-m", "tests.faults.reminding", url]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        _read(process.stdout, transactions)
        process.kill()


def _read(lines: IO[bytes], count: int) -> None:
    assert len(list(islice(lines, count))) == count, "it ended before"


def told(database: Database) -> Counter[str]:
    """How often each has a message."""
    with database.read() as session:
        return Counter(session.exec(select(Post.person_id)).all())


def live_through(url: str, owners: int, kills: int) -> int:
    """Returns how many were told before the last process, which nobody killed, went to the end."""
    with opened(url) as database:
        everybody = fill(database, owners)
    for _ in range(kills):
        live_and_die(url, random.randint(1, 2))
    with opened(url) as database:
        before = told(database)
        assert remind(url) == owners - before.total()
        assert told(database) == Counter(everybody)
        assert remind(url) == 0
        with database.read() as session:
            claimed = session.exec(select(sa.func.count()).select_from(Telling)).one()
    assert claimed == owners
    return before.total()


def test_of_a_morning_killed_twice_each_is_told_once(database_url: str) -> None:
    assert AT_ONCE * 2 <= live_through(database_url, owners=AT_ONCE * 20, kills=2) < AT_ONCE * 20


@pytest.mark.faults
@pytest.mark.timeout(900)
def test_of_a_morning_killed_thirty_times_each_is_told_once(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = live_through(database_url, owners=20_000, kills=30)
    with capsys.disabled():
        sys.stdout.write(f"\n30 kills: 20,000 owners told once each, {before:,} of them before the last start\n")
