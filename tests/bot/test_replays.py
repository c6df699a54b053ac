"""A copy of a signed request is known for as long as Slack's own window could let it pass (PRV-40)."""

from hypothesis import given
from hypothesis import strategies as st

from bot.replays import KEPT_SECONDS, Replays

SLACKS_WINDOW = 300.0  # on either side


@given(st.lists(st.floats(0.0, 400.0), max_size=30))
def test_prv_40_nothing_is_forgotten_within_slacks_window(pauses: list[float]) -> None:
    now = 0.0
    replays = Replays(lambda: now)
    seen: dict[str, float] = {}
    for number, pause in enumerate(pauses):
        now += pause
        replays.remember(str(number))
        seen[str(number)] = now
        assert all(replays.knows(one) for one, at in seen.items() if now - at <= 2 * SLACKS_WINDOW)


def test_what_is_old_takes_no_room() -> None:
    now = 0.0
    replays = Replays(lambda: now)
    replays.remember("old")
    for _ in range(2):
        now += KEPT_SECONDS + 1
        replays.remember("new")
    assert not replays.knows("old")


def test_what_was_never_seen_is_unknown() -> None:
    assert not Replays().knows("anything")
