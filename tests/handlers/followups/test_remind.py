"""Owners are reminded, alone, once a day, of what is due around it, and once a week of what is overdue; in one message,
and only in school hours."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from bot.clock import Clock
from bot.tellings import tell_owners
from handlers.conversation import Quiet, Reply, Request
from handlers.followups import remind
from handlers.rules.names import Known, keys_of
from storage import calendar, people, reminders, schools, students, teams
from storage.calendar import CalendarEntry, DayKind
from storage.database import Database
from storage.followups import Followup
from storage.outbox import Act, Post
from storage.people import Channel, Person
from storage.schools import School
from storage.students import Student
from storage.teams import Team
from storage.tellings import Telling

LONG_AGO = datetime(2027, 1, 4, 15, tzinfo=UTC)
MORNING = datetime(2027, 2, 11, 14, 5, tzinfo=UTC)  # Thursday, five past eight in Chicago
THURSDAY, FRIDAY = date(2027, 2, 11), date(2027, 2, 12)
MONDAY = date(2027, 2, 8)
MONDAY_MORNING = datetime(2027, 2, 8, 14, 5, tzinfo=UTC)


class At(Clock):
    def __init__(self, moment: datetime = MORNING) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment


class World:
    """One school, one team with two people, two students; the second student's team is another one."""

    def __init__(self, database: Database) -> None:
        self.database = database
        with database.write() as session:
            school = schools.add_school(session, School(name="Willow Bend"))
            self.school_id = school.id
            for person_id in ("UHALE", "ULOPEZ"):
                session.add(Person(id=person_id, time_zone="America/Chicago", checked_at=LONG_AGO))
            self.maya = self._add_team(session, "C1", "Maya", "Tern", {"UHALE", "ULOPEZ"})
            self.zadie = self._add_team(session, "C2", "Zadie", "Pike", {"ULOPEZ"})

    def _add_team(self, session: Session, channel: str, first: str, last: str, members: set[str]) -> int:
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
        return student.id

    def promise(self, due_on: date, owner: str = "UHALE", **more: Any) -> int:
        given = {"student_id": self.maya, "text": "send home the reading log", "promised_by": "ULOPEZ"}
        with self.database.write() as session:
            made = Followup(**{**given, "owner_id": owner, "due_on": due_on, "promised_at": LONG_AGO, **more})
            session.add(made)
            session.flush()
            return made.id

    def change(self, followup_id: int, **more: Any) -> None:
        with self.database.write() as session:
            row = session.get_one(Followup, followup_id)
            row.sqlmodel_update({"done_at": MORNING, **more} if "taken_back" in more else more)
            session.add(row)

    def close(self, on: date) -> None:
        entry = CalendarEntry(
            school_id=self.school_id,
            kind=DayKind.NO_SCHOOL,
            name="Founders' Day",
            starts_on=on,
            ends_on=on,
            set_by="U0",
            set_at=LONG_AGO,
        )
        with self.database.write() as session:
            calendar.add_entry(session, entry)

    def found(self, now: datetime = MORNING) -> list[tuple[str, date]]:
        with self.database.read() as session:
            return [(one.person_id, one.on) for one in remind.find_people(session, now)]

    def says(
        self, person: str = "UHALE", now: datetime = MORNING, on: date = THURSDAY, week: date | None = None
    ) -> str:
        """All that the person reads; empty where nothing is said."""
        ids = {"on": on.isoformat()} | ({"week": week.isoformat()} if week else {})
        request = Request(person=person, now=now, ids=ids)
        with self.database.read() as session:
            answer = remind.say(request, session)
        if isinstance(answer, Quiet):
            return ""
        assert isinstance(answer, Reply)
        return f"{answer.text}\n{answer.blocks}"

    def says_anew(self, *about: int, now: datetime = MORNING) -> str:
        """What Hale reads in place of a reminder of these."""
        ids = {"on": THURSDAY.isoformat(), "followups": ",".join(map(str, about))}
        with self.database.read() as session:
            answer = remind.say_anew(Request(person="UHALE", now=now, ids=ids), session)
        assert isinstance(answer, Reply)
        return f"{answer.text}\n{answer.blocks}"

    def queued(self) -> list[Post]:
        with self.database.read() as session:
            return list(session.exec(select(Post).order_by(col(Post.id))).all())


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


