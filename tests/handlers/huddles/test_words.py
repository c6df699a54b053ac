"""What a huddle says, from plain values: steps by the team's own length, and what counts as a decision."""

import pytest

from handlers.huddles.decisions import read_decision
from handlers.huddles.replies import STEPS, say_step


@pytest.mark.parametrize(
    ("length", "minutes"),
    [
        (15, ["0-3", "3-6", "6-9", "9-12", "12-15"]),
        (20, ["0-4", "4-8", "8-12", "12-16", "16-20"]),
        (7, ["0-1", "1-3", "3-4", "4-6", "6-7"]),
    ],
)
def test_the_steps_share_the_teams_own_minutes(length: int, minutes: list[str]) -> None:
    said = [str(say_step(number, length).blocks) for number in range(len(STEPS))]
    assert [minute in words for minute, words in zip(minutes, said, strict=True)] == [True] * len(STEPS)


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Decided: timer in art", "timer in art"),
        ("*Decided:* timer in art", "timer in art"),
        ("we've agreed – sit by the window", "sit by the window"),
        ("DECISION - two weeks", "two weeks"),
        ("nothing is decided: we wait", ""),
        ("decided nothing", ""),
        ("Decided:", ""),
    ],
)
def test_a_decision_is_what_stands_after_the_word(text: str, decision: str) -> None:
    assert read_decision(text) == decision
