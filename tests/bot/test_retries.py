"""When a row is tried again, and when it is given up, in plain values."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import retries
from bot.deliver import NotYet
from bot.slack import SlackSilent
from storage.database import Busy

PASSING = SlackSilent("TimeoutError", unsure=True)


def least(low: float, _high: float) -> float:
    return low


def most(_low: float, high: float) -> float:
    return high


def test_it_waits_longer_each_time_and_never_longer_than_five_minutes() -> None:
    waits = [retries.wait_after(PASSING, attempts, most) for attempts in range(1, 20)]
    assert waits[:5] == [1.0, 2.0, 4.0, 8.0, 16.0]
    assert waits == sorted(waits)
    assert max(waits) == 300.0


@given(st.integers(1, 10_000))
def test_jitter_takes_no_more_than_half_of_it(attempts: int) -> None:
    shortest, longest = (retries.wait_after(PASSING, attempts, jitter) for jitter in (least, most))
    assert shortest == longest / 2


def test_slacks_own_retry_after_is_never_cut_short() -> None:
    assert retries.wait_after(SlackSilent("ratelimited", 30.0), 1, least) == 30.0
    assert retries.wait_after(SlackSilent("ratelimited", 30.0), 9, most) == 31.0


def test_what_waits_for_something_else_looks_less_often_each_time_and_every_minute_at_least() -> None:
    waits = [retries.wait_after(NotYet("waits_for_parent", 1.0), attempts) for attempts in (1, 2, 59, 60, 600)]
    assert waits == [1.0, 2.0, 59.0, 60.0, 60.0]
    assert retries.wait_after(NotYet("guest", 60.0), 3) == 60.0


@pytest.mark.parametrize(
    ("error", "left"),
    [
        (PASSING, True),
        (SlackSilent("ratelimited", 1.0), False),
        (SlackSilent("invalid_auth"), False),
        (NotYet("waits_for_parent", 1.0), False),
        (Busy(), False),
        (KeyError("x"), True),
    ],
)
def test_only_what_may_have_left_has_to_be_looked_for(error: Exception, left: bool) -> None:
    assert retries.may_have_left(error) is left


@pytest.mark.parametrize("error", [PASSING, Busy(), NotYet("waits_for_parent", 1.0)])
def test_slacks_and_the_memorys_troubles_are_not_our_own(error: Exception) -> None:
    assert not retries.is_ours(error)


def test_it_ends_after_a_day_or_after_five_errors_of_our_own() -> None:
    assert not retries.is_hopeless(timedelta(hours=23), 4)
    assert retries.is_hopeless(timedelta(hours=25), 0)
    assert retries.is_hopeless(timedelta(), 5)


def test_the_reason_that_is_kept_quotes_nobody() -> None:
    assert retries.short_word(KeyError("Maya")) == "our_own_error"
    assert retries.short_word(SlackSilent("is_archived")) == "is_archived"
    assert retries.short_word(NotYet("guest", 60.0)) == "guest"
