"""When somebody asks about is read from the day of asking; the day after the last is where it ends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.questions.periods import read_period

WEDNESDAY = date(2027, 2, 10)


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("who was it in october", "2026-10-01", "2026-11-01"),
        ("in february", "2027-02-01", "2027-03-01"),
        ("last month", "2027-01-01", "2027-02-01"),
        ("this week", "2027-02-08", "2027-02-15"),
        ("last year", "2025-08-01", "2026-08-01"),
        ("since monday", "2027-02-08", None),
        ("since september", "2026-09-01", None),
        ("before october", None, "2026-10-01"),
        ("on january 12", "2027-01-12", "2027-01-13"),
        ("on 10 1", "2026-10-01", "2026-10-02"),
        ("yesterday", "2027-02-09", "2027-02-10"),
        ("two weeks ago", "2027-01-27", "2027-01-28"),
        ("back in november", "2026-11-01", "2026-12-01"),
    ],
)
def test_a_period_is_read(words: str, since: str | None, until: str | None) -> None:
    period = read_period(words, WEDNESDAY)
    assert period is not None
    assert (period.since, period.until) == tuple(day and date.fromisoformat(day) for day in (since, until))


@pytest.mark.parametrize(
    "words", ["who has may", "follow up for june", "update on may", "march to lunch", "on 31 february"]
)
def test_what_only_looks_like_a_date_is_none(words: str) -> None:
    assert read_period(words, WEDNESDAY) is None


_WORDS = """
in on since before may june october 31 10 1 2026 02 30 last next week month 99 of ago days the 1st a monday
""".split()


@given(st.lists(st.sampled_from(_WORDS), max_size=6).map(" ".join), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_words_give_a_period_in_order_or_none(words: str, today: date) -> None:
    period = read_period(words, today)
    if period and period.since and period.until:
        assert period.since < period.until
