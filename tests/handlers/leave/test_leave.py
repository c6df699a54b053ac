"""Who says that they are away is not nudged before a huddle, and nobody else sees it."""

from datetime import date, timedelta

import pytest

from handlers.conversation import Corrections, Form, Home, Refusal, Request
from handlers.home.show import show
from handlers.leave import take
from handlers.leave.take import NOT_STAFF, OVER
from storage import leaves
from storage.database import Database
from storage.people import Person
from tests.handlers.huddles.lane import STARTS, Lane

TUESDAY = "2026-09-08"


@pytest.fixture
def lane(database: Database) -> Lane:
    """U1 and U2 are in the team of C1; UGUEST is a guest of the workspace."""
    made = Lane(database)
    made.fill()
    made.joins("U2")
    with database.write() as session:
        session.add(Person(id="UGUEST", is_guest=True))
    return made


def asked(person: str, starts_on: str = TUESDAY, ends_on: str = "") -> Request:
    return Request(person, STARTS, fields={"starts_on": starts_on, "ends_on": ends_on})


def takes(lane: Lane, person: str, starts_on: str = TUESDAY, ends_on: str = "") -> None:
    with lane.database.write() as session:
        take.keep(asked(person, starts_on, ends_on), session)


def home_of(lane: Lane, person: str) -> str:
    with lane.database.read() as session:
        made = show(Request(person, lane.now), session)
    assert isinstance(made, Home)
    return str(made.blocks)


def test_home_tells_oneself_alone_and_offers_the_way_back(lane: Lane) -> None:
    takes(lane, "U1", "2026-09-08", "2026-09-10")
    assert "You are away Tuesday, 8 September 2026 to Thursday, 10 September 2026." in home_of(lane, "U1")
    assert "You are away" not in home_of(lane, "U2")
    assert "I am not going" in home_of(lane, "U1")
    lane.now += timedelta(days=2)
    assert "I am back" in home_of(lane, "U1")
    lane.now += timedelta(days=2)
    assert "You are away" not in home_of(lane, "U1")


def test_a_new_leave_takes_the_place_of_the_old_and_can_be_ended(lane: Lane) -> None:
    takes(lane, "U1", "2026-09-08", "2026-09-10")
    takes(lane, "U1", "2026-09-21")
    with lane.database.write() as session:
        assert leaves.list_away(session, ["U1", "U2"], date(2026, 9, 9)) == set()
        assert leaves.list_away(session, ["U1", "U2"], date(2026, 9, 21)) == {"U1"}
        form = take.ask(asked("U1"), session)
        assert isinstance(form, Form)
        assert "2026-09-21" in str(form.blocks)
        take.end(asked("U1"), session)
        assert leaves.find_leave(session, "U1") is None


def test_what_is_over_is_asked_again(lane: Lane) -> None:
    with lane.database.read() as session:
        for given, field in ((("2026-09-04", ""), "starts_on"), (("2026-09-03", "2026-09-04"), "ends_on")):
            answer = take.keep(asked("U1", *given), session)
            assert isinstance(answer, Corrections)
            assert answer.errors == {field: OVER}


def test_a_leave_that_is_over_is_forgotten(lane: Lane) -> None:
    takes(lane, "U1")
    with lane.database.write() as session:
        leaves.drop_old(session, date(2026, 9, 9))
        assert leaves.find_leave(session, "U1") is not None
        leaves.drop_old(session, date(2026, 9, 10))
        assert leaves.find_leave(session, "U1") is None


@pytest.mark.parametrize("person", ["UGUEST", "UNOBODY"])
def test_who_is_no_staff_takes_none(lane: Lane, person: str) -> None:
    for verb in (take.ask, take.keep, take.end):
        with lane.database.read() as session, pytest.raises(Refusal) as refused:
            verb(asked(person), session)
        assert refused.value.sentence == NOT_STAFF
