"""The fixed cast of every test: one invented school, its adults in front of the page, and the real bot among them."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from bot.app import Roundtable, build
from bot.settings import Settings
from bot.socket_mode import Line
from handlers.conversation import Request
from handlers.rules.names import Known, keys_of
from handlers.telling import LOOK_AGAIN
from sandbox.channels import Channel
from sandbox.identity import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from storage import outbox, positions, roles, schools, students, teams
from storage.access import Access
from storage.audit import AuditRow
from storage.outbox import State
from storage.positions import Position, PositionName
from storage.roles import RoleHolder
from storage.schools import School
from storage.students import Student
from storage.teams import Team
from tests.databases import path_of

MANIFEST = Path(__file__).parent.parent / "manifest.yml"


@dataclass
class Cast:
    """Everybody a test needs, and the bot.

    Hale leads the Juniper team and manages Maya's case; Lopez teaches; Ortiz is the counselor; Finch has no recorded
    position; Pell teaches elsewhere and leads the Birch team; Gray is a guest of the workspace; Dean administers.
    """

    sandbox: Sandbox
    database_url: str
    people: dict[str, Person] = field(default_factory=dict)
    juniper: Channel = field(init=False)
    birch: Channel = field(init=False)
    bot: Roundtable = field(init=False)
    line: Line = field(init=False)

    def __getattr__(self, name: str) -> Visitor:
        try:
            return self.sandbox.visitor(self.__dict__["people"][name])
        except KeyError:
            raise AttributeError(name) from None

    @property
    def database_path(self) -> Path:
        return path_of(self.database_url)

    def settings(self, **changes: Any) -> Settings:
        given: dict[str, Any] = {
            "bot_token": BOT_TOKEN,
            "app_token": APP_TOKEN,
            "signing_secret": SIGNING_SECRET,
            "api_url": self.sandbox.api_url,
            "database_url": self.database_url,
            "admins": (self.people["dean"].id,),
            "clock_url": f"{self.sandbox.url}/clock",
        }
        return Settings(**{**given, **changes})

    def start_bot(self) -> None:
        self.bot = build(self.settings())
        self.line = Line(self.bot.app, APP_TOKEN)
        self.line.open()
        self.bot.start()

    def stop_bot(self) -> None:
        self.line.close()
        self.bot.stop()

    def add_team(self, channel: Channel, lead: str, **more: Any) -> Team:
        with self.bot.database.write() as session:
            school = schools.find_school_named(session, "Juniper Hollow") or schools.add_school(
                session, School(name="Juniper Hollow")
            )
            given: dict[str, Any] = {
                "school_id": school.id,
                "channel_id": channel.id,
                "name": channel.name.replace("-", " ").title(),
                "time_zone": "America/Chicago",
                "set_up_by": self.people[lead].id,
                "set_up_at": self.sandbox.now(),
            }
            team = teams.add_team(session, Team(**{**given, **more}), [self.people[lead].id])
        # Setting a team up asks Slack who is in its channel; this short cut around the form has to, too.
        look = Request(person="", now=self.sandbox.now(), channel=channel.id)
        self.bot.deliverer.works[LOOK_AGAIN](look)
        return team

    def add_student(self, name: str, *on: Team, **more: Any) -> int:
        """A student of these teams; of none, where none is given. Returns the id."""
        first, _, last = name.partition(" ")
        now = self.sandbox.now()
        with self.bot.database.write() as session:
            school = schools.list_schools(session)[0]
            made = Student(school_id=school.id, first_name=first, last_name=last, added_by="cast", added_at=now, **more)
            nicknames = tuple(made.nicknames.split("; ")) if made.nicknames else ()
            known = Known(0, made.school_ref, first, last, made.preferred_name, nicknames)
            students.add_student(session, made, keys_of(known))
            for team in on:
                students.put_on_team(session, team.id, made.id, "cast", now)
            return made.id

    def set_position(self, team: Team, person: str, name: PositionName, agreed_by: str | None = "cast") -> None:
        with self.bot.database.write() as session:
            held = Position(
                team_id=team.id,
                person_id=self.people[person].id,
                name=name,
                set_by="cast",
                set_at=self.sandbox.now(),
                agreed_by=agreed_by,
            )
            positions.set_position(session, held)

    def make_case_manager(self, person: str, student_id: int) -> None:
        with self.bot.database.write() as session:
            holder = RoleHolder(
                student_id=student_id,
                role=roles.CASE_MANAGER,
                holder_id=self.people[person].id,
                since=self.sandbox.now(),
                set_by="cast",
            )
            roles.hold(session, holder)

    def key_to(self, student_id: int) -> Access:
        return Access(student_id, "cast", "a test looks at the record")

    def team_of(self, channel: Channel) -> Team:
        with self.bot.database.read() as session:
            found = teams.find_team_in(session, channel.id)
        assert found is not None
        return found

    def forward(self, *, minutes: float) -> None:
        """Move everybody's clock on, the bot's too."""
        self.sandbox.forward(minutes * 60)
        self.bot.clock.follow()

    def waits_until(self, true: Callable[[], bool], seconds: float = 10.0) -> None:
        until = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < until, "it did not come true"
            time.sleep(0.02)

    def all_sent(self) -> None:
        """Wait until the outbox is empty."""
        self.waits_until(lambda: self.unsent() == 0)

    def audited(self) -> list[tuple[str, str]]:
        """(action, actor) of every audit row, oldest first."""
        with self.bot.database.read() as session:
            rows = session.exec(select(AuditRow).order_by(col(AuditRow.id))).all()
        return [(row.action, row.actor) for row in rows]

    def unsent(self) -> int:
        """Rows of the outbox that still wait."""
        with self.bot.database.read() as session:
            waiting = select(outbox.Post).where(col(outbox.Post.state).in_([State.WAITING, State.SENDING]))
            return len(session.exec(waiting).all())


def fill(cast: Cast) -> None:
    """The people and channels of the workspace, before the bot arrives."""
    add = cast.sandbox.add_person
    cast.people = {
        "hale": add("hale", "Ms. Hale", email="hale@juniper.example", tz="America/Chicago"),
        "lopez": add("lopez", "Mr. Lopez", email="lopez@juniper.example", tz="America/Chicago"),
        "ortiz": add("ortiz", "Dr. Ortiz", email="ortiz@juniper.example", tz="America/Chicago"),
        "finch": add("finch", "Ms. Finch", email="finch@juniper.example", tz="America/Chicago"),
        "pell": add("pell", "Mr. Pell", email="pell@juniper.example", tz="America/Chicago"),
        "gray": add("gray", "Gray (guest)", email="gray@visit.example", tz="America/Chicago", is_restricted=True),
        "dean": add("dean", "Principal Dean", email="dean@juniper.example", tz="America/Chicago"),
    }
    cast.juniper = cast.sandbox.add_channel("juniper-team", members=_named(cast, "hale", "lopez", "ortiz", "finch"))
    cast.birch = cast.sandbox.add_channel("birch-team", members=_named(cast, "pell"))


def _named(cast: Cast, *names: str) -> Iterable[Person]:
    return [cast.people[name] for name in names]
