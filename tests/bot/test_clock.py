"""The machine's time, or the practice workspace's where that is ahead."""

from datetime import UTC, datetime, timedelta

from bot.clock import Clock
from tests.bot.conftest import Desk


def test_it_is_this_machines_time_in_utc() -> None:
    before = datetime.now(UTC)
    assert before <= Clock().now() <= datetime.now(UTC)


def test_the_practice_clock_moves_it_forward_and_says_that_it_jumped(desk: Desk) -> None:
    clock, jumps = Clock(f"{desk.sandbox.url}/clock"), []
    clock.on_jump = lambda: jumps.append(1)
    before = clock.now()
    desk.sandbox.forward(3600)
    clock.follow()
    clock.stop()
    assert clock.now() - before >= timedelta(hours=1)
    assert jumps


def test_silence_leaves_the_clock_as_it_is() -> None:
    clock = Clock("http://127.0.0.1:9/clock")
    clock.stop()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
