"""kill -9 while owners are being reminded in Slack: each reads one message, whichever bot sent it."""

import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.app import build
from handlers.rules.school_days import SchoolCalendar
from sandbox.people import Person
from storage.followups import Followup
from storage.outbox import State
from tests.cast import Cast
from tests.faults.child import Child
from tests.faults.looking import count_half_sent, count_posts, opened

OWNERS = 60
A_FEW = 6  # messages that go out before the next kill
CHICAGO = "America/Chicago"


@pytest.mark.faults
@pytest.mark.timeout(900)
@pytest.mark.usefixtures("database_path")
def test_a_bot_killed_while_it_reminds_reminds_each_once(
    botless: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    owners = promise_for_tomorrow(botless)
    with Child(botless, tmp_path) as child:
        cut = [_tell_a_few_and_die(botless, child, until) for until in range(A_FEW, OWNERS - A_FEW, A_FEW)]
        child.start()
        child.waits_until_ready()
        with opened(botless.database_url) as database:
            botless.waits_until(lambda: count_posts(database, State.WAITING, State.SENDING) == 0, seconds=120.0)
    heard = [botless.sandbox.visitor(owner).everything().count("Due today") for owner in owners]
    assert heard == [1] * OWNERS
    with capsys.disabled():
        sys.stdout.write(f"\n{len(cut)} kills: {OWNERS} owners reminded once each; {sum(cut)} messages were cut off\n")


def promise_for_tomorrow(cast: Cast) -> list[Person]:
    """A team of many, each with a promise due on the next school day; and it is that day, at nine."""
    owners = [cast.sandbox.add_person(f"owner{number}", f"Owner {number}", tz=CHICAGO) for number in range(OWNERS)]
    channel = cast.sandbox.add_channel("willow-team", members=[cast.people["hale"], *owners])
    now = cast.sandbox.now()
    due_on = SchoolCalendar().next_school_day(now.date() + timedelta(days=1))
    cast.bot = build(cast.settings())
    student = cast.add_student("Maya Tern", cast.add_team(channel, "hale"))
    with cast.bot.database.write() as session:
        session.add_all([promise(student, one.id, due_on, now) for one in owners])
    cast.bot.stop()
    morning = datetime.combine(due_on, time(9), ZoneInfo(CHICAGO))
    cast.sandbox.forward((morning - now).total_seconds())
    return owners


def promise(student_id: int, owner_id: str, due_on: date, now: datetime) -> Followup:
    return Followup(
        student_id=student_id,
        text="bring the timer",
        owner_id=owner_id,
        due_on=due_on,
        promised_by=owner_id,
        promised_at=now,
    )


def _tell_a_few_and_die(cast: Cast, child: Child, until: int) -> int:
    """Returns how many messages were just being sent. The files are looked at once nobody here has them open: to close
    a file that SQLite has open in the same process would take its locks away."""
    child.start()
    child.waits_until_ready()
    cast.sandbox.forward(3)  # a jump of the clock has everything that is due looked for at once
    with opened(cast.database_url) as database:
        cast.waits_until(lambda: count_posts(database, State.SENT) >= until, seconds=60.0)
        child.kill()
    return count_half_sent(cast.database_path)