def test_the_owner_is_reminded_of_all_that_is_due_in_one_message(world: World) -> None:
    world.promise(THURSDAY, text="call the family")
    world.promise(FRIDAY, text="print the chart")
    world.promise(date(2027, 2, 8), text="bring the timer")
    world.promise(date(2027, 2, 9), text="two days late only")
    assert world.found() == [("UHALE", THURSDAY)]
    said = world.says()
    assert said.index("bring the timer") < said.index("call the family") < said.index("print the chart")
    assert "two days late only" not in said
    assert said.splitlines()[0] == "A reminder of 3 follow-ups."
    for verb in ("followups.done", "followups.snooze", "followups.hand_over"):
        assert said.count(f"'{verb}'") == 3


@pytest.mark.parametrize(
    "more",
    [
        {"done_at": LONG_AGO},
        {"owner": ""},
        {"snoozed_until": FRIDAY},
        {"promised_at": datetime(2027, 2, 11, 13, tzinfo=UTC)},  # seven that morning
    ],
    ids=["done", "nobody's", "asleep", "promised today"],
)
def test_what_needs_no_reminder_gets_none(world: World, more: dict[str, Any]) -> None:
    world.promise(THURSDAY, **more)
    assert (world.found(), world.says()) == ([], "")


def test_of_what_sleeps_until_it_is_due_nothing_is_said_the_day_before(world: World) -> None:
    world.promise(FRIDAY, snoozed_until=FRIDAY)
    assert (world.found(), world.says()) == ([], "")


def test_a_sleeper_is_called_to_mind_when_it_wakes(world: World) -> None:
    world.promise(date(2027, 2, 1), snoozed_until=THURSDAY)
    assert world.found() == [("UHALE", THURSDAY)]
    assert "Due today" in world.says()


def test_nobody_is_reminded_of_an_archived_student(world: World) -> None:
    world.promise(THURSDAY)
    with world.database.write() as session:
        session.get_one(Student, world.maya).archived_at = LONG_AGO
    assert (world.found(), world.says()) == ([], "")


def test_whoever_left_the_team_hears_nothing_of_its_student(world: World) -> None:
    world.promise(THURSDAY, student_id=world.zadie, text="only Zadie's team")
    assert world.says() == ""
    world.promise(THURSDAY)
    assert "Zadie" not in world.says()


def test_before_and_after_school_and_on_closed_days_nothing_is_said(world: World) -> None:
    world.promise(THURSDAY)
    evening, night = datetime(2027, 2, 11, 22, 0, tzinfo=UTC), datetime(2027, 2, 11, 13, 59, tzinfo=UTC)
    assert (world.found(evening), world.found(night), world.says(now=evening)) == ([], [], "")
    world.close(THURSDAY)
    assert world.found() == []


def test_a_closure_moves_the_day_before_to_the_school_day_before(world: World) -> None:
    world.close(FRIDAY)
    world.promise(date(2027, 2, 15))
    assert world.found() == [("UHALE", THURSDAY)]


def test_a_message_that_waited_until_the_next_day_is_not_said(world: World) -> None:
    world.promise(THURSDAY)
    assert world.says(on=date(2027, 2, 10)) == ""


def test_each_is_queued_once_a_day_and_as_a_direct_message(world: World) -> None:
    world.promise(THURSDAY)
    world.promise(FRIDAY)
    world.promise(THURSDAY, "ULOPEZ")
    bell: list[bool] = []
    ticks = tell_owners(world.database, At(), lambda: bell.append(True))
    assert [ticks.tell(), ticks.tell()] == [2, 0]
    queued = world.queued()
    assert [(post.act, post.person_id, post.ids, post.channel_id) for post in queued] == [
        (Act.DIRECT, "UHALE", {"on": "2027-02-11", "followups": "1,2"}, ""),
        (Act.DIRECT, "ULOPEZ", {"on": "2027-02-11", "followups": "3"}, ""),
    ]
    assert bell


