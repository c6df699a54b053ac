"""Slack's pace for one channel, reckoned without waiting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rates import BURST, Rates
from storage.outbox import Act
from tests.bot.verbs import post


class Hand:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def test_a_short_burst_passes_and_then_it_is_one_a_second() -> None:
    hand = Hand()
    rates = Rates(hand)
    for _ in range(int(BURST)):
        assert rates.full() == set()
        rates.count(post("C1"))
    assert rates.full() == {"plain:C1"}
    assert rates.soonest() == pytest.approx(1.0)
    hand.at = 1.0
    assert rates.full() == set()


def test_two_queues_of_one_channel_share_its_pace() -> None:
    rates = Rates(Hand())
    for number in range(int(BURST)):
        rates.count(post("C1", queue="C1" if number % 2 else "plain:C1"))
    assert rates.full() == {"C1", "plain:C1"}


def test_one_channels_pace_holds_up_no_other() -> None:
    rates = Rates(Hand())
    for _ in range(int(BURST)):
        rates.count(post("C1"))
    rates.count(post("C2"))
    assert rates.full() == {"plain:C1"}


@pytest.mark.parametrize("act", [Act.HOME, Act.WORK, Act.UPDATE, Act.DELETE, Act.WHISPER])
def test_only_messages_are_paced_by_channel(act: Act) -> None:
    rates = Rates(Hand())
    for _ in range(20):
        rates.count(post("C1", act=act))
    assert rates.full() == set()


@given(st.lists(st.floats(0.0, 3.0), max_size=60))
def test_never_more_than_the_burst_and_one_a_second(pauses: list[float]) -> None:
    hand = Hand()
    rates = Rates(hand)
    sent = 0
    for pause in pauses:
        hand.at += pause
        if not rates.full():
            rates.count(post("C1"))
            sent += 1
        assert sent <= BURST + hand.at
