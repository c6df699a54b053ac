"""School days are counted in the school's own calendar, and its parts are found by what people call them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.school_days import SchoolCalendar, Stretch
from storage.calendar import DayKind

MONDAY = date(2027, 2, 8)
DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
CALENDAR = SchoolCalendar(
    (
        Stretch(date(2027, 1, 4), date(2027, 3, 19), DayKind.TERM, "Third quarter"),
        Stretch(date(2027, 2, 15), date(2027, 2, 15), DayKind.NO_SCHOOL, "Founders' Day"),
        Stretch(date(2027, 2, 16), date(2027, 2, 16), DayKind.EARLY_RELEASE, "Early release"),
        Stretch(date(2027, 4, 5), date(2027, 4, 9), DayKind.BREAK, "Spring recess"),
        Stretch(date(2027, 4, 7), date(2027, 4, 7), DayKind.STAFF_ONLY, "Planning"),
        Stretch(date(2027, 6, 1), date(2027, 6, 30), DayKind.TERM, "Summer school"),
    )
)


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    starts = draw(st.lists(st.tuples(DAYS, st.integers(0, 40), st.sampled_from(DayKind)), max_size=8))
    return SchoolCalendar(tuple(Stretch(day, day + timedelta(days=more), kind) for day, more, kind in starts))


def test_weekends_holidays_and_breaks_are_closed_and_short_days_are_not() -> None:
    week = [CALENDAR.is_school_day(date(2027, 2, 13) + timedelta(days=number)) for number in range(7)]
    assert week == [False, False, False, True, True, True, True]


def test_a_day_inside_a_break_is_closed_before_and_after_a_shorter_closure_in_it() -> None:
    assert [CALENDAR.is_school_day(date(2027, 4, number)) for number in (6, 7, 8)] == [False, False, False]


def test_school_days_are_counted_over_closures() -> None:
    assert CALENDAR.add_school_days(date(2027, 2, 12), 1) == date(2027, 2, 16)
    assert CALENDAR.add_school_days(date(2027, 2, 16), -1) == date(2027, 2, 12)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("break", "Spring recess"),
        ("the spring vacation", "Spring recess"),
        ("Q3", "Third quarter"),
        ("3rd quarter", "Third quarter"),
        ("founders day", "Founders' Day"),
        ("the quarter", "Third quarter"),
    ],
)
def test_a_part_of_the_year_is_found_by_what_people_call_it(words: str, name: str) -> None:
    found = CALENDAR.find_named(words, MONDAY)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("words", ["", "the", "3", "winter break", "Q1", "lunch"])
def test_what_the_calendar_does_not_have_is_not_found(words: str) -> None:
    assert CALENDAR.find_named(words, MONDAY) is None


def test_what_is_over_is_not_found() -> None:
    assert CALENDAR.find_named("spring break", date(2027, 4, 10)) is None


@given(calendars(), DAYS)
def test_the_next_school_day_is_the_first(calendar: SchoolCalendar, day: date) -> None:
    found = calendar.next_school_day(day)
    assert calendar.is_school_day(found)
    assert not any(calendar.is_school_day(day + timedelta(days=n)) for n in range((found - day).days))
    assert calendar.school_day_before(day) < day


@given(calendars(), DAYS, st.integers(1, 60))
def test_as_many_school_days_lie_between_as_were_added(calendar: SchoolCalendar, day: date, count: int) -> None:
    span = (calendar.add_school_days(day, count) - day).days
    assert sum(calendar.is_school_day(day + timedelta(days=number)) for number in range(1, span + 1)) == count


def test_a_calendar_without_school_days_still_answers() -> None:
    never = SchoolCalendar((Stretch(date(2020, 1, 1), date(2040, 1, 1), DayKind.NO_SCHOOL),))
    assert never.next_school_day(MONDAY) == MONDAY
    assert never.add_school_days(MONDAY, 5) > MONDAY
