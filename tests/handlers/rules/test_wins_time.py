"""Wins are gathered at noon of the week's last school day, and each falls into one gathering."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.quiet_times import Hours
from handlers.rules.school_days import SchoolCalendar, Stretch
from handlers.rules.wins_time import LOOKS_BACK, find_gathering
from handlers.rules.zones import zone_of
from storage.calendar import DayKind
from tests.handlers.rules.test_school_days import calendars

CHICAGO = "America/Chicago"
MONDAY = date(2027, 2, 8)
OPEN = Hours(time(8), time(16), SchoolCalendar())
NO_FRIDAY = Hours(
    time(8), time(16), SchoolCalendar((Stretch(date(2027, 2, 12), date(2027, 2, 12), DayKind.NO_SCHOOL),))
)


def local(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), zone_of(CHICAGO)).astimezone(UTC)


@pytest.mark.parametrize(
    ("day", "hour", "minute", "hours", "is_due"),
    [
        (12, 11, 59, OPEN, False),
        (12, 12, 0, OPEN, True),
        (12, 15, 59, OPEN, True),
        (12, 16, 0, OPEN, False),
        (11, 12, 0, OPEN, False),
        (13, 12, 0, OPEN, False),
        (11, 12, 0, NO_FRIDAY, True),
        (12, 12, 0, NO_FRIDAY, False),
    ],
)
def test_they_are_gathered_from_noon_on_the_last_school_day_until_school_is_over(
    day: int, hour: int, minute: int, hours: Hours, is_due: bool
) -> None:
    found = find_gathering(local(date(2027, 2, day), hour, minute), CHICAGO, hours)
    assert (found is not None) == is_due
    assert found is None or found.week == MONDAY


def test_a_gathering_goes_on_from_the_last_one_and_over_a_week_without() -> None:
    friday = local(date(2027, 2, 12), 12)
    told = [MONDAY - timedelta(days=days) for days in (7, 21)]
    found = [find_gathering(friday, CHICAGO, OPEN, week) for week in told]
    assert [one and one.since for one in found] == [local(date(2027, 2, 5), 12), friday - LOOKS_BACK]


@given(calendars(), st.dates(date(2026, 8, 3), date(2027, 5, 31)))
def test_every_moment_falls_into_one_gathering_at_most(calendar: SchoolCalendar, day: date) -> None:
    hours = Hours(time(8), time(16), calendar)
    told: date | None = None
    ends: list[datetime] = []
    for number in range(28):
        found = find_gathering(local(day + timedelta(days=number), 12, 30), CHICAGO, hours, told)
        if found is not None:
            assert not ends or found.since >= ends[-1]
            ends.append(found.until)
            told = found.week
    assert ends == sorted(set(ends))
