"""On Friday the week's wins stand in one post in the team's channel, with who saw them; nothing restricted."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from bot.clock import Clock
from bot.tellings import tell_wins
from handlers.checkins import wins as gathering
from handlers.conversation import Ids, Quiet, Reply, Request
from handlers.rules.names import Known, keys_of
from handlers.rules.zones import zone_of
from storage import people, schools, students, teams, wins
from storage.access import Access
from storage.checkins import Checkin, Restriction, Topic, add_checkin
from storage.database import Database
from storage.outbox import Post
from storage.people import Channel, Person
from storage.schools import School
from storage.students import Student
from storage.teams import Appear, Team
from storage.tellings import Telling
from tests.cast import Cast
from tests.databases import is_postgres

LONG_AGO = datetime(2027, 1, 4, 15, tzinfo=UTC)
WEDNESDAY = datetime(2027, 2, 10, 15, tzinfo=UTC)
FRIDAY = datetime(2027, 2, 12, 18, 5, tzinfo=UTC)  # five past noon in Chicago
WEEK = timedelta(days=7)


class At(Clock):
    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class World:
    """One school; Maya is Juniper's, Zadie Birch's; Lopez is in both teams, Hale in Juniper alone."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.write() as session:
            self.school_id = schools.add_school(session, School(name="Willow Bend")).id
            for person_id in ("UHALE", "ULOPEZ"):
                session.add(Person(id=person_id, time_zone="America/Chicago", checked_at=LONG_AGO))
            self.juniper, self.maya = self._add_team(session, "C1", "Maya", "Tern", {"UHALE", "ULOPEZ"})
            self.birch, self.zadie = self._add_team(session, "C2", "Zadie", "Pike", {"ULOPEZ"})

    def _add_team(self, session: Session, channel: str, first: str, last: str, members: set[str]) -> tuple[int, int]:
        session.add(Channel(id=channel, name=channel, is_private=True, has_bot=True))
        people.set_members(session, channel, members)
        made = Team(
            school_id=self.school_id,
            channel_id=channel,
            name=channel,
            time_zone="America/Chicago",
            set_up_by="ULOPEZ",
            set_up_at=LONG_AGO,
        )
        team = teams.add_team(session, made, ["ULOPEZ"])
        student = Student(school_id=self.school_id, first_name=first, last_name=last, added_by="U0", added_at=LONG_AGO)
        students.add_student(session, student, keys_of(Known(0, "", first, last, "", ())))
        students.put_on_team(session, team.id, student.id, "U0", LONG_AGO)
        return team.id, student.id

    def win(self, text: str = "read a whole page", *about: int, **more: Any) -> None:
        given = {"author_id": "ULOPEZ", "topic": Topic.WIN, "text": text, "made_at": WEDNESDAY, **more}
        keys = [Access(one, "ULOPEZ", "a test writes it") for one in about or (self.maya,)]
        with self.database.write() as session:
            add_checkin(session, Checkin(**given), keys)

    def found(self, now: datetime = FRIDAY) -> list[int]:
        with self.database.read() as session:
            return [one.team_id for one in gathering.find_teams(session, now)]

    def says(self, channel: str = "C1", now: datetime = FRIDAY, week: str = "2027-02-08") -> str:
        """All that stands in the post; empty where nothing is said."""
        ids: Ids = {"team": self.juniper if channel == "C1" else self.birch, "week": week}
        with self.database.read() as session:
            answer = gathering.gathered(Request(person="", now=now, channel=channel, ids=ids), session)
        if isinstance(answer, Quiet):
            return ""
        assert isinstance(answer, Reply)
        return f"{answer.text}\n{answer.blocks}"


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


def test_each_win_stands_there_with_its_student_and_the_adult_who_saw_it(world: World) -> None:
    world.win("read a whole page", author_id="UHALE")
    world.win("asked for help by himself", made_at=WEDNESDAY + timedelta(hours=1))
    said = world.says()
    assert world.found() == [world.juniper]
    assert said.index("read a whole page") < said.index("asked for help")
    assert [name in said for name in ("Maya T.", "'UHALE'", "'ULOPEZ'")] == [True] * 3
    assert said.splitlines()[0] == "The wins of the week."


@pytest.mark.parametrize(
    "more",
    [
        {"restriction": Restriction.AUTHOR},
        {"restriction": Restriction.SAFETY},
        {"undone_at": WEDNESDAY},
        {"withdrawn_at": WEDNESDAY},
        {"topic": Topic.PROGRESS},
        {"made_at": FRIDAY},
        {"made_at": FRIDAY - 3 * WEEK},
    ],
    ids=["restricted", "dangerous", "undone", "withdrawn", "no win", "after noon", "long ago"],
)
def test_what_is_no_win_for_all_to_read_is_not_gathered(world: World, more: dict[str, Any]) -> None:
    world.win(**more)
    assert (world.found(), world.says()) == ([], "")


