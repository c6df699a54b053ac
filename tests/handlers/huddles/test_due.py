"""Once a week for each team: on time, late with a word, or skipped with a word; never twice, never nothing."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from bot.claims import PUT_OFF
from handlers.huddles import due, endings, planning, steps
from storage import huddle_plans, huddles
from storage.database import Database
from storage.huddle_plans import HuddlePlan
from storage.outbox import Post
from storage.students import Student
from tests.handlers.huddles.lane import ON_TIME, STARTS, WEEK, Lane, live_until

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
WEDNESDAY, FRIDAY = date(2026, 9, 9), date(2026, 9, 11)


@pytest.fixture
def lane(database: Database) -> Lane:
    """A team of two students, and the clock has looked at it."""
    made = Lane(database)
    made.fill()
    made.ticks()
    return made


def test_it_comes_once_in_its_minute(lane: Lane) -> None:
    lane.at(ON_TIME - timedelta(seconds=1))
    assert lane.words("prompt") == []
    for seconds in (0, 10, 20, 60):
        lane.at(ON_TIME + timedelta(seconds=seconds))
    (words,) = lane.words("prompt")
    assert "later than planned" not in words
    assert len(lane.words("step")) == 5


def test_after_ten_minutes_away_it_comes_late_with_a_word(lane: Lane) -> None:
    lane.at(ON_TIME + 10 * MINUTE)
    (words,) = lane.words("prompt")
    assert "later than planned" in words


def test_after_a_day_away_it_is_skipped_with_a_word(lane: Lane) -> None:
    lane.at(ON_TIME + DAY)
    assert lane.words("prompt") == []
    (words,) = lane.words("skipped")
    assert "its time had passed" in words
    assert "Wednesday, 16 September at 3:15 PM" in words
    lane.at(ON_TIME + WEEK)
    assert len(lane.words("prompt")) == 1


def test_after_three_weeks_away_every_week_is_settled_and_one_word_is_said(lane: Lane) -> None:
    lane.at(ON_TIME + 3 * WEEK - HOUR)
    assert lane.held() == [("07 Sep", "missed"), ("14 Sep", "missed"), ("21 Sep", "missed")]
    assert len(lane.words("skipped")) == 1


def test_moved_from_monday_to_wednesday_there_is_no_second_one(lane: Lane) -> None:
    lane.changes(huddle_day=0, huddle_time=time(10))
    lane.at(STARTS + 2 * HOUR)
    assert lane.held() == [("07 Sep", "open")]
    lane.changes(huddle_day=2)
    live_until(lane, ON_TIME + DAY)
    assert lane.held() == [("07 Sep", "closing")]
    assert len(lane.words("prompt")) == 1


def test_a_hour_that_is_moved_into_the_past_on_the_same_day_comes_late(lane: Lane) -> None:
    lane.at(ON_TIME - 2 * HOUR)
    lane.changes(huddle_time=time(13))
    lane.at(ON_TIME - 2 * HOUR + MINUTE)
    assert "later than planned" in lane.words("prompt")[0]


def test_a_zone_that_is_changed_on_the_same_day_is_followed(lane: Lane) -> None:
    lane.at(ON_TIME - 3 * HOUR)
    lane.changes(time_zone="America/Los_Angeles")
    lane.at(ON_TIME + MINUTE)
    assert lane.words("prompt") == []
    lane.at(ON_TIME + 2 * HOUR)
    assert len(lane.words("prompt")) == 1


def test_a_day_that_is_moved_into_the_past_is_skipped_with_a_word(lane: Lane) -> None:
    lane.at(ON_TIME - HOUR)
    lane.changes(huddle_day=0)
    live_until(lane, ON_TIME + DAY)
    assert (len(lane.words("skipped")), lane.words("prompt")) == (1, [])


def test_a_snow_day_of_the_same_morning_stops_it_and_says_where_it_goes(lane: Lane) -> None:
    lane.at(ON_TIME - 8 * HOUR)
    lane.closes_days(WEDNESDAY)
    lane.at(ON_TIME)
    (words,) = lane.words("closed_day")
    assert "Thursday, 10 September" in words
    assert lane.words("prompt") == []
    lane.at(ON_TIME + DAY)
    assert len(lane.words("prompt")) == 1
    assert lane.held() == [("07 Sep", "open")]


def test_a_closed_day_known_before_is_told_the_day_before_and_once(lane: Lane) -> None:
    lane.closes_days(WEDNESDAY)
    lane.changes(huddle_time=time(15, 16))
    live_until(lane, ON_TIME + DAY + HOUR)
    assert len(lane.words("closed_day")) == 1
    assert len(lane.words("prompt")) == 1


def test_a_week_without_school_is_told_once_and_a_long_break_too(lane: Lane) -> None:
    lane.closes_days(*(WEDNESDAY + number * DAY for number in range(25)))
    live_until(lane, ON_TIME + 4 * WEEK)
    assert lane.held()[:4] == [(week, "closed") for week in ("07 Sep", "14 Sep", "21 Sep", "28 Sep")]
    assert len(lane.words("closed_day")) == 1
    assert len(lane.words("prompt")) == 1


def test_a_day_of_the_teams_own_moves_it_and_says_that_it_is_their_own(lane: Lane) -> None:
    lane.at(ON_TIME - 8 * HOUR)
    lane.has_own_days(WEDNESDAY, meets=False)
    live_until(lane, ON_TIME + DAY)
    assert "Your team does not meet on Wednesday, 9 September" in lane.words("closed_day")[0]
    assert lane.held() == [("07 Sep", "open")]


def test_a_team_that_meets_although_the_school_is_closed_has_its_huddle_on_time(lane: Lane) -> None:
    lane.closes_days(WEDNESDAY)
    lane.has_own_days(WEDNESDAY, meets=True)
    lane.at(ON_TIME)
    (words,) = lane.words("prompt")
    assert "later than planned" not in words
    assert lane.words("closed_day") == []


def test_a_team_that_lets_closed_days_go_is_told_so(lane: Lane) -> None:
    with lane.database.write() as session:
        plan = huddle_plans.find_plan(session, 1)
        assert plan is not None
        plan.moves = False
        session.add(plan)
    lane.closes_days(WEDNESDAY)
    lane.at(ON_TIME)
    assert "there is no huddle that week" in lane.words("closed_day")[0]


def test_a_team_without_students_is_told_once_not_every_week(lane: Lane) -> None:
    lane.removes_students()
    lane.at(ON_TIME)
    lane.at(ON_TIME + WEEK)
    assert [because for _, because in lane.held()] == ["no students", "no students"]
    assert len(lane.words("skipped")) == 1


def test_students_who_are_all_archived_have_no_turn(lane: Lane) -> None:
    with lane.database.write() as session:
        for student in session.exec(select(Student)).all():
            student.archived_at = STARTS
            session.add(student)
    lane.at(ON_TIME)
    assert lane.held() == [("07 Sep", "no students")]


def test_a_clock_that_jumps_back_posts_nothing_again(lane: Lane) -> None:
    lane.at(ON_TIME)
    lane.at(ON_TIME - DAY)
    lane.at(ON_TIME)
    assert len(lane.words("prompt")) == 1


def test_everybody_has_a_turn_before_anybody_has_two(lane: Lane) -> None:
    for number in range(4):
        lane.at(ON_TIME + number * WEEK)
    names = ["Student0" if "Student0" in words else "Student1" for words in lane.words("prompt")]
    assert sorted(names[:2]) == sorted(names[2:]) == ["Student0", "Student1"]


def test_of_two_who_claim_at_once_one_finds_it_taken(lane: Lane, database: Database) -> None:
    other = Database(str(database.url))
    try:
        with database.read() as first, other.read() as second:
            found, found_too = (due.find_huddles(view, ON_TIME, 9) for view in (first, second))
        with database.write() as session:
            assert steps.keep(session, found) == 1
        with other.write() as session:
            assert steps.keep(session, found_too) == 0
    finally:
        other.close()
    with database.read() as session:
        assert len(session.exec(select(Post).where(Post.about == "huddles.open")).all()) == 1


def test_a_claim_that_is_undone_is_made_again(lane: Lane, database: Database) -> None:
    class Killed(Exception):
        pass

    def claim_and_die() -> None:
        with database.write() as session:
            assert steps.keep(session, due.find_huddles(session, ON_TIME, 9)) == 1
            raise Killed

    with pytest.raises(Killed):
        claim_and_die()
    lane.at(ON_TIME)
    assert len(lane.words("prompt")) == 1


def test_a_team_has_one_huddle_a_week_whoever_adds_it(lane: Lane, database: Database) -> None:
    lane.at(ON_TIME)
    with database.write() as session:
        assert huddles.list_taken(session, [(1, date(2026, 9, 7))]) == {(1, date(2026, 9, 7))}
        session.get_one(HuddlePlan, 1).week = date(2026, 9, 7)
        session.get_one(HuddlePlan, 1).next_at = ON_TIME
    lane.at(ON_TIME + MINUTE)
    assert len(lane.words("prompt")) == 1


@pytest.mark.parametrize("find", [planning.find_plans, due.find_huddles, due.find_nudges, endings.find_endings])
def test_between_its_moments_nothing_is_due(lane: Lane, find: Callable[..., object]) -> None:
    with lane.database.read() as session:
        assert find(session, STARTS + MINUTE, 9) == []


def test_a_team_whose_plan_is_broken_waits_and_keeps_no_other_waiting(lane: Lane) -> None:
    lane.adds_another_team()
    lane.ticks()
    with lane.database.write() as session:
        session.get_one(HuddlePlan, 2).week = date.max
        session.get_one(HuddlePlan, 2).next_at = ON_TIME - HOUR
    lane.at(ON_TIME)
    assert len(lane.words("prompt")) == 1
    with lane.database.read() as session:
        assert session.get_one(HuddlePlan, 2).next_at == ON_TIME + PUT_OFF
