"""Whose turn it is: everybody's comes before anybody's second, and the queue says why."""

import enum
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

LONG_AGO = float("-inf")


class Why(enum.StrEnum):
    """Why somebody stands where they stand in the queue."""

    TAKES = "takes"  # somebody gave this week to them
    PINNED = "pinned"
    TOLD = "told"  # the members were told of them the day before
    FLAGGED = "flagged"  # a follow-up is overdue, or nobody owns one
    NEVER = "never"  # no turn yet, ever
    LONGEST = "longest"  # the longest since the last turn
    HAD = "had"  # had a turn this round, so the others come first
    SKIPPED = "skipped"  # not this week


@dataclass(frozen=True, slots=True)
class Candidate:
    """A student the team supports now. Archived and closed-out ones are none."""

    id: int
    last_turn: datetime | None = None
    pinned_at: datetime | None = None
    is_flagged: bool = False
    takes: bool = False  # this week, by a swap
    is_skipped: bool = False  # this week
    is_told: bool = False  # the day before; a flag that comes up overnight does not change it, a member may


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the queue."""

    student_id: int
    why: Why
    last_turn: datetime | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """Everybody in order. `begins_round`: who comes next is the first of a new round, all others having had a turn."""

    places: tuple[Place, ...]
    begins_round: bool = False

    @property
    def next(self) -> Place | None:
        return next((place for place in self.places if place.why != Why.SKIPPED), None)


def line_up(candidates: Collection[Candidate], round_began: datetime | None) -> Queue:
    """The queue. A turn since `round_began` counts for this round; None: there was no round yet."""
    begins_round = _is_round_over(candidates, round_began)
    since = None if begins_round else round_began
    ordered = sorted(candidates, key=lambda one: _rank(one, has_had_turn(one, since)))
    places = tuple(Place(one.id, _why(one, has_had_turn(one, since)), one.last_turn) for one in ordered)
    return Queue(places, begins_round)


def has_had_turn(candidate: Candidate, round_began: datetime | None) -> bool:
    return round_began is not None and candidate.last_turn is not None and candidate.last_turn >= round_began


def find_place(places: Sequence[Place], student_id: int) -> int | None:
    """Counted from 1."""
    return next((number for number, place in enumerate(places, 1) if place.student_id == student_id), None)


def _is_round_over(candidates: Collection[Candidate], round_began: datetime | None) -> bool:
    """Nobody who could have this week still waits for their turn."""
    if round_began is None:
        return True
    return all(one.is_skipped or has_had_turn(one, round_began) for one in candidates)


def _rank(one: Candidate, has_had: bool) -> tuple[bool, bool, bool, float, bool, bool, float, int]:
    """Who was skipped goes last this week and keeps their place for the next."""
    return (
        one.is_skipped,
        has_had,
        not one.takes,
        one.pinned_at.timestamp() if one.pinned_at is not None else float("inf"),
        not one.is_told,
        not one.is_flagged,
        one.last_turn.timestamp() if one.last_turn is not None else LONG_AGO,
        one.id,
    )


def _why(one: Candidate, has_had: bool) -> Why:
    reasons = (
        (Why.SKIPPED, one.is_skipped),
        (Why.HAD, has_had),
        (Why.TAKES, one.takes),
        (Why.PINNED, one.pinned_at is not None),
        (Why.TOLD, one.is_told),
        (Why.FLAGGED, one.is_flagged),
        (Why.NEVER, one.last_turn is None),
    )
    return next((why for why, is_so in reasons if is_so), Why.LONGEST)
