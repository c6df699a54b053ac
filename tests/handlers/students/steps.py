"""What leads do with students, for the tests that tell of it."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from sqlmodel import col, select

from sandbox.came import Came
from sandbox.visitor import Visitor
from sandbox.wire import Json
from storage import teams
from storage.audit import AuditRow
from storage.join_requests import JoinRequest
from storage.outbox import Post, State
from storage.roles import RoleHolder
from storage.students import NameKey, Student, TeamStudent
from storage.teams import Lead, Team
from tests.cast import Cast


def open_form(who: Visitor, channel: Any = None) -> Json:
    came = who.types("/student add", channel)
    assert came.view is not None, came.text
    return came.view


def add(who: Visitor, channel: Any, first: str, last: str, **more: Any) -> Came:
    """Fill the form in and send it."""
    filled = {"First name": first, "Last name": last, **{name.replace("_", " "): one for name, one in more.items()}}
    return who.submits(open_form(who, channel), filled)


def list_students(cast: Cast) -> list[Student]:
    """Everybody on record, the oldest row first."""
    with cast.bot.database.read() as session:
        return list(session.exec(select(Student).order_by(col(Student.id))).all())


def find_student(cast: Cast, first: str, last: str) -> Student:
    """The newest of that name."""
    found = [row for row in list_students(cast) if (row.first_name, row.last_name) == (first, last)]
    assert found, f"nobody is called {first} {last}"
    return found[-1]


def names_on(cast: Cast, team: Team) -> set[str]:
    with cast.bot.database.read() as session:
        on = select(Student).join(TeamStudent, col(TeamStudent.student_id) == Student.id)
        rows = session.exec(on.where(TeamStudent.team_id == team.id)).all()
        return {f"{row.first_name} {row.last_name}" for row in rows}


def keys_to(cast: Cast, student_id: int) -> set[str]:
    with cast.bot.database.read() as session:
        return set(session.exec(select(NameKey.key).where(NameKey.student_id == student_id)).all())


def roles_of(cast: Cast, student_id: int) -> list[RoleHolder]:
    """Held now."""
    with cast.bot.database.read() as session:
        held = select(RoleHolder).where(RoleHolder.student_id == student_id, col(RoleHolder.until).is_(None))
        return list(session.exec(held).all())


def requests_on(cast: Cast) -> list[JoinRequest]:
    with cast.bot.database.read() as session:
        return list(session.exec(select(JoinRequest).order_by(col(JoinRequest.id))).all())


def audited(cast: Cast, action: str) -> list[AuditRow]:
    with cast.bot.database.read() as session:
        return list(session.exec(select(AuditRow).where(AuditRow.action == action)).all())


def team_in(cast: Cast, channel: Any) -> Team:
    with cast.bot.database.read() as session:
        team = teams.find_team_in(session, channel.id)
        assert team is not None
        return team


def also_leads(cast: Cast, person: str, team: Team) -> None:
    everything_sent(cast)  # the bot may be writing what it has just learned about a channel
    with cast.bot.database.write() as session:
        session.add(Lead(team_id=team.id, person_id=cast.people[person].id, since=cast.sandbox.now()))


def wait_until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "it did not come true in time"
        time.sleep(0.02)


def everything_sent(cast: Cast) -> None:
    """Wait until nothing stands in the outbox any more."""
    wait_until(lambda: not _list_unsent(cast))


def _list_unsent(cast: Cast) -> Sequence[int]:
    with cast.bot.database.read() as session:
        unsent = select(Post.id).where(col(Post.state).in_([State.WAITING, State.SENDING]))
        return session.exec(unsent).all()
