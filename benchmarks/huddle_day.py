"""A day of huddles in the practice workspace, at Slack's limits and with its faults, the bot killed now and then.

The practice clock jumps to shortly before each due minute and goes at its own pace from there, so that no tick is
helped by the jump.
"""

import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import build
from sandbox.channels import Channel
from sandbox.server import Sandbox
from sandbox.visible import visible_text
from storage.migrate import upgrade
from tests.cast import MANIFEST, Cast, fill
from tests.faults.child import Child

ZONES = ("Europe/Berlin", "America/New_York", "America/Chicago", "America/Los_Angeles")
HOURS = (clock_time(9, 10), clock_time(14, 40))
AT_ONCE = 20  # teams that meet in the same minute
FAULTS = ("429", "500", "error", "lost_answer")
FAULTY = 0.1  # of the posts
KILLED_EVERY = 2  # due minutes
AHEAD = timedelta(seconds=45)
ON_TIME = 60.0
PATIENCE_SECONDS = 240.0
TITLE = "Student Focus Huddle"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A team's channel and when its prompt is due."""

    channel: Channel
    at: datetime


def run() -> None:
    random.seed(4)
    on = _wednesday()
    start = datetime.combine(on, clock_time(), UTC)
    with tempfile.TemporaryDirectory() as folder, Sandbox(MANIFEST, clock_start=start) as sandbox:
        url = f"sqlite:///{Path(folder) / 'roundtable.db'}"
        upgrade(url)
        cast = Cast(sandbox, url)
        fill(cast)
        meetings = _set_up(cast, on)
        with Child(cast, Path(folder)) as child:
            kills = _live(cast, child, meetings)
        late = sorted(delay for one in meetings for delay in _delays(cast, one)[:1])
        doubles = sum(len(_delays(cast, one)) > 1 for one in meetings)
    in_time = sum(0 <= delay <= ON_TIME for delay in late)
    print(f"\nHuddles: a day of {len(meetings)} teams, {FAULTY:.0%} of the posts failing, {kills} times kill -9")
    print(f"  in Slack within {ON_TIME:.0f} s: {in_time} of {len(meetings)} ({in_time / len(meetings):.1%})")
    print(f"  seconds after the minute: median {late[len(late) // 2]:.1f}, last {max(late):.1f}")
    print(f"  twice: {doubles}; never: {len(meetings) - len(late)}")


def _wednesday() -> date:
    """The first that is wholly to come: a practice clock goes forward only."""
    soon = datetime.now(UTC).date() + timedelta(days=2)
    return soon + timedelta(days=(2 - soon.weekday()) % 7)


def _set_up(cast: Cast, on: date) -> list[Meeting]:
    """By a bot that is gone afterwards, before Slack counts."""
    cast.sandbox.practice.pace.on = False
    cast.bot = build(cast.settings())
    moments = [(zone, at) for zone in ZONES for at in HOURS]
    meetings = [
        _open_team(cast, number, on, *moments[number % len(moments)]) for number in range(len(moments) * AT_ONCE)
    ]
    cast.bot.stop()
    cast.sandbox.practice.pace.on = True
    return sorted(meetings, key=lambda one: one.at)


def _open_team(cast: Cast, number: int, on: date, zone: str, at: clock_time) -> Meeting:
    members = [cast.people[name] for name in ("hale", "lopez")]
    channel = cast.sandbox.add_channel(f"team-{number}", members=members)
    team = cast.add_team(channel, "hale", time_zone=zone, huddle_day=on.weekday(), huddle_time=at)
    cast.add_student(f"Student{number} Invented", team)
    return Meeting(channel, datetime.combine(on, at, ZoneInfo(zone)).astimezone(UTC))


def _live(cast: Cast, child: Child, meetings: Sequence[Meeting]) -> int:
    """Through the day; returns how often the bot was killed."""
    child.start()
    child.waits_until_ready()
    kills = 0
    for number, moment in enumerate(sorted({one.at for one in meetings}), 1):
        due = [one for one in meetings if one.at == moment]
        cast.sandbox.forward((moment - AHEAD - cast.sandbox.now()).total_seconds())
        _trouble(cast, len(due))
        if number % KILLED_EVERY == 0:
            _wait_until(cast, moment + timedelta(seconds=random.uniform(0, 15)))
            child.kill()
            child.start()
            kills += 1
        _wait_for_all(cast, due)
    return kills


def _trouble(cast: Cast, prompts: int) -> None:
    """Each of a prompt's thread's posts may fail, too."""
    for _ in range(round(prompts * FAULTY)):
        cast.sandbox.fail("chat.postMessage", random.choice(FAULTS))


def _wait_until(cast: Cast, moment: datetime) -> None:
    time.sleep(max(0.0, (moment - cast.sandbox.now()).total_seconds()))


def _wait_for_all(cast: Cast, due: Sequence[Meeting]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until and not all(_delays(cast, one) for one in due):
        time.sleep(1.0)


def _delays(cast: Cast, meeting: Meeting) -> list[float]:
    """Seconds from the due minute to each prompt that stands in the channel."""
    everything = cast.sandbox.practice.workspace.timeline(meeting.channel.id).everything()
    prompts = [message for message in everything if TITLE in visible_text(message)]
    return sorted(float(str(message["ts"])) - meeting.at.timestamp() for message in prompts)
