"""Everybody's turn comes before anybody's second, whatever is pinned, flagged or swapped; and the queue says why."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.rules.rotation import Candidate, Queue, Why, find_place, line_up

BEGAN = datetime(2026, 9, 7, 15, tzinfo=UTC)
WEEK = timedelta(weeks=1)
BEFORE, SINCE = BEGAN - WEEK, BEGAN + WEEK

moments = st.none() | st.integers(0, 50).map(lambda number: BEGAN + number * WEEK)
candidates = st.lists(
    st.builds(
        Candidate,
        id=st.integers(1, 30),
        last_turn=moments,
        pinned_at=moments,
        is_flagged=st.booleans(),
        takes=st.booleans(),
        is_skipped=st.booleans(),
        is_told=st.booleans(),
    ),
    unique_by=lambda one: one.id,
    max_size=12,
)


def order(*listed: Candidate, began: datetime | None = BEGAN) -> list[int]:
    return [place.student_id for place in line_up(listed, began).places]


def live(wishes: list[tuple[int, str]], students: int, weeks: int) -> list[int]:
    """Whose turn it was each week, with somebody pinned, flagged, swapped or skipped before it."""
    turns: dict[int, datetime] = {}
    pins: dict[int, datetime] = {}
    began: datetime | None = None
    found = []
    for number in range(weeks):
        now = BEGAN + number * WEEK
        who, wish = wishes[number % len(wishes)]
        if wish == "pin":
            pins.setdefault(who, now)
        queue = line_up([_candidate(one, turns, pins, who, wish) for one in range(students)], began)
        if queue.next is None:
            continue
        taken = queue.next.student_id
        began = now if queue.begins_round else began
        turns[taken] = now
        pins.pop(taken, None)
        found.append(taken)
    return found


def _candidate(one: int, turns: dict[int, datetime], pins: dict[int, datetime], who: int, wish: str) -> Candidate:
    is_meant = one == who
    return Candidate(one, turns.get(one), pins.get(one), is_meant and wish == "flag", is_meant and wish == "take")


@given(
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["pin", "flag", "take", ""])), min_size=1, max_size=20),
    st.integers(1, 8),
)
def test_everyones_turn_comes_before_anyones_second(wishes: list[tuple[int, str]], students: int) -> None:
    turns = live(wishes, students, weeks=students * 3)
    for start in range(0, len(turns), students):
        assert sorted(turns[start : start + students]) == list(range(students))


@given(candidates, moments)
def test_everybody_stands_in_the_queue_once(listed: list[Candidate], began: datetime | None) -> None:
    assert sorted(order(*listed, began=began)) == sorted(one.id for one in listed)


@given(candidates, moments)
def test_who_comes_next_has_had_no_turn_while_somebody_waits_for_one(
    listed: list[Candidate], began: datetime | None
) -> None:
    queue = line_up(listed, began)
    waiting = [one for one in listed if not one.is_skipped and (began is None or not _had(one, began))]
    if waiting and queue.next is not None:
        assert queue.next.student_id in {one.id for one in waiting}


def _had(one: Candidate, began: datetime) -> bool:
    return one.last_turn is not None and one.last_turn >= began


@given(candidates, moments)
def test_a_skip_takes_somebody_out_of_this_week_alone(listed: list[Candidate], began: datetime | None) -> None:
    queue = line_up(listed, began)
    skipped = {one.id for one in listed if one.is_skipped}
    assert (queue.next is None) == (skipped == {one.id for one in listed})
    assert queue.next is None or queue.next.student_id not in skipped


def test_pinned_come_before_flagged_and_those_before_the_longest_since() -> None:
    longest, flagged, pinned = (
        Candidate(1, BEFORE - WEEK),
        Candidate(2, BEFORE, is_flagged=True),
        Candidate(3, BEFORE, BEFORE),
    )
    assert order(longest, flagged, pinned) == [3, 2, 1]


def test_who_never_had_a_turn_comes_before_who_had_one_long_ago() -> None:
    assert order(Candidate(1, BEFORE), Candidate(2)) == [2, 1]


def test_a_pin_waits_for_the_next_round() -> None:
    queue = line_up([Candidate(1, SINCE, pinned_at=SINCE), Candidate(2, BEFORE)], BEGAN)
    assert [place.why for place in queue.places] == [Why.LONGEST, Why.HAD]


def test_when_everybody_has_had_a_turn_a_round_begins_and_the_pin_counts() -> None:
    queue = line_up([Candidate(1, SINCE + WEEK, pinned_at=SINCE), Candidate(2, SINCE)], BEGAN)
    assert (queue.begins_round, [place.student_id for place in queue.places]) == (True, [1, 2])


def test_a_swap_goes_before_a_pin_for_this_week() -> None:
    queue = line_up([Candidate(1, pinned_at=BEFORE), Candidate(2, takes=True)], None)
    assert [(place.student_id, place.why) for place in queue.places] == [(2, Why.TAKES), (1, Why.PINNED)]


def test_a_team_without_students_has_nobody_next() -> None:
    assert line_up([], BEGAN) == Queue((), begins_round=True)


def test_a_place_is_counted_from_one() -> None:
    places = line_up([Candidate(7), Candidate(9)], None).places
    assert (find_place(places, 9), find_place(places, 8)) == (2, None)


def test_who_was_announced_gives_way_to_a_members_wish_and_to_nothing_else() -> None:
    flagged, told = Candidate(1, is_flagged=True), Candidate(2, is_told=True)
    queue = line_up([flagged, told], BEGAN)
    assert [(place.student_id, place.why) for place in queue.places] == [(2, Why.TOLD), (1, Why.FLAGGED)]
    assert order(flagged, told, Candidate(3, pinned_at=BEGAN)) == [3, 2, 1]
    assert order(flagged, told, Candidate(3, takes=True)) == [3, 2, 1]
    assert order(flagged, Candidate(2, is_told=True, is_skipped=True)) == [1, 2]
