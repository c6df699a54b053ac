"""A year of 10,000 teams' huddles, from one due moment to the next, beside what a calendar of its own says of them.

Claims only: nothing is sent. Zones are reckoned here by dateutil, where the bot reckons by zoneinfo.
"""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock_time
from functools import cache

import sqlalchemy as sa
from dateutil import tz
from sqlmodel import col

from benchmarks.huddle_teams import STARTS, District, holidays_of, opened, team_of
from handlers.huddles.queueing import OPEN
from storage.huddle_plans import HuddlePlan
from storage.huddles import UNCLOSED, Huddle
from storage.outbox import Post

TEAMS, WEEKS = 10_000, 52
BAR_SECONDS = 300.0
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
SATURDAY = 5
FIRST_MONDAY = date(2026, 8, 31)
Held = tuple[int, str]  # the team, the Monday of the week


def run(teams: int = TEAMS, weeks: int = WEEKS) -> None:
    until = STARTS + weeks * WEEK
    with opened(teams, varied=True) as district:
        begun, worked = time.perf_counter(), time.process_time()
        ticks = _live(district, until)
        seconds, worked = time.perf_counter() - begun, time.process_time() - worked
        queued, longest = _list_queued(district), district.database.longest
    expected = {held: moment for number in range(1, teams + 1) for held, moment in _reckon(number, until)}
    doubles = sum(count - 1 for count in Counter(held for held, _ in queued).values())
    found = dict(queued)
    missed = sum(held not in found for held in expected)
    others = sum(found[held] != expected.get(held) for held in found)
    print(f"\nHuddles: {weeks} weeks of {teams:,} teams, in {len(expected):,} of which they meet")
    print(f"  queued: {len(queued):,} by {ticks:,} ticks")
    print(f"  taken: {seconds:.0f} s, {worked:.0f} s of work (bar {BAR_SECONDS:.0f} s)")
    print(f"  doubles {doubles}, misses {missed}, at another moment or in a week without {others}")
    print(f"  longest transaction {longest * 1000:.0f} ms")


def _live(district: District, until: datetime) -> int:
    """From one moment at which anything is due to the next; returns how many there were."""
    district.huddles.tick()
    ticks = 1
    while (moment := _find_soonest(district)) < until:
        district.clock.moment = max(district.clock.moment, moment)
        district.huddles.tick()
        ticks += 1
    return ticks


def _find_soonest(district: District) -> datetime:
    soonest = (
        sa.select(sa.func.min(HuddlePlan.next_at)),
        sa.select(sa.func.min(HuddlePlan.nudge_at)),
        sa.select(sa.func.min(Huddle.ends_at)).where(UNCLOSED),
    )
    with district.database.read() as session:
        found: list[datetime | None] = [session.execute(asked).scalar() for asked in soonest]
    return min(one for one in found if one is not None)


def _list_queued(district: District) -> list[tuple[Held, datetime]]:
    """Each work that opens a huddle, and when it was queued."""
    asked = sa.select(col(Post.ids), col(Post.made_at)).where(col(Post.about) == OPEN)
    with district.database.read() as session:
        return [((ids["team"], ids["week"]), made_at) for ids, made_at in session.execute(asked)]


def _reckon(number: int, until: datetime) -> Iterator[tuple[Held, datetime]]:
    """When that team meets in the year: on its day, or else on the next open weekday of the same week."""
    team = team_of(number, varied=True)
    closed = {
        first + DAY * at for first, last in holidays_of(team["school_id"]) for at in range((last - first).days + 1)
    }
    zone = team["time_zone"]
    for week in range(WEEKS + 1):
        monday = FIRST_MONDAY + week * WEEK
        planned = monday + team["huddle_day"] * DAY
        later = [monday + at * DAY for at in range(team["huddle_day"] + 1, SATURDAY)]
        open_days = [day for day in (planned, *later) if day not in closed]
        is_to_come = _moment(planned, team["huddle_time"], zone) > STARTS
        if open_days and is_to_come and (moment := _moment(open_days[0], team["huddle_time"], zone)) < until:
            yield (number, monday.isoformat()), moment


@cache
def _moment(day: date, at: clock_time, zone: str) -> datetime:
    there: datetime = tz.resolve_imaginary(datetime.combine(day, at, tz.gettz(zone)))
    return there.astimezone(UTC)
