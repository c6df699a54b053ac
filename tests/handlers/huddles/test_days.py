"""A team's own days: kept by its leads, and followed by its huddles alone."""

from datetime import date

import pytest

from handlers.conversation import Corrections, Refusal, Request
from handlers.huddles import days
from handlers.school_calendar import calendar_for, calendar_for_team, today_for
from storage import team_days, teams
from storage.database import Database
from tests.cast import Cast
from tests.handlers.huddles.lane import STARTS, Lane
from tests.handlers.huddles.steps import plan_of

WEDNESDAY = date(2026, 9, 9)
GOOD = {"meets": "rests", "name": "Field trip", "starts_on": "2026-09-09", "ends_on": ""}


@pytest.fixture
def school(database: Database) -> Database:
    """U1 leads the team of C1; U2 is in it too."""
    lane = Lane(database)
    lane.fill()
    lane.joins("U2")
    with database.write() as session:
        teams.set_leads(session, teams.get_team(session, 1), ["U1"], STARTS)
    return database


def asked(person: str, fields: dict[str, str] | None = None, **ids: int) -> Request:
    return Request(person, STARTS, fields=fields or {}, ids={"team": 1, **ids})


def test_a_lead_adds_changes_and_removes_them(cast: Cast) -> None:
    plan_of(cast, cast.juniper)
    setup = cast.hale.types("/focus setup", cast.juniper).view
    assert setup is not None
    listed = cast.hale.presses("Your team's own days", setup).view
    assert listed is not None
    assert "None so far" in cast.hale.text_of(listed)
    form = cast.hale.presses("Add days", listed).view
    assert form is not None
    when = {"First day": "2027-12-20", "Last day": "2027-12-22"}
    assert cast.hale.submits(form, {"Name": "Testing week", **when}).errors == {}
    listed = cast.hale.waits_for_view()
    words = cast.hale.text_of(listed)
    assert "Testing week" in words
    assert "no huddle" in words
    assert "Monday, 20 December 2027 to Wednesday, 22 December 2027" in words
    form = cast.hale.presses("Change", listed).view
    assert form is not None
    cast.hale.submits(form, {"Your huddle": "We meet, although school is closed"})
    listed = cast.hale.waits_for_view()
    assert "you meet" in cast.hale.text_of(listed)
    form = cast.hale.presses("Change", listed).view
    assert form is not None
    listed = cast.hale.presses("Remove", form).view
    assert listed is not None
    assert "None so far" in cast.hale.text_of(listed)


def test_who_does_not_lead_the_team_is_told_whom_to_ask(school: Database) -> None:
    for verb in (days.show, days.ask, days.keep, days.remove):
        with school.read() as session, pytest.raises(Refusal) as refused:
            verb(asked("U2", GOOD), session)
        assert "Only this team's leads change when it meets. Ask <@U1>." in refused.value.sentence


def test_days_that_are_no_longer_there_are_said_so(school: Database) -> None:
    for verb in (days.ask, days.keep, days.remove):
        with school.read() as session, pytest.raises(Refusal) as refused:
            verb(asked("U1", GOOD, days=7), session)
        assert refused.value.sentence == days.GONE


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"meets": "perhaps"}, "meets"),
        ({"starts_on": ""}, "starts_on"),
        ({"ends_on": "2026-09-08"}, "ends_on"),
    ],
)
def test_a_wrong_field_gets_its_sentence(school: Database, changes: dict[str, str], field: str) -> None:
    with school.read() as session:
        answer = days.keep(asked("U1", {**GOOD, **changes}), session)
    assert isinstance(answer, Corrections)
    assert set(answer.errors) == {field}


def test_they_change_when_the_team_meets_and_no_due_date(school: Database) -> None:
    with school.write() as session:
        days.keep(asked("U1", GOOD), session)
    with school.read() as session:
        team = teams.get_team(session, 1)
        assert not calendar_for_team(session, team).is_school_day(WEDNESDAY)
        assert calendar_for(session, 1).is_school_day(WEDNESDAY)
        today = today_for(session, "U1", team, STARTS)
        assert today.calendar.is_school_day(WEDNESDAY)
        assert today.next_huddle == date(2026, 9, 10)
        assert [one.name for one in team_days.list_days(session, 1)] == ["Field trip"]
