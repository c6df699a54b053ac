"""How people write a due date, one line a way; and the laws that hold for every day and any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.due import AskDue, Due, Today, default_due, read_due, say_due, split_due
from handlers.rules.school_days import SchoolCalendar, Stretch
from storage.calendar import DayKind

WEDNESDAY = date(2027, 2, 10)
CALENDAR = SchoolCalendar(
    (
        Stretch(date(2027, 1, 4), date(2027, 3, 19), DayKind.TERM, "Quarter 3"),
        Stretch(date(2027, 3, 22), date(2027, 6, 4), DayKind.TERM, "4th quarter"),
        Stretch(date(2027, 3, 5), date(2027, 3, 5), DayKind.STAFF_ONLY, "Conferences"),
        Stretch(date(2027, 4, 5), date(2027, 4, 9), DayKind.BREAK, "Spring break"),
        Stretch(date(2027, 12, 20), date(2027, 12, 31), DayKind.BREAK, "Winter recess"),
    )
)
TODAY = Today(WEDNESDAY, calendar=CALENDAR, next_huddle=date(2027, 2, 17))
EVERY_DAY = st.dates(WEDNESDAY - timedelta(days=731), WEDNESDAY + timedelta(days=731))


def day(month: int, number: int, year: int = 2027) -> date:
    return date(year, month, number)


def due(words: str, today: Today = TODAY) -> Due:
    read = read_due(words, today)
    assert isinstance(read, Due), read
    return read


def asked(words: str, today: Today = TODAY) -> AskDue:
    read = read_due(words, today)
    assert isinstance(read, AskDue), read
    return read


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("fri", day(2, 12)),
        ("by friday", day(2, 12)),
        ("Friday!", day(2, 12)),
        ("firday", day(2, 12)),
        ("this thurs", day(2, 11)),
        ("before fri", day(2, 11)),
        ("b4 fri", day(2, 11)),
        ("b4 monday", day(2, 12)),
        ("EOD", day(2, 10)),
        ("today", day(2, 10)),
        ("tonight", day(2, 10)),
        ("tmrw", day(2, 11)),
        ("2moro", day(2, 11)),
        ("day after tomorrow", day(2, 12)),
        ("EOW", day(2, 12)),
        ("end of next week", day(2, 19)),
        ("tues next week", day(2, 16)),
        ("end of month", day(2, 26)),
        ("eom", day(2, 26)),
        ("end of march", day(3, 31)),
        ("in 2 wks", day(2, 24)),
        ("two weeks", day(2, 24)),
        ("in a couple of days", day(2, 12)),
        ("in a month", day(3, 10)),
        ("in 3 school days", day(2, 15)),
        ("a week from monday", day(2, 22)),
        ("monday week", day(2, 22)),
        ("a week before spring break", day(3, 29)),
        ("25/3", day(3, 25)),
        ("10/22", day(10, 22)),
        ("10-22-2027", day(10, 22)),
        ("Feb 12", day(2, 12)),
        ("Feb. 12, 2027", day(2, 12)),
        ("12 February", day(2, 12)),
        ("the 12th of feb", day(2, 12)),
        ("2027-02-12", day(2, 12)),
        ("fri 2/12", day(2, 12)),
        ("friday the 12th", day(2, 12)),
        ("the 15th", day(2, 15)),
        ("the 9th", day(3, 9)),
        ("fri morning", day(2, 12)),
        ("thurs by 3pm", day(2, 11)),
        ("end of day friday", day(2, 12)),
        ("monday before school", day(2, 15)),
        ("no later than friday", day(2, 12)),
        ("next huddle", day(2, 17)),
        ("before the next huddle", day(2, 16)),
        ("end of Q3", day(3, 19)),
        ("end of the quarter", day(3, 19)),
        ("before break", day(4, 2)),
        ("until spring break", day(4, 2)),
        ("after spring vacation", day(4, 12)),
        ("winter break", day(12, 17)),
        ("conferences", day(3, 4)),
    ],
)
def test_a_day_is_read_however_it_is_written(written: str, meant: date) -> None:
    assert due(written).on == meant


@pytest.mark.parametrize(
    ("written", "meant", "other"),
    [
        ("next thurs", day(2, 18), day(2, 11)),
        ("next mon", day(2, 15), day(2, 22)),
        ("wed", day(2, 10), day(2, 17)),
        ("next week", day(2, 15), day(2, 19)),
        ("3/4", day(3, 4), day(4, 3)),
        ("before next thurs", day(2, 17), day(2, 10)),
    ],
)
def test_a_second_reading_stays_one_click_away(written: str, meant: date, other: date) -> None:
    assert (due(written).on, due(written).other) == (meant, other)


def test_the_school_decides_whether_the_day_comes_first() -> None:
    read = due("4/5", Today(WEDNESDAY, month_first=False))
    assert (read.on, read.other) == (day(5, 4), day(4, 5))


def test_a_friday_read_on_a_friday_is_that_day() -> None:
    friday = Today(day(2, 12))
    assert (due("fri", friday).on, due("fri", friday).other) == (day(2, 12), day(2, 19))
    assert due("before fri", friday).on == day(2, 18)
    assert (due("a week from friday", friday).on, due("a week from friday", friday).other) == (day(2, 26), day(2, 19))


@pytest.mark.parametrize(
    ("written", "meant", "closed"),
    [
        ("3d", day(2, 15), day(2, 13)),
        ("saturday", day(2, 15), day(2, 13)),
        ("3/5", day(3, 8), day(3, 5)),
        ("apr 7", day(4, 12), day(4, 7)),
    ],
)
def test_a_closed_day_moves_on_and_says_so(written: str, meant: date, closed: date) -> None:
    assert (due(written).on, due(written).moved_from) == (meant, closed)


@pytest.mark.parametrize(
    ("written", "choices"),
    [
        ("2/3", (day(3, 2), day(2, 3, 2028))),
        ("Fri 2/11", (day(2, 11), day(2, 12))),
        ("31 February", ()),
        ("2/31", ()),
        ("2026-02-03", ()),
        ("yesterday", ()),
        ("by monday last week", ()),
        ("friday the 13th", (day(2, 12), day(2, 13))),
        ("the 31st", (day(3, 31),)),
        ("march", (day(3, 1), day(3, 31))),
        ("by the IEP", ()),
        ("end of Q1", ()),
        ("fall break", ()),
        ("in a few days", (day(2, 12), day(2, 15), day(2, 17))),
        ("in 999999999 days", ()),
        ("1/1/9999", ()),
    ],
)
def test_what_is_unclear_is_asked(written: str, choices: tuple[date, ...]) -> None:
    assert asked(written).choices == choices


def test_a_huddle_nobody_planned_is_asked() -> None:
    assert asked("next huddle", Today(WEDNESDAY)).choices == ()


@pytest.mark.parametrize("written", ["EOD", "today", "wed", "2/10"])
def test_after_school_today_is_asked(written: str) -> None:
    assert asked(written, Today(WEDNESDAY, is_after_school=True)).choices[0] == WEDNESDAY


def test_in_december_a_day_of_january_is_the_next_one() -> None:
    assert due("1/7", Today(day(12, 15))).on == day(1, 7, 2028)


@pytest.mark.parametrize("written", ["", "maya", "hello there", "before lunch", "before school", "14", "sun hat"])
def test_other_words_are_no_day(written: str) -> None:
    assert read_due(written, TODAY) is None


@pytest.mark.parametrize(
    "text",
    [
        "finished 2/3 tasks",
        "finished 2/3",
        "7/10 steps",
        "correct on 14/20 problems",
        "she may sit",
        "he sat",
        "out in the sun",
        "march to lunch",
        "work on the IEP",
        "call mom every friday",
        "ask what happened last friday",
        "spoke to dad on monday last week",
        "as agreed on tuesday of last week",
        "he was sent home by monday two weeks ago",
        "ready by 5th grade",
        "read to him before bed",
        "he worked 3 days",
    ],
)
def test_what_only_looks_like_a_day_stays_in_the_text(text: str) -> None:
    assert split_due(text, TODAY) == (text, None)


@pytest.mark.parametrize(
    ("text", "rest", "meant"),
    [
        ("send home the reading log <@U1|lopez> by friday", "send home the reading log <@U1|lopez>", day(2, 12)),
        ("June: call home by June 3", "June: call home", day(6, 3)),
        ("call home in 2 wks", "call home", day(2, 24)),
        ("call dad 2/12 pls", "call dad pls", day(2, 12)),
        ("by friday call mom about the monday meeting", "call mom about the monday meeting", day(2, 12)),
        ("meet on tuesday and send notes by friday", "meet on tuesday and send notes", day(2, 12)),
        ("get ready for friday", "get ready for friday", day(2, 12)),
        ("due: friday send log", "send log", day(2, 12)),
        ("call mom (by friday).", "call mom.", day(2, 12)),
        ("draft a plan by next thurs, then email", "draft a plan, then email", day(2, 18)),
        ("call friday at 3pm", "call", day(2, 12)),
        ("bring back by friday last week's homework", "bring back last week's homework", day(2, 12)),
        ("friday", "", day(2, 12)),
        ("send it b4 break", "send it", day(4, 2)),
    ],
)
def test_a_day_is_taken_out_of_a_due_place(text: str, rest: str, meant: date) -> None:
    left, read = split_due(text, TODAY)
    assert (left, read.on if isinstance(read, Due) else read) == (rest, meant)


def test_two_announced_days_are_asked() -> None:
    text = "remind mom by monday that forms are due friday"
    left, read = split_due(text, TODAY)
    assert isinstance(read, AskDue)
    assert (left, read.choices) == (text, (day(2, 12), day(2, 15)))


@given(EVERY_DAY)
def test_what_is_said_is_read_back(on: date) -> None:
    read = read_due(say_due(on), Today(WEDNESDAY))
    assert (read.on if isinstance(read, Due) else read and read.read) == on


@given(EVERY_DAY, st.integers(0, 365))
def test_what_is_said_of_a_day_to_come_is_read_back_on_any_day_before(on: date, ahead: int) -> None:
    today = on - timedelta(days=ahead)
    assert read_due(say_due(on, today), Today(today)) == Due(on, words=say_due(on, today))


@given(
    st.text() | st.lists(st.sampled_from("by on due before next the 2/3 fri a week from of end 3 d - . <@U1>".split()))
)
def test_any_text_gets_an_answer(words: str | list[str]) -> None:
    text = words if isinstance(words, str) else " ".join(words)
    left, read = split_due(text, TODAY)
    assert read is not None or left == text.strip()
    read_due(text, TODAY)


@given(st.text(alphabet="abdefirx/ 123-", max_size=60), EVERY_DAY)
def test_no_day_read_is_over(words: str, today: date) -> None:
    read = read_due(words, Today(today))
    if isinstance(read, Due):
        assert read.on >= today


@given(EVERY_DAY, st.none() | st.integers(0, 4))
def test_a_day_nobody_names_is_a_school_day_to_come(today: date, huddle_day: int | None) -> None:
    found = default_due(today, huddle_day, CALENDAR)
    assert found > today
    assert CALENDAR.is_school_day(found)
