"""A reminder as its owner has it in Slack: it comes once, in the morning, and goes on saying what is true."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.tellings import tell_owners
from handlers.rules.school_days import SchoolCalendar
from sandbox.wire import Json
from storage import followups
from storage.followups import Followup
from tests.cast import Cast


@pytest.fixture
def reminded(cast: Cast) -> Json:
    """Hale's reminder of two promises, on the morning of the day they are due."""
    now = cast.sandbox.now()
    due_on = SchoolCalendar().next_school_day(now.date() + timedelta(days=1))
    promised: dict[str, Any] = {
        "student_id": 1,
        "promised_by": cast.people["lopez"].id,
        "promised_at": now,
        "due_on": due_on,
    }
    with cast.bot.database.write() as session:
        for text in ("bring the timer", "print the chart"):
            followups.add_followup(session, Followup(**promised, text=text, owner_id=cast.people["hale"].id))
    morning = datetime.combine(due_on, time(9), ZoneInfo("America/Chicago"))
    cast.forward(minutes=(morning - now).total_seconds() / 60)
    ticks = tell_owners(cast.bot.database, cast.bot.clock, cast.bot.sender.wake)
    ticks.tick()
    ticks.tick()
    message = cast.hale.waits_for("Due today")
    cast.all_sent()
    return message


def test_the_reminder_arrives_once_and_what_is_done_elsewhere_leaves_it(cast: Cast, reminded: Json) -> None:
    """In the bot's direct messages, in the morning where the owner is; the team's channel hears nothing."""
    assert cast.hale.everything().count("Due today") == 1
    assert "Due today" not in cast.lopez.everything()
    assert "Done" in cast.hale.presses("Done", reminded).text
    cast.all_sent()
    cast.hale.waits_for("What else stood here")
    (left,) = [one for one in cast.hale.sees() if "Due today" in cast.hale.text_of(one)]
    assert "print the chart" in cast.hale.text_of(left)
    assert "bring the timer" not in cast.hale.text_of(left)
    listed = cast.lopez.types("/followup list maya", channel=cast.juniper).ephemerals[0]
    came = cast.lopez.presses("Done", listed)
    assert "print the chart" in came.text
    cast.hale.waits_for("Settled")
    assert "Due today" not in cast.hale.everything()