def test_what_is_overdue_is_listed_once_a_week_on_its_first_school_day(world: World) -> None:
    world.promise(date(2027, 1, 20), text="bring the timer")
    ticks = tell_owners(world.database, At(MONDAY_MORNING), lambda: None)
    assert [ticks.tell(), ticks.tell()] == [1, 0]
    assert [post.ids for post in world.queued()] == [{"on": "2027-02-08", "week": "2027-02-08", "followups": "1"}]
    assert "bring the timer" in world.says(now=MONDAY_MORNING, on=MONDAY, week=MONDAY)
    later = [tell_owners(world.database, At(MONDAY_MORNING + timedelta(days=days)), lambda: None) for days in (1, 4, 7)]
    assert [ticks.tell() for ticks in later] == [0, 0, 1]


def test_the_weeks_list_comes_on_tuesday_where_monday_is_closed(world: World) -> None:
    world.promise(date(2027, 1, 20))
    world.close(MONDAY)
    assert world.found(MONDAY_MORNING) == []
    assert world.found(MONDAY_MORNING + timedelta(days=1)) == [("UHALE", date(2027, 2, 9))]


def test_the_weeks_list_and_a_reminder_are_one_message(world: World) -> None:
    for number in range(12):
        world.promise(date(2027, 1, 4 + number), text=f"old one {number}")
    world.promise(MONDAY, text="call the family")
    ticks = tell_owners(world.database, At(MONDAY_MORNING), lambda: None)
    assert ticks.tell() == 1
    said = world.says(now=MONDAY_MORNING, on=MONDAY, week=MONDAY)
    assert said.splitlines()[0] == "A reminder of 13 follow-ups."
    assert said.index("call the family") < said.index("old one 0")
    assert "3 more" in said


@pytest.mark.parametrize(
    "more", [{"done_at": LONG_AGO}, {"owner": ""}, {"snoozed_until": FRIDAY}], ids=["done", "nobody's", "asleep"]
)
def test_what_is_not_open_is_in_no_list(world: World, more: dict[str, Any]) -> None:
    world.promise(date(2027, 1, 20), **more)
    assert world.found(MONDAY_MORNING) == []
    assert world.says(now=MONDAY_MORNING, on=MONDAY, week=MONDAY) == ""


def test_whoever_left_the_team_finds_nothing_of_its_student_in_the_list(world: World) -> None:
    world.promise(date(2027, 1, 20), student_id=world.zadie, text="only Zadie's team")
    assert world.says(now=MONDAY_MORNING, on=MONDAY, week=MONDAY) == ""


@pytest.mark.parametrize(
    "more",
    [{"done_at": MORNING}, {"owner_id": "ULOPEZ"}, {"owner_id": ""}, {"snoozed_until": FRIDAY}, {"taken_back": True}],
    ids=["done", "handed over", "nobody's", "asleep", "taken back"],
)
def test_a_reminder_said_anew_leaves_out_what_is_settled(world: World, more: dict[str, Any]) -> None:
    settled, left = world.promise(THURSDAY, text="call the family"), world.promise(FRIDAY, text="print the chart")
    world.promise(FRIDAY, text="not told of then")
    world.change(settled, **more)
    said = world.says_anew(settled, left)
    assert "print the chart" in said
    assert "What else stood here" in said
    assert "call the family" not in said
    assert "not told of then" not in said
    assert said == world.says_anew(settled, left, now=MORNING + timedelta(days=5, hours=9))
    world.change(left, **more)
    assert "Settled" in world.says_anew(settled, left)
    assert "Maya" not in world.says_anew(settled, left)


def test_a_crash_between_claim_and_commit_leaves_neither(world: World) -> None:
    world.promise(THURSDAY)
    with world.database.read() as session:
        due = remind.find_people(session, MORNING)
    with pytest.raises(RuntimeError), world.database.write() as session:
        reminders.claim(session, due, MORNING)
        raise RuntimeError
    assert world.queued() == []
    with world.database.read() as session:
        assert session.exec(select(Telling)).all() == []
    with world.database.write() as session:
        assert reminders.claim(session, due, MORNING) == 1
    with world.database.write() as session:
        assert reminders.claim(session, due, MORNING) == 0
    assert len(world.queued()) == 1
