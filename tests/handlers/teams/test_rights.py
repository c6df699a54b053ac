"""Who may do what about teams, positions and schools, whatever ids a button or form brings."""

from typing import Any

import pytest

from handlers import table
from handlers.conversation import Ids, Refusal, Request
from storage.database import Database
from storage.people import Channel, Membership, Person
from storage.positions import Position, PositionName
from storage.schools import School
from storage.teams import Lead, Team
from tests.handlers.teams.moments import NOW

LEAD, MEMBER, OUTSIDER, GUEST, GONE, ADMINISTRATOR = "U1", "U2", "U3", "U4", "U5", "U6"

FOR_LEADS = [
    ("BUTTONS", "positions.agree"),
    ("BUTTONS", "positions.decline"),
    ("BUTTONS", "positions.set"),
    ("BUTTONS", "teams.settings"),
    ("FORMS", "positions.set"),
    ("FORMS", "teams.settings"),
]
FOR_MEMBERS = [("BUTTONS", "positions.choose"), ("FORMS", "positions.choose")]
FOR_ADMINISTRATORS = [
    ("BUTTONS", "schools.add"),
    ("BUTTONS", "schools.edit"),
    ("BUTTONS", "schools.list"),
    ("BUTTONS", "teams.admit"),
    ("BUTTONS", "teams.guests"),
    ("BUTTONS", "teams.leadless"),
    ("BUTTONS", "teams.name_lead"),
    ("FORMS", "schools.keep"),
    ("FORMS", "teams.admit"),
    ("FORMS", "teams.name_lead"),
]


@pytest.fixture(autouse=True)
def _one_team(database: Database) -> None:
    with database.write() as session:
        session.add(School(id=1, name="Juniper Hollow"))
        session.add(Channel(id="C1", name="juniper", is_private=True, has_bot=True))
        session.add_all(
            [
                Person(id=LEAD),
                Person(id=MEMBER),
                Person(id=OUTSIDER),
                Person(id=GUEST, is_guest=True),
                Person(id=GONE, is_deactivated=True),
                Person(id=ADMINISTRATOR),
            ]
        )
        session.add_all([Membership(channel_id="C1", person_id=one) for one in (LEAD, MEMBER, GUEST, GONE)])
        session.flush()
        session.add(
            Team(
                id=1,
                school_id=1,
                channel_id="C1",
                name="Juniper",
                time_zone="America/Chicago",
                set_up_by=LEAD,
                set_up_at=NOW,
            )
        )
        session.flush()
        session.add_all([Lead(team_id=1, person_id=one, since=NOW) for one in (LEAD, GUEST, GONE, OUTSIDER)])
        waiting = Position(team_id=1, person_id=MEMBER, name=PositionName.COUNSELOR, set_by=MEMBER, set_at=NOW)
        session.add(waiting)


def press(database: Database, where: str, name: str, person: str, **more: Any) -> object:
    verb = getattr(table, where)[name]
    ids: Ids = {"team": 1, "school": 1, "person": MEMBER, "position": "counselor"}
    request = Request(person=person, now=NOW, channel="C1", ids=ids, **more)
    with database.write() as session:
        return verb.run(request, session)


@pytest.mark.parametrize(("where", "name"), FOR_LEADS)
@pytest.mark.parametrize("person", [MEMBER, OUTSIDER, GUEST, GONE, ADMINISTRATOR, "U9", ""])
def test_what_leads_do_is_refused_to_all_others(database: Database, where: str, name: str, person: str) -> None:
    with pytest.raises(Refusal):
        press(database, where, name, person, is_administrator=person == ADMINISTRATOR)


@pytest.mark.parametrize(("where", "name"), FOR_MEMBERS)
@pytest.mark.parametrize("person", [OUTSIDER, GUEST, GONE, ADMINISTRATOR, "U9", ""])
def test_what_members_do_is_refused_to_outsiders(database: Database, where: str, name: str, person: str) -> None:
    with pytest.raises(Refusal):
        press(database, where, name, person)


@pytest.mark.parametrize(("where", "name"), FOR_ADMINISTRATORS)
@pytest.mark.parametrize("person", [LEAD, MEMBER, GUEST, ""])
def test_what_administrators_do_is_refused_to_all_others(
    database: Database, where: str, name: str, person: str
) -> None:
    with pytest.raises(Refusal):
        press(database, where, name, person)


@pytest.mark.parametrize(("where", "name"), FOR_ADMINISTRATORS)
def test_a_guest_named_as_administrator_is_refused_too(database: Database, where: str, name: str) -> None:
    with pytest.raises(Refusal):
        press(database, where, name, GUEST, is_administrator=True)


def test_every_verb_about_teams_positions_and_schools_is_tried_above() -> None:
    tried = {*FOR_LEADS, *FOR_MEMBERS, *FOR_ADMINISTRATORS, ("BUTTONS", "teams.set_up"), ("FORMS", "teams.set_up")}
    there = {
        (where, name)
        for where in ("BUTTONS", "FORMS")
        for name in getattr(table, where)
        if name.partition(".")[0] in {"teams", "positions", "schools"}
    }
    assert there == tried


@pytest.mark.parametrize("person", [OUTSIDER, GUEST, GONE, ADMINISTRATOR, "U9", ""])
def test_set_up_is_refused_to_who_is_not_staff_in_the_channel(database: Database, person: str) -> None:
    with database.write() as session:
        session.add(Channel(id="C2", is_private=True, has_bot=True))
        session.add_all([Membership(channel_id="C2", person_id=one) for one in (GUEST, GONE)])
    for where in ("BUTTONS", "FORMS"):
        for channel in ("C1", "C2", "C9", ""):
            with database.write() as session, pytest.raises(Refusal):
                getattr(table, where)["teams.set_up"].run(Request(person=person, now=NOW, channel=channel), session)
