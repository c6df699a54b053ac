"""PRV-03: a role alone opens nothing; the case manager of one student is denied another."""

from typing import Any

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Request
from storage.access import Access
from storage.database import Database
from storage.people import Membership
from storage.positions import Position, PositionName
from storage.roles import CASE_MANAGER, RoleHolder
from tests.privacy import steps
from tests.privacy import world as w


def keys_of(session: Session, person: str) -> dict[int, Access]:
    return dict(doors.access_students(session, Request(person=person, now=w.NOW)).keys)


def make_case_manager(session: Session, person: str, student: int) -> None:
    session.add(RoleHolder(student_id=student, role=CASE_MANAGER, holder_id=person, since=w.NOW, set_by="UDEAN"))
    session.flush()


def test_prv_03_the_case_manager_of_one_student_is_denied_another(world: Database) -> None:
    with w.undone(world) as session:
        make_case_manager(session, "UPELL", w.ZADIE)
        assert keys_of(session, "UPELL").keys() == {w.ZADIE, w.TWIN}
        refused = steps.send(session, "checkins.keep", "UPELL", {}, student=str(w.QUILLON), text="x")
        assert doors.NOT_FOUND in refused


def test_prv_03_a_case_manager_whom_only_a_member_named_reads_nothing_restricted_until_a_lead_says_yes(
    world: Database,
) -> None:
    with w.undone(world) as session:
        waiting = RoleHolder(
            student_id=w.FENNIMORE, role=CASE_MANAGER, holder_id="UFINCH", since=w.NOW, set_by="UFINCH", waits=True
        )
        session.add(waiting)
        session.flush()
        ids = {"student": w.FENNIMORE, "role": waiting.id}
        for person in ("UFINCH", "ULOPEZ", "UTURNED"):
            assert steps.press(session, "roles.agree", person, **ids).startswith("Refusal")
        assert keys_of(session, "UFINCH")[w.FENNIMORE].restricted_teams == frozenset()
        steps.press(session, "roles.agree", "UHALE", **ids)
        assert keys_of(session, "UFINCH")[w.FENNIMORE].restricted_teams == {w.JUNIPER_TEAM}


def test_prv_03_a_case_manager_who_is_in_no_channel_of_the_student_sees_nobody(world: Database) -> None:
    with world.read() as session:
        assert keys_of(session, "UMARLOW") == {}


def test_prv_03_the_case_manager_of_one_student_does_not_read_what_is_restricted_about_another(world: Database) -> None:
    with w.undone(world) as session:
        make_case_manager(session, "UFINCH", w.FENNIMORE)
        keys = keys_of(session, "UFINCH")
        assert keys[w.FENNIMORE].restricted_teams == {w.JUNIPER_TEAM}
        assert keys[w.QUILLON].restricted_teams == frozenset()


def test_prv_03_a_counselor_of_one_team_reads_nothing_restricted_in_another(world: Database) -> None:
    with w.undone(world) as session:
        session.add(Membership(channel_id=w.BIRCH, person_id="UORTIZ"))
        session.flush()
        keys = keys_of(session, "UORTIZ")
        assert keys[w.QUILLON].restricted_teams == {w.JUNIPER_TEAM}
        assert keys[w.ZADIE].restricted_teams == frozenset()


def test_prv_03_a_position_that_waits_for_a_leads_yes_opens_nothing_restricted(world: Database) -> None:
    with world.read() as session:
        assert keys_of(session, "UFINCH")[w.QUILLON].restricted_teams == frozenset()


def test_prv_03_a_position_opens_nothing_to_somebody_outside_the_channel(world: Database) -> None:
    with w.undone(world) as session:
        held: dict[str, Any] = {
            "name": PositionName.COUNSELOR,
            "set_by": "UHALE",
            "set_at": w.NOW,
            "agreed_by": "UHALE",
        }
        session.add(Position(team_id=w.JUNIPER_TEAM, person_id="USTAFF", **held))
        session.flush()
        assert keys_of(session, "USTAFF") == {}


def test_prv_03_an_administrator_opens_no_students_record(world: Database) -> None:
    with world.read() as session:
        request = Request(person="UDEAN", now=w.NOW, is_administrator=True)
        assert not doors.access_students(session, request)
