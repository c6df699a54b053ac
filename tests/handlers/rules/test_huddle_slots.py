"""A team's huddle falls on one moment a week, right over every change of the clocks and around closed days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.huddle_slots import (
    WEEK,
    Plan,
    Verdict,
    decide,
    first_week,
    planned_at,
    slot_of,
    week_of,
    when_to_nudge,
)
from handlers.rules.school_days import SchoolCalendar, Stretch
from storage.calendar import DayKind

ZONES = ("America/New_York", "Europe/Berlin", "Africa/Cairo", "Australia/Lord_Howe")
OPEN = SchoolCalendar()
WEDNESDAY = Plan(2, time(15, 15), "America/Chicago")
MONDAY = date(2026, 9, 7)

plans = st.builds(
    Plan,
    day=st.integers(0, 6),
    at=st.sampled_from([time(0), time(0, 30), time(2, 30), time(9), time(15, 15), time(23, 59)]),
    time_zone=st.sampled_from(ZONES),
    moves=st.booleans(),
)
weeks = st.dates(date(2024, 1, 1), date(2028, 12, 31)).map(week_of)
closed = st.lists(
    st.tuples(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 9)).map(
        lambda pair: Stretch(pair[0], pair[0] + timedelta(days=pair[1]), DayKind.NO_SCHOOL)
    ),
    max_size=6,
)


def closing(*days: date) -> SchoolCalendar:
    return SchoolCalendar([Stretch(day, day, DayKind.NO_SCHOOL) for day in days])


def local(moment: datetime | None, zone: str) -> str:
    assert moment is not None
    return moment.astimezone(ZoneInfo(zone)).strftime("%a %d %b %H:%M")


@given(plans, weeks)
def test_every_week_has_one_planned_moment_on_its_own_day(plan: Plan, week: date) -> None:
    there = planned_at(plan, week).astimezone(ZoneInfo(plan.time_zone))
    assert there.date() == week + timedelta(days=plan.day)


@given(plans, weeks)
def test_the_hour_on_the_wall_is_the_planned_one_or_what_a_time_change_left_of_it(plan: Plan, week: date) -> None:
    there = planned_at(plan, week).astimezone(ZoneInfo(plan.time_zone))
    planned = datetime.combine(there.date(), plan.at)
    assert timedelta() <= there.replace(tzinfo=None) - planned <= timedelta(hours=1)
    if not planned.time() < time(4):
        assert there.time() == plan.at


@given(plans, weeks)
def test_weeks_follow_one_another_about_seven_days_apart(plan: Plan, week: date) -> None:
    apart = planned_at(plan, week + WEEK) - planned_at(plan, week)
    assert abs(apart - WEEK) <= timedelta(hours=1)


@given(plans, weeks, closed)
def test_a_huddle_stays_in_its_week_and_off_closed_days(plan: Plan, week: date, stretches: list[Stretch]) -> None:
    slot = slot_of(plan, week, SchoolCalendar(stretches))
    assert slot.week == week
    if slot.starts_at is not None:
        held_on = slot.starts_at.astimezone(ZoneInfo(plan.time_zone)).date()
        assert week_of(held_on) == week
        assert not any(one.starts_on <= held_on <= one.ends_on for one in stretches)
        assert plan.moves or held_on == slot.planned_on


@given(plans, weeks, st.integers(-200_000, 900_000))
def test_a_slot_is_not_yet_then_posted_then_late_then_missed(plan: Plan, week: date, seconds: int) -> None:
    slot = slot_of(plan, week, OPEN)
    order = [Verdict.NOT_YET, Verdict.POST, Verdict.POST_LATE, Verdict.MISSED]
    assert slot.starts_at is not None
    now = slot.starts_at + timedelta(seconds=seconds)
    assert order.index(decide(now, slot)) <= order.index(decide(now + timedelta(seconds=1), slot))


@given(plans, st.integers(0, 5 * 365 * 24 * 60))
def test_the_first_week_is_the_first_whose_moment_is_still_to_come(plan: Plan, minutes: int) -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    week = first_week(plan, now)
    assert planned_at(plan, week - WEEK) <= now < planned_at(plan, week)


@pytest.mark.parametrize(
    ("zone", "at", "week", "day", "wall"),
    [
        ("America/New_York", time(2, 30), date(2026, 3, 2), 6, "Sun 08 Mar 03:30"),  # the hour that there is not
        ("America/New_York", time(2, 30), date(2026, 10, 26), 6, "Sun 01 Nov 02:30"),
        ("America/New_York", time(0), date(2026, 3, 9), 0, "Mon 09 Mar 00:00"),
        ("Europe/Berlin", time(2, 30), date(2026, 3, 23), 6, "Sun 29 Mar 03:30"),
        ("Europe/Berlin", time(2, 30), date(2026, 10, 19), 6, "Sun 25 Oct 02:30"),  # the hour that there is twice
        ("Africa/Cairo", time(0), date(2026, 4, 20), 4, "Fri 24 Apr 01:00"),  # the day begins at one
        ("Australia/Lord_Howe", time(2, 15), date(2026, 9, 28), 6, "Sun 04 Oct 02:45"),  # by half an hour
        ("Australia/Lord_Howe", time(0), date(2026, 3, 30), 6, "Sun 05 Apr 00:00"),
        ("America/New_York", time(9), date(2028, 2, 28), 1, "Tue 29 Feb 09:00"),
    ],
)
def test_hours_that_a_time_change_leaves_out_or_doubles(zone: str, at: time, week: date, day: int, wall: str) -> None:
    assert local(planned_at(Plan(day, at, zone), week), zone) == wall


def test_of_an_hour_that_there_is_twice_the_first_counts() -> None:
    assert planned_at(Plan(6, time(2, 30), "Europe/Berlin"), date(2026, 10, 19)).hour == 0


def test_a_closed_day_moves_the_huddle_to_the_next_school_day_of_that_week() -> None:
    slot = slot_of(WEDNESDAY, MONDAY, closing(date(2026, 9, 9), date(2026, 9, 10)))
    assert local(slot.starts_at, "America/Chicago") == "Fri 11 Sep 15:15"
    assert slot.planned_on == date(2026, 9, 9)


def test_a_week_without_a_school_day_left_has_no_huddle() -> None:
    slot = slot_of(WEDNESDAY, MONDAY, closing(*(date(2026, 9, day) for day in (9, 10, 11))))
    assert decide(planned_at(WEDNESDAY, MONDAY), slot) == Verdict.CLOSED


def test_a_team_that_lets_closed_days_go_has_none_that_week() -> None:
    plan = Plan(2, time(15, 15), "America/Chicago", moves=False)
    assert slot_of(plan, MONDAY, closing(date(2026, 9, 9))).starts_at is None


def test_a_team_that_meets_on_a_saturday_chose_that_itself() -> None:
    plan = Plan(5, time(10), "America/Chicago")
    assert local(slot_of(plan, MONDAY, OPEN).starts_at, "America/Chicago") == "Sat 12 Sep 10:00"
    assert slot_of(plan, MONDAY, closing(date(2026, 9, 12))).starts_at is None


@pytest.mark.parametrize(
    ("at", "until"),
    [(time(9), "Wed 09 Sep 16:00"), (time(15, 15), "Wed 09 Sep 16:15"), (time(23, 30), "Thu 10 Sep 00:30")],
)
def test_a_prompt_is_useful_until_the_school_closes_and_for_an_hour_at_least(at: time, until: str) -> None:
    slot = slot_of(Plan(2, at, "America/Chicago"), MONDAY, OPEN)
    assert local(slot.useful_until, "America/Chicago") == until


def test_the_first_minute_is_on_time() -> None:
    slot = slot_of(WEDNESDAY, MONDAY, OPEN)
    assert slot.starts_at is not None
    assert decide(slot.starts_at + timedelta(seconds=60), slot) == Verdict.POST
    assert decide(slot.starts_at + timedelta(seconds=61), slot) == Verdict.POST_LATE


AT_NINE = Plan(0, time(9), "America/Chicago")
LONG_BEFORE = datetime(2026, 9, 1, tzinfo=UTC)


def nudge(now: datetime, calendar: SchoolCalendar = OPEN) -> str:
    """When the words of the day before the huddle of Monday 14 September at nine are due."""
    moment = when_to_nudge(now, AT_NINE, slot_of(AT_NINE, MONDAY + WEEK, calendar), calendar)
    return local(moment, "America/Chicago") if moment is not None else "never"


def test_the_nudge_comes_when_the_school_opens_on_the_school_day_before() -> None:
    assert nudge(LONG_BEFORE) == "Fri 11 Sep 08:00"
    assert nudge(LONG_BEFORE, closing(date(2026, 9, 11))) == "Thu 10 Sep 08:00"


def test_a_nudge_that_was_missed_comes_in_school_hours_before_the_huddle_or_never() -> None:
    friday = datetime(2026, 9, 11, 13, tzinfo=UTC)  # eight o'clock in Chicago
    assert nudge(friday + timedelta(hours=3)) == "Fri 11 Sep 11:00"
    assert nudge(friday + timedelta(hours=9)) == "Mon 14 Sep 08:00"  # after school, and then comes the weekend
    assert nudge(friday + timedelta(days=2, hours=15)) == "Mon 14 Sep 08:00"  # at night
    assert nudge(friday + timedelta(days=3, hours=1)) == "never"


@given(plans, weeks, closed, st.integers(-200_000, 900_000))
def test_a_nudge_is_never_in_the_past_nor_after_the_huddle_began(
    plan: Plan, week: date, stretches: list[Stretch], seconds: int
) -> None:
    calendar = SchoolCalendar(stretches)
    slot = slot_of(plan, week, calendar)
    now = planned_at(plan, week) - timedelta(seconds=seconds)
    moment = when_to_nudge(now, plan, slot, calendar)
    if moment is not None:
        there = moment.astimezone(ZoneInfo(plan.time_zone))
        assert moment >= now
        assert calendar.is_school_day(there.date())
        assert slot.starts_at is None or moment < slot.starts_at


def test_a_huddle_closes_by_itself_at_six() -> None:
    assert local(slot_of(WEDNESDAY, MONDAY, OPEN).ends_at, "America/Chicago") == "Wed 09 Sep 18:00"
