"""Somebody with a whole district's worth of teams, students and words waiting, as rows."""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlmodel import Session, SQLModel

from storage.checkins import Checkin, CheckinStudent
from storage.database import Database
from storage.people import Channel, Membership, Person
from storage.positions import Position, PositionName
from storage.schools import School
from storage.students import Student, TeamStudent
from storage.teams import Lead, Team
from tests.handlers.teams.moments import NOW

HALE = "U1"


def fill_district(database: Database, team_count: int, student_count: int) -> None:
    """Hale leads all the teams. In each, somebody waits for her word and a guest has come in."""
    numbers = range(1, team_count + 1)
    with database.write() as session:
        _add(session, [School(id=1, name="Juniper Hollow")])
        _add(
            session,
            [Person(id=HALE, time_zone="America/Chicago"), Person(id="UASKS"), Person(id="UGUEST", is_guest=True)],
        )
        _add(
            session,
            (Channel(id=f"C{number}", name=f"team-{number}", is_private=True, has_bot=True) for number in numbers),
        )
        _add(
            session,
            (Channel(id=f"F{number}", name=f"free-{number}", is_private=True, has_bot=True) for number in numbers),
        )
        _add(session, (_team(number) for number in numbers))
        _add(session, (Lead(team_id=number, person_id=HALE, since=NOW) for number in numbers))
        for person_id in (HALE, "UASKS", "UGUEST"):
            _add(session, (Membership(channel_id=f"C{number}", person_id=person_id) for number in numbers))
        _add(session, (Membership(channel_id=f"F{number}", person_id=HALE) for number in numbers))
        _add(session, (_asked(number) for number in numbers))
        _add(session, (_student(number) for number in range(1, student_count + 1)))
        _add(session, (_place(number, team_count) for number in range(1, student_count + 1)))


def write_checkins(database: Database, count: int, text: str) -> None:
    """Hale writes about the first student."""
    numbers = range(1, count + 1)
    with database.write() as session:
        _add(session, (Checkin(id=number, author_id=HALE, text=text, made_at=NOW) for number in numbers))
        _add(session, (CheckinStudent(checkin_id=number, student_id=1) for number in numbers))


def _add(session: Session, rows: Iterable[SQLModel]) -> None:
    laid = list(rows)
    session.execute(sa.insert(type(laid[0])), [row.model_dump() for row in laid])


def _team(number: int) -> Team:
    return Team(
        id=number,
        school_id=1,
        channel_id=f"C{number}",
        name=f"Team {number:03d} " + "of a long name " * 4,
        time_zone="America/Chicago",
        set_up_by=HALE,
        set_up_at=NOW,
    )


def _asked(number: int) -> Position:
    return Position(team_id=number, person_id="UASKS", name=PositionName.COUNSELOR, set_by="UASKS", set_at=NOW)


def _student(number: int) -> Student:
    return Student(
        id=number, school_id=1, first_name=f"Given{number:04d}", last_name="Fern", added_by=HALE, added_at=NOW
    )


def _place(number: int, team_count: int) -> TeamStudent:
    return TeamStudent(team_id=number % team_count + 1, student_id=number, added_by=HALE, added_at=NOW)
