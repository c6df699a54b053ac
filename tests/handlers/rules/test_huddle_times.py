"""Huddle times are said as people say them, and read as a time picker sends them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.huddle_times import read_time, say_huddle, say_time


def test_a_huddle_is_said_with_its_day_and_time() -> None:
    assert say_huddle(2, time(15, 15)) == "Wednesdays at 3:15 PM"


@pytest.mark.parametrize(
    ("at", "said"),
    [(time(0, 5), "12:05 AM"), (time(8), "8:00 AM"), (time(12), "12:00 PM"), (time(23, 59), "11:59 PM")],
)
def test_midnight_and_noon_are_twelve(at: time, said: str) -> None:
    assert say_time(at) == said


@given(st.times())
def test_a_picked_time_is_read_back(at: time) -> None:
    assert read_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)


@pytest.mark.parametrize("text", ["", ":", "25:00", "12:60", "3", "3:5", "-1:00", "ab:cd", "１２:００a", "123:00"])
def test_what_is_no_time_is_not_read(text: str) -> None:
    assert read_time(text) is None


@given(st.text(max_size=8))
def test_any_text_is_read_or_not_and_never_breaks(text: str) -> None:
    found = read_time(text)
    assert found is None or found.second == 0
