"""Buckets that empty with each call and fill up as time goes by."""

import pytest

from sandbox.rates import Pace, Rate


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time the buckets see; a test moves it by hand."""
    now = [1000.0]
    monkeypatch.setattr("sandbox.rates.time.monotonic", lambda: now[0])
    return now


def test_a_burst_passes_and_the_next_waits(moment: list[float]) -> None:
    pace, rate = Pace(on=True), Rate(per_minute=60, burst=3)
    assert [pace.wait_before("a", rate) for _ in range(4)] == [0, 0, 0, 1]
    assert pace.wait_before("b", rate) == 0


def test_waiting_as_long_as_told_is_enough(moment: list[float]) -> None:
    pace, rate = Pace(on=True), Rate(per_minute=20, burst=1)
    assert pace.wait_before("a", rate) == 0
    wait = pace.wait_before("a", rate)
    assert wait == 3
    moment[0] += wait
    assert pace.wait_before("a", rate) == 0


def test_rest_saves_up_no_more_than_a_burst(moment: list[float]) -> None:
    pace, rate = Pace(on=True), Rate(per_minute=60, burst=2)
    moment[0] += 3600
    assert [pace.wait_before("a", rate) for _ in range(3)] == [0, 0, 1]


def test_switched_off_everything_passes() -> None:
    pace = Pace(on=False)
    assert [pace.wait_before("a", Rate(1, 1)) for _ in range(50)] == [0] * 50
