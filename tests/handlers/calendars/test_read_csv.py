"""A plain calendar, `date,kind,note`: what is read of it, and what is said of the rest."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.calendars.kinds import WRITTEN, sort_entry
from handlers.calendars.read_csv import looks_like, read_csv
from handlers.calendars.rows import FileRefused, Marked
from storage.calendar import DayKind

days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_days_and_stretches_are_read_with_their_notes() -> None:
    found = read_csv(
        b"\xef\xbb\xbfDate,Kind,Note\r\n2026-11-26,no school,Thanksgiving\r\n\r\n"
        b"2026-12-21..2027-01-01,break,Winter break\r\n2026-10-09,Early_Release,\r\n"
    )
    assert found.marked == (
        Marked(date(2026, 11, 26), date(2026, 11, 26), DayKind.NO_SCHOOL, "Thanksgiving", 2),
        Marked(date(2026, 12, 21), date(2027, 1, 1), DayKind.BREAK, "Winter break", 4),
        Marked(date(2026, 10, 9), date(2026, 10, 9), DayKind.EARLY_RELEASE, "", 5),
    )


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("11/26/2026,no school,", "the date is not written as 2027-02-10"),
        ("2026-02-31,no school,", "the date is not written as 2027-02-10"),
        ("2026-11-26,pajama day,", "the kind is not one of"),
        ("2026-11-26..2026-11-20,break,", "it ends before it starts"),
        ("2026-01-01..2027-11-20,break,", "it is longer than a year"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_with_its_reason(line: str, why: str) -> None:
    (left,) = read_csv(f"date,kind,note\n{line}\n2026-11-26,no school,\n".encode()).left
    assert left.line == 2
    assert why in left.why


@pytest.mark.parametrize("content", [b"", b"day,what\n", b"date,kind\n\xff\xfe", b"date,kind\n" + b"x," * 600_000])
def test_a_file_that_is_no_calendar_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read_csv(content)
    assert any(word in refused.value.sentence for word in ("Add it", "Save it", "Send one"))


def test_a_table_that_no_table_reader_reads_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read_csv(b'date,kind,note\n2026-11-26,no school,"' + b"x" * 200_000)
    assert "no plain table" in refused.value.sentence


def test_a_calendar_is_told_from_a_list_of_students() -> None:
    assert looks_like(b"\xef\xbb\xbfDate, Kind,Note\n")
    assert not looks_like(b"school_id,first_name,last_name\n")


@given(days, st.integers(0, 366), st.sampled_from(sorted(WRITTEN)))
def test_what_is_written_is_read_back(starts_on: date, length: int, kind: str) -> None:
    ends_on = starts_on + timedelta(days=length)
    (marked,) = read_csv(f"date,kind,note\n{starts_on}..{ends_on},{kind},a day".encode()).marked
    assert (marked.starts_on, marked.ends_on, marked.kind) == (starts_on, ends_on, WRITTEN[kind])


@given(st.binary(max_size=200))
def test_whatever_stands_below_the_first_line_is_read_or_refused(rest: bytes) -> None:
    with suppress(FileRefused):
        found = read_csv(b"date,kind,note\n" + rest)
        assert all(one.starts_on <= one.ends_on for one in found.marked)


@pytest.mark.parametrize(
    ("summary", "kind"),
    [
        ("Thanksgiving Break - No School", DayKind.BREAK),
        ("Early Release: Teacher Planning", DayKind.EARLY_RELEASE),
        ("Professional Development (No Students)", DayKind.STAFF_ONLY),
        ("SCHOOL CLOSED", DayKind.NO_SCHOOL),
        ("M.L.K. Day", DayKind.NO_SCHOOL),
        ("Second Quarter", DayKind.TERM),
        ("Spring break party", None),
        ("Picture day", None),
        ("Breakfast with grandparents", None),
        ("", None),
    ],
)
def test_entries_are_sorted_by_their_words(summary: str, kind: DayKind | None) -> None:
    assert sort_entry(summary) is kind


def test_a_schools_own_words_go_before_the_built_in_ones() -> None:
    own = {DayKind.STAFF_ONLY: ("picture day", "school closed")}
    assert sort_entry("Picture Day", own) is DayKind.STAFF_ONLY
    assert sort_entry("School closed", own) is DayKind.STAFF_ONLY
