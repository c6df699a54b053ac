"""The practice clock moves forward only, and no ts comes twice."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.clock import Clock
from sandbox.memory import Memory
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.elsewhere import run


@pytest.fixture
def clock() -> Clock:
    return Clock(Memory(None))


def test_the_clock_starts_at_a_moment_that_is_still_to_come() -> None:
    start = datetime.now(UTC) + timedelta(days=400)
    assert Clock(Memory(None), start).now() >= start
    assert Clock(Memory(None), datetime(2001, 1, 1, tzinfo=UTC)).now() > datetime(2024, 1, 1, tzinfo=UTC)


def test_the_clock_never_goes_back(clock: Clock) -> None:
    with pytest.raises(ValueError, match="forward"):
        clock.forward(-1)
    with pytest.raises(ValueError, match="forward"):
        clock.forward_to(clock.now() - timedelta(days=1))


@settings(deadline=None, max_examples=30)
@given(jumps=st.lists(st.floats(0, 1e6), max_size=20))
def test_stamps_grow_whatever_the_clock_does(jumps: list[float]) -> None:
    clock, stamps = Clock(Memory(None)), list[str]()
    for jump in jumps:
        clock.forward(jump)
        stamps += [clock.ts(), clock.ts()]
    assert stamps == sorted(set(stamps))


def test_a_sleeper_wakes_when_the_clock_jumps_past(clock: Clock) -> None:
    async def sleep_an_hour() -> None:
        sleeping = asyncio.create_task(clock.sleep(3600))
        await asyncio.sleep(0)
        clock.forward(3599)
        done, _ = await asyncio.wait([sleeping], timeout=0.01)
        assert not done
        clock.forward(1)
        await asyncio.wait_for(sleeping, 5)

    run(sleep_an_hour())


def test_the_page_and_the_app_read_the_same_clock(sandbox: Sandbox, at_ash: Visitor) -> None:
    before = sandbox.now()
    at_ash.moves_clock(hours=5)
    assert sandbox.now() - before >= timedelta(hours=5)
    assert at_ash.state()["now"] > before.isoformat()
    assert at_ash.moves_clock(hours=-1).error == "only_forward"


def test_what_an_app_waits_for_is_offered_until_it_is_over(clock: Clock) -> None:
    soon = clock.now() + timedelta(hours=2)
    clock.mark("the next huddle", soon)
    assert clock.marks() == {"the next huddle": soon}
    clock.forward(3 * 3600)
    assert clock.marks() == {}
