"""Promises that come again: how people write them, and the school days they fall on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.due import AskDue, Today
from handlers.rules.repeats import Repeat, from_text, read_repeat, say_repeat, split_repeat, to_text
from handlers.rules.school_days import SchoolCalendar
from tests.handlers.rules.test_due import CALENDAR, TODAY, WEDNESDAY
from tests.handlers.rules.test_school_days import calendars

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
REPEATS = st.builds(
    Repeat,
    st.sets(st.integers(0, 4), min_size=1).map(lambda days: tuple(sorted(days))),
    st.integers(1, 4),
    DAYS,
    st.none() | DAYS,
)


def repeat(words: str) -> Repeat:
    read = read_repeat(words, TODAY)
    assert isinstance(read, Repeat), read
    return read


@pytest.mark.parametrize(
    ("written", "weekdays", "weeks", "until"),
    [
        ("every friday", (4,), 1, None),
        ("every friday until winter break", (4,), 1, date(2027, 12, 17)),
        ("each fri till spring break", (4,), 1, date(2027, 4, 2)),
        ("every monday", (0,), 1, None),
        ("every mon and wed", (0, 2), 1, None),
        ("every other friday", (4,), 2, None),
        ("every 2 weeks until Mar 3", (2,), 2, date(2027, 3, 3)),
        ("every two weeks on monday", (0,), 2, None),
        ("biweekly", (2,), 2, None),
        ("weekly on thurs", (3,), 1, None),
        ("daily until 2/19", (0, 1, 2, 3, 4), 1, date(2027, 2, 19)),
        ("every school day until the end of Q3", (0, 1, 2, 3, 4), 1, date(2027, 3, 19)),
        ("every friday before break", (4,), 1, date(2027, 4, 2)),
    ],
)
def test_how_often_is_read_however_it_is_written(
    written: str, weekdays: tuple[int, ...], weeks: int, until: date | None
) -> None:
    assert repeat(written) == Repeat(weekdays, weeks, WEDNESDAY, until)


@pytest.mark.parametrize(
    "written", ["", "friday", "every time he asks", "every 40 weeks", "everyone", "every friday until lunch"]
)
def test_other_words_do_not_repeat(written: str) -> None:
    assert read_repeat(written, TODAY) is None


def test_an_end_that_is_unclear_is_asked() -> None:
    assert isinstance(read_repeat("every friday until fall break", TODAY), AskDue)


def test_how_often_is_taken_out_of_a_promise() -> None:
    rest, read = split_repeat("call home every friday until spring break, he likes it", TODAY)
    assert rest == "call home he likes it"
    assert read == Repeat((4,), 1, WEDNESDAY, date(2027, 4, 2))


def test_a_promise_without_it_stays_whole() -> None:
    text = "praise him every time he tries"
    assert split_repeat(text, TODAY) == (text, None)


def test_a_closed_friday_is_the_thursday_before_and_a_break_has_none() -> None:
    fridays = Repeat((4,), 1, WEDNESDAY)
    assert fridays.next_on(date(2027, 2, 26), CALENDAR) == date(2027, 3, 4)  # conferences on the 5th
    assert fridays.next_on(date(2027, 4, 2), CALENDAR) == date(2027, 4, 16)


def test_it_is_said_in_full() -> None:
    assert say_repeat(repeat("every mon and wed until Mar 3")) == (
        "every Monday and Wednesday until Wednesday, 3 March 2027"
    )
    assert say_repeat(repeat("every other friday")) == "every 2 weeks on Friday"
    assert say_repeat(repeat("daily")) == "every school day"


@given(REPEATS)
def test_what_is_kept_is_read_back(kept: Repeat) -> None:
    assert from_text(to_text(kept)) == kept


@given(REPEATS)
def test_what_is_said_is_read_back(said: Repeat) -> None:
    """A day that is over ends nothing any more: it is asked about."""
    read = read_repeat(say_repeat(said), Today(said.starts_on))
    if said.until is not None and said.until < said.starts_on:
        assert isinstance(read, AskDue)
    else:
        assert read == said


@given(REPEATS, calendars(), DAYS)
def test_the_next_time_is_a_school_day_after_and_not_past_the_end(
    kept: Repeat, calendar: SchoolCalendar, after: date
) -> None:
    found = kept.next_on(after, calendar)
    if found is not None:
        assert found > after
        assert found >= kept.starts_on
        assert calendar.is_school_day(found)
        assert kept.until is None or found <= kept.until


@given(REPEATS, calendars(), DAYS, st.integers(1, 30))
def test_no_time_is_left_out_by_asking_later(kept: Repeat, calendar: SchoolCalendar, after: date, more: int) -> None:
    found = kept.next_on(after, calendar)
    if found is not None and after + timedelta(days=more) < found:
        assert kept.next_on(after + timedelta(days=more), calendar) == found


@given(st.text(max_size=60) | st.sampled_from(["::", "x:1:2:3", "1:9:2027-01-01:", "0:1:2027-01-01:"]))
def test_anything_else_kept_is_nothing(kept: str) -> None:
    assert from_text(kept) is None