def test_a_win_of_two_teams_students_together_stands_in_neither_post(world: World) -> None:
    world.win("Maya and Zadie shared the timer", world.maya, world.zadie)
    assert (world.says("C1"), world.says("C2")) == ("", "")


def test_another_teams_student_named_in_the_words_is_taken_out(world: World) -> None:
    world.win("Maya helped Zadie Pike with the timer")
    assert "helped another student with the timer" in world.says()
    assert "Zadie" not in world.says()


def test_a_team_that_keeps_check_ins_on_record_only_gets_no_post(world: World) -> None:
    world.win()
    with world.database.write() as session:
        teams.get_team(session, world.juniper).appear = Appear.RECORD
    assert (world.found(), world.says()) == ([], "")


def test_an_archived_student_and_one_who_left_the_team_are_in_no_post(world: World) -> None:
    world.win()
    with world.database.write() as session:
        students.take_off_team(session, world.juniper, world.maya)
    assert (world.found(), world.says()) == ([], "")


def test_each_team_is_told_once_a_week(world: World) -> None:
    world.win()
    world.win("waited his turn", world.zadie)
    assert [
        tell_wins(world.database, At(FRIDAY + timedelta(hours=hours)), lambda: None).tell() for hours in (0, 2)
    ] == [
        2,
        0,
    ]
    with world.database.read() as session:
        queued = [
            (one.queue, one.channel_id, one.tells_of_students)
            for one in session.exec(select(Post).order_by(col(Post.id)))
        ]
    assert queued == [("C1", "C1", True), ("C2", "C2", True)]
    assert world.found(FRIDAY + WEEK) == [world.juniper, world.birch]  # perhaps told already: the words decide
    assert world.says(now=FRIDAY + WEEK, week="2027-02-15") == ""


def test_wins_of_a_friday_without_a_post_stand_in_the_next(world: World) -> None:
    world.win()
    assert "read a whole page" in world.says(now=FRIDAY + WEEK, week="2027-02-15")


def test_a_post_that_waited_until_school_was_over_is_not_said(world: World) -> None:
    world.win()
    assert world.says(now=FRIDAY + timedelta(hours=4)) == ""
    assert world.says(now=FRIDAY + timedelta(days=3)) == ""


def test_a_crash_between_claim_and_commit_leaves_neither(world: World) -> None:
    world.win()
    with world.database.read() as session:
        due = gathering.find_teams(session, FRIDAY)
    with pytest.raises(RuntimeError), world.database.write() as session:
        wins.claim(session, due, FRIDAY)
        raise RuntimeError
    with world.database.read() as session:
        assert (session.exec(select(Post)).all(), session.exec(select(Telling)).all()) == ([], [])
    with world.database.write() as session:
        assert [wins.claim(session, due, FRIDAY), wins.claim(session, due, FRIDAY)] == [1, 0]


def test_the_post_comes_on_friday_in_the_channel(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya Tern: read a whole page #win", cast.juniper)
    cast.all_sent()
    noon = cast.sandbox.now().astimezone(zone_of("America/Chicago")).replace(hour=12, minute=1)
    friday = noon + timedelta(days=(4 - noon.weekday()) % 7 or 7)
    cast.forward(minutes=(friday - cast.sandbox.now()).total_seconds() / 60)
    ticks = tell_wins(cast.bot.database, cast.bot.clock, cast.bot.sender.wake)
    ticks.tick()
    ticks.tick()
    cast.all_sent()
    post = cast.hale.waits_for("Wins of the week", cast.juniper)
    assert "Maya T.\n: read a whole page #win" in cast.hale.text_of(post)
    assert cast.hale.everything().count("Wins of the week") == 1


@pytest.mark.skipif(is_postgres(), reason="asks SQLite how it looks")
def test_a_team_with_wins_is_found_by_their_index_and_not_by_a_walk(database: Database) -> None:
    asked: list[tuple[str, Any]] = []
    with database.read() as session:
        connection = session.connection()
        sa.event.listen(
            connection, "before_cursor_execute", lambda conn, cursor, words, given, *more: asked.append((words, given))
        )
        wins.list_winning(session, [1, 2], "America/Chicago", FRIDAY.date(), (FRIDAY - WEEK, FRIDAY))
        ((words, given),) = list(asked)
        first_step = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given).all()[0][3])
    assert "ix_checkins_won" in first_step
