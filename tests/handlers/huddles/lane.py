"""A fast lane: the clock's claims and works over a real database, with no Slack and no waiting."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlmodel import Session, col, select

from bot.claims import claim_all
from bot.huddles import ENDINGS, HUDDLES, NUDGES, PLANS
from handlers import table
from handlers.conversation import Reply, Request
from handlers.huddles import begin, nudge
from storage import huddle_plans, positions
from storage.calendar import CalendarEntry, DayKind
from storage.database import Database
from storage.huddle_plans import HuddlePlan
from storage.huddle_wishes import HuddleWish, WishKind
from storage.huddles import Huddle
from storage.outbox import Act, Post, State
from storage.people import Channel, Membership, Person
from storage.positions import Position, PositionName
from storage.schools import School
from storage.students import Student, TeamStudent
from storage.team_days import TeamDays
from storage.teams import Team

STARTS = datetime(2026, 9, 7, 14, tzinfo=UTC)  # a Monday, nine o'clock in Chicago
ON_TIME = datetime(2026, 9, 9, 20, 15, tzinfo=UTC)  # Wednesday, a quarter past three
WORKS = {"huddles.open": begin.begin, "huddles.nudge": nudge.nudge}
WEEK = timedelta(weeks=1)


@dataclass
class Lane:
    """A team that meets on Wednesdays at 15:15 in Chicago, and its students."""

    database: Database
    now: datetime = STARTS
    said: list[tuple[str, str]] = field(default_factory=list)  # (about, words), as a channel would show them

    def fill(self, students: int = 2, **team: Any) -> None:
        given = {"day": 2, "at": time(15, 15), "zone": "America/Chicago", **team}
        with self.database.write() as session:
            session.add(School(id=1, name="Juniper Hollow"))
            session.add(Channel(id="C1", name="juniper", is_private=True, has_bot=True))
            session.add_all([Person(id="U1"), Membership(channel_id="C1", person_id="U1")])
            session.flush()
            session.add(_team(1, "C1", given))
            session.flush()
            for number in range(students):
                self._add_student(session, number)

    def adds_another_team(self) -> None:
        """Team 2, in a channel of its own; it meets as the first does."""
        with self.database.write() as session:
            session.add(_team(2, "C2", {"day": 2, "at": time(15, 15), "zone": "America/Chicago"}))

    def ticks(self) -> None:
        """What the clock does every ten seconds, and then the sender."""
        self.claims_all()
        self._send()

    def claims_all(self) -> None:
        for claim in (PLANS, HUDDLES, NUDGES):
            claim_all(self.database, claim, self.now, lambda: None)
        claim_all(self.database, ENDINGS, self.now, lambda: None)

    def at(self, moment: datetime) -> None:
        self.now = moment
        self.ticks()

    def has_position(self, person: str) -> None:
        with self.database.write() as session:
            held = Position(team_id=1, person_id=person, name=PositionName.SLP, set_by="U1", set_at=STARTS)
            positions.set_position(session, held)

    def wished(self, kind: WishKind) -> list[int]:
        """The students of these wishes."""
        with self.database.read() as session:
            return list(session.exec(select(HuddleWish.student_id).where(HuddleWish.kind == kind)).all())

    def closes_days(self, *days: date) -> None:
        with self.database.write() as session:
            session.add_all(
                CalendarEntry(
                    school_id=1, kind=DayKind.NO_SCHOOL, name="", starts_on=day, ends_on=day, set_by="", set_at=STARTS
                )
                for day in days
            )

    def joins(self, *people: str) -> None:
        with self.database.write() as session:
            for one in people:
                session.add_all([Person(id=one), Membership(channel_id="C1", person_id=one)])

    def has_own_days(self, *days: date, meets: bool) -> None:
        with self.database.write() as session:
            session.add_all(
                TeamDays(team_id=1, meets=meets, name="", starts_on=day, ends_on=day, set_by="", set_at=STARTS)
                for day in days
            )

    def changes(self, **team: Any) -> None:
        with self.database.write() as session:
            found = session.get_one(Team, 1)
            found.sqlmodel_update(team)
            session.add(found)

    def removes_students(self) -> None:
        with self.database.write() as session:
            for row in session.exec(select(TeamStudent)).all():
                session.delete(row)

    def plan(self) -> HuddlePlan:
        with self.database.read() as session:
            plan = huddle_plans.find_plan(session, 1)
        assert plan is not None
        return plan

    def held(self) -> list[tuple[str, str]]:
        """(week's Monday, state) of every huddle there is."""
        with self.database.read() as session:
            rows = session.exec(select(Huddle).order_by(col(Huddle.week))).all()
        return [(f"{row.week:%d %b}", row.because.value if row.because else row.state.value) for row in rows]

    def soonest(self) -> datetime:
        plan = self.plan()
        with self.database.read() as session:
            ends = session.exec(select(Huddle.ends_at).where(col(Huddle.state).in_(["due", "open"]))).all()
        moments: list[datetime | None] = [plan.next_at, plan.nudge_at, *ends]
        return min(one for one in moments if one is not None)

    def words(self, about: str) -> list[str]:
        return [words for name, words in self.said if name == f"huddles.{about}"]

    def _send(self) -> None:
        """In order; a work may queue more."""
        while True:
            with self.database.write() as session:
                waiting = session.exec(
                    select(Post).where(Post.state == State.WAITING).order_by(col(Post.id)).limit(1)
                ).first()
                if waiting is None:
                    return
                waiting.state, waiting.sent_at, waiting.ts = State.SENT, self.now, f"1.{waiting.id:06d}"
                session.add(waiting)
                session.flush()
                self._do(session, waiting)

    def _do(self, session: Session, post: Post) -> None:
        request = Request(person=post.person_id, now=self.now, channel=post.channel_id, ids=post.ids)
        if post.act == Act.WORK:
            work = WORKS.get(post.about)
            if work is not None:
                work(request, session)
        elif post.act == Act.SAY:
            made = table.SPEECHES[post.about].run(request, session)
            if isinstance(made, Reply):
                self.said.append((post.about, f"{made.text} {made.blocks}"))

    def _add_student(self, session: Session, number: int) -> None:
        student = Student(
            id=number + 1,
            school_id=1,
            first_name=f"Student{number}",
            last_name="Invented",
            added_by="U1",
            added_at=STARTS,
        )
        session.add(student)
        session.flush()
        session.add(TeamStudent(team_id=1, student_id=student.id, added_by="U1", added_at=STARTS))
        session.flush()


def live_until(lane: Lane, until: datetime) -> None:
    """From one moment at which something is due to the next."""
    lane.ticks()
    while lane.soonest() <= until:
        lane.at(max(lane.now, lane.soonest()))
    lane.at(until)


def _team(number: int, channel: str, given: dict[str, Any]) -> Team:
    return Team(
        id=number,
        school_id=1,
        channel_id=channel,
        name="Juniper",
        time_zone=given["zone"],
        huddle_day=given["day"],
        huddle_time=given["at"],
        set_up_by="U1",
        set_up_at=STARTS,
    )
