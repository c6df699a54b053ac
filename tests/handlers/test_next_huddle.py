"""The next huddle is said the same on Home, in the queue and to whoever asks, by the team's own rule."""

from datetime import date, datetime, time

import pytest

from handlers.conversation import Home, Request
from handlers.home.show import show
from handlers.next_huddle import find_next
from handlers.rules.huddle_slots import Plan
from handlers.rules.school_days import SchoolCalendar, Stretch
from storage.calendar import DayKind
from storage.database import Database
from tests.handlers.huddles.lane import ON_TIME, STARTS, Lane

WEEK = date(2026, 9, 7)
WEDNESDAY = date(2026, 9, 9)


@pytest.mark.parametrize(
    ("moves", "closed", "next_on"),
    [
        (True, (), WEDNESDAY),
        (True, (WEDNESDAY,), date(2026, 9, 10)),
        (False, (WEDNESDAY,), date(2026, 9, 16)),
        (True, (WEDNESDAY, date(2026, 9, 10), date(2026, 9, 11)), date(2026, 9, 16)),
    ],
)
def test_it_is_on_a_school_day_by_the_teams_own_rule(moves: bool, closed: tuple[date, ...], next_on: date) -> None:
    plan = Plan(2, time(15, 15), "America/Chicago", moves)
    days = SchoolCalendar(tuple(Stretch(day, day, DayKind.NO_SCHOOL) for day in closed))
    found = find_next(plan, WEEK, days)
    assert found is not None
    assert found.date() == next_on


def home_of(lane: Lane, person: str, now: datetime) -> str:
    with lane.database.read() as session:
        made = show(Request(person, now), session)
    assert isinstance(made, Home)
    return str(made.blocks)


def test_home_shows_this_weeks_huddle_and_who_is_in_focus(database: Database) -> None:
    lane = Lane(database)
    lane.fill()
    assert "Next huddle: Wednesday, 9 September at 3:15 PM\\n" in home_of(lane, "U1", STARTS)
    lane.ticks()
    assert "Next huddle: Wednesday, 9 September at 3:15 PM, on *Student0 I.*" in home_of(lane, "U1", STARTS)
    lane.at(ON_TIME)
    assert "In today's huddle: *Student0 I.*" in home_of(lane, "U1", ON_TIME)
