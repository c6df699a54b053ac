"""An ICS export: repeats, all-day ends, zones, and which of its entries say anything about school days."""

from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calendars.read_ics import read_ics
from handlers.calendars.rows import CalendarFile, FileRefused
from storage.calendar import DayKind

CHICAGO = ZoneInfo("America/Chicago")
FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)


def read(*events: str, zone: ZoneInfo = CHICAGO) -> CalendarFile:
    made = "".join(f"BEGIN:VEVENT\r\nUID:{number}\r\n{event}\r\nEND:VEVENT\r\n" for number, event in enumerate(events))
    whole = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\n{made}END:VCALENDAR\r\n"
    return read_ics(whole.encode(), FIRST, LAST, zone)


def days(found: CalendarFile) -> list[tuple[str, str, DayKind]]:
    return [(one.starts_on.isoformat(), one.ends_on.isoformat(), one.kind) for one in found.marked]


def event(summary: str, *lines: str) -> str:
    return "\r\n".join([f"SUMMARY:{summary}", *lines])


def test_an_all_day_end_is_exclusive() -> None:
    one = event("Labor Day - No School", "DTSTART;VALUE=DATE:20260907", "DTEND;VALUE=DATE:20260908")
    week = event("Winter Break", "DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20270102")
    assert days(read(one, week)) == [
        ("2026-09-07", "2026-09-07", DayKind.NO_SCHOOL),
        ("2026-12-21", "2027-01-01", DayKind.BREAK),
    ]


def test_an_all_day_event_without_an_end_is_one_day() -> None:
    assert days(read(event("No school", "DTSTART;VALUE=DATE:20261012"))) == [
        ("2026-10-12", "2026-10-12", DayKind.NO_SCHOOL)
    ]


def test_what_comes_again_stands_on_each_day_but_those_left_out_and_those_added() -> None:
    found = read(
        event(
            "Early release",
            "DTSTART;VALUE=DATE:20260902",
            "RRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260930",
            "EXDATE;VALUE=DATE:20260916",
            "RDATE;VALUE=DATE:20261005",
        )
    )
    assert [one.starts_on.isoformat() for one in found.marked] == [
        "2026-09-02", "2026-09-09", "2026-09-23", "2026-09-30", "2026-10-05",
    ]  # fmt: skip


def test_a_repeated_day_that_was_moved_stands_where_it_was_moved_to() -> None:
    weekly = event("Half day", "DTSTART;VALUE=DATE:20260904", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = "SUMMARY:Half day\r\nRECURRENCE-ID;VALUE=DATE:20260911\r\nDTSTART;VALUE=DATE:20260910"
    made = f"BEGIN:VEVENT\r\nUID:a\r\n{weekly}\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:a\r\n{moved}\r\nEND:VEVENT\r\n"
    whole = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{made}END:VCALENDAR\r\n"
    found = read_ics(whole.encode(), FIRST, LAST, CHICAGO)
    assert [one.starts_on.isoformat() for one in found.marked] == ["2026-09-04", "2026-09-10", "2026-09-18"]


def test_a_timed_event_counts_on_the_schools_own_day() -> None:
    late = event("Early dismissal", "DTSTART:20261021T030000Z", "DTEND:20261021T043000Z")  # 22:00 on the 20th there
    assert days(read(late)) == [("2026-10-20", "2026-10-20", DayKind.EARLY_RELEASE)]
    noon = event(
        "Early dismissal", "DTSTART;TZID=America/Chicago:20261021T120000", "DTEND;TZID=America/Chicago:20261022T000000"
    )
    assert days(read(noon)) == [("2026-10-21", "2026-10-21", DayKind.EARLY_RELEASE)]


def test_a_weekly_hour_stays_that_hour_when_the_clocks_change() -> None:
    found = read(
        event(
            "Late start",
            "DTSTART;TZID=America/Chicago:20261028T233000",
            "DURATION:PT20M",
            "RRULE:FREQ=WEEKLY;UNTIL=20261112T060000Z",
        )
    )
    assert [one.starts_on.isoformat() for one in found.marked] == ["2026-10-28", "2026-11-04", "2026-11-11"]


def test_a_moment_left_out_in_another_zone_is_the_same_moment() -> None:
    found = read(
        event(
            "Late start",
            "DTSTART;TZID=America/Chicago:20260902T080000",
            "DURATION:PT1H",
            "RRULE:FREQ=WEEKLY;COUNT=2",
            "EXDATE:20260909T130000Z",
        )
    )
    assert [one.starts_on.isoformat() for one in found.marked] == ["2026-09-02"]


def test_what_was_cancelled_or_says_nothing_of_school_days_is_not_taken() -> None:
    found = read(
        event("No school", "DTSTART;VALUE=DATE:20261012", "STATUS:CANCELLED"),
        event("Winter concert", "DTSTART;VALUE=DATE:20261210"),
        event("Spring break party", "DTSTART;VALUE=DATE:20270310"),
    )
    assert found.marked == ()
    assert sorted(one.what for one in found.others) == ["Spring break party", "Winter concert"]


def test_an_entry_whose_dates_cannot_be_read_is_named_and_the_rest_is_taken() -> None:
    found = read(
        event("No school", "DTSTART;VALUE=DATE:20261012", "RRULE:FREQ=SOMETIMES"),
        event("Holiday", "DTSTART;VALUE=DATE:20261126"),
    )
    assert [one.note for one in found.marked] == ["Holiday"]
    assert [(one.line, one.what) for one in found.left] == [(4, "No school")]


def test_days_outside_the_years_asked_for_are_left_alone() -> None:
    yearly = event("Holiday", "DTSTART;VALUE=DATE:19990101", "RRULE:FREQ=YEARLY")
    assert days(read(yearly)) == [("2027-01-01", "2027-01-01", DayKind.NO_SCHOOL)]


def test_a_break_that_began_before_is_taken_with_its_end() -> None:
    summer = event("Summer break", "DTSTART;VALUE=DATE:20260610", "DTEND;VALUE=DATE:20260820")
    assert days(read(summer)) == [("2026-06-10", "2026-08-19", DayKind.BREAK)]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"date,kind\n", b"<html>BEGIN:VCALENDAR", b"\xff\xfe\x00"])
def test_what_is_no_calendar_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read_ics(content, FIRST, LAST, CHICAGO)
    assert "Export it once more as ICS" in refused.value.sentence


lines = st.sampled_from(
    ["SUMMARY:No school", "DTSTART;VALUE=DATE:20261012", "DTSTART:20261012T080000Z", "DTEND;VALUE=DATE:20261001",
     "RRULE:FREQ=DAILY", "RRULE:FREQ=SECONDLY", "RRULE:", "RRULE:FREQ=WEEKLY;UNTIL=x", "EXDATE:nonsense",
     "RECURRENCE-ID:20261012", "DURATION:-P1D", "DTSTART;TZID=Nowhere/Land:20261012T080000", "RDATE;VALUE=PERIOD:x"]
)  # fmt: skip


@given(st.lists(st.lists(lines | st.text(max_size=20), max_size=5), max_size=3))
def test_whatever_a_file_holds_is_read_or_refused(some: list[list[str]]) -> None:
    made = "".join("BEGIN:VEVENT\r\n" + "\r\n".join(event) + "\r\nEND:VEVENT\r\n" for event in some)
    whole = f"BEGIN:VCALENDAR\r\n{made}END:VCALENDAR\r\n".encode(errors="replace")
    with suppress(FileRefused):
        assert all(one.starts_on <= one.ends_on for one in read_ics(whole, FIRST, LAST, CHICAGO).marked)
