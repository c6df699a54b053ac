"""On which days one is reminded of a promise: never on a closed day, and of each promise three times at most."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.quiet_times import Hours, find_open_day
from handlers.rules.reminder_days import Reminder, reminder_days
from handlers.rules.school_days import SchoolCalendar, Stretch
from storage.calendar import DayKind
from tests.handlers.rules.test_school_days import calendars

THURSDAY = date(2027, 2, 11)
CLOSED_MONDAY = SchoolCalendar((Stretch(date(2027, 2, 15), date(2027, 2, 15), DayKind.NO_SCHOOL),))
HOURS = Hours(time(8), time(16), CLOSED_MONDAY)


def days_of(due_on: date, calendar: SchoolCalendar) -> dict[date, Reminder]:
    """When one is reminded of what is due on that day, over two months."""
    found = {}
    for number in range(-30, 30):
        day = due_on + timedelta(days=number)
        if calendar.is_school_day(day) and (kind := reminder_days(day, calendar).find_kind(due_on)):
            found[day] = kind
    return found


@pytest.mark.parametrize(
    ("due_on", "ahead", "due", "late"),
    [
        (date(2027, 2, 11), date(2027, 2, 10), date(2027, 2, 11), date(2027, 2, 17)),  # over the closed Monday
        (date(2027, 2, 16), date(2027, 2, 12), date(2027, 2, 16), date(2027, 2, 19)),
        (date(2027, 2, 15), date(2027, 2, 12), date(2027, 2, 16), date(2027, 2, 18)),  # closed itself
    ],
)
def test_one_is_reminded_the_school_day_before_that_day_and_three_school_days_late(
    due_on: date, ahead: date, due: date, late: date
) -> None:
    kinds = {ahead: Reminder.AHEAD, due: Reminder.DUE, late: Reminder.LATE}
    assert days_of(due_on, CLOSED_MONDAY) == kinds


@given(calendars(), st.dates(date(2026, 6, 1), date(2027, 6, 1)))
def test_of_every_promise_one_is_reminded_once_each_way(calendar: SchoolCalendar, due_on: date) -> None:
    """However many closed days lie around it; within two months most calendars reach all three."""
    kinds = list(days_of(due_on, calendar).values())
    assert len(kinds) == len(set(kinds))


@given(calendars(), st.dates(date(2026, 6, 1), date(2027, 6, 1)))
def test_what_a_week_lists_as_overdue_is_the_same_all_week(calendar: SchoolCalendar, monday: date) -> None:
    """So that somebody told on Monday has not missed what another is told on Thursday; and today's is not in it."""
    monday -= timedelta(days=monday.weekday())
    week = [monday + timedelta(days=number) for number in range(7)]
    found = [reminder_days(day, calendar) for day in week if calendar.is_school_day(day)]
    assert {one.week for one in found} <= {monday}
    assert len({one.overdue_until for one in found}) <= 1
    assert all(one.overdue_until < one.due[0] for one in found)


@pytest.mark.parametrize(
    ("utc", "zone", "open_day"),
    [
        ("2027-02-11 14:00", "America/Chicago", THURSDAY),  # eight in the morning there
        ("2027-02-11 13:59", "America/Chicago", None),
        ("2027-02-11 22:00", "America/Chicago", None),  # school ends
        ("2027-02-11 15:30", "Pacific/Auckland", None),  # the middle of the night
        ("2027-02-11 21:30", "Pacific/Auckland", date(2027, 2, 12)),
        ("2027-02-13 16:00", "America/Chicago", None),  # Saturday
        ("2027-02-15 16:00", "America/Chicago", None),  # closed
    ],
)
def test_the_bot_speaks_up_only_in_school_hours_where_the_person_is(utc: str, zone: str, open_day: date | None) -> None:
    now = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert find_open_day(now, zone, HOURS) == open_day
