"""Administrators and leads keep the school's calendar, and due dates are read from it."""

from datetime import date
from typing import Any

import pytest

from handlers.conversation import Form, Refusal, Request
from handlers.school_calendar import calendar_for, today_for
from handlers.schools import calendar as verbs
from handlers.schools.calendar_forms import ON_A_PAGE
from sandbox.wire import Json
from storage import calendar, people, schools, teams
from storage.calendar import CalendarEntry, DayKind
from storage.database import Database
from storage.people import Channel, Person
from storage.schools import School
from storage.teams import Team
from tests.cast import Cast
from tests.handlers.teams.moments import NOW
from tests.handlers.teams.steps import audited

GOOD = {"kind": "no_school", "name": "Founders' Day", "starts_on": "2027-02-15", "ends_on": ""}


def entries(cast: Cast) -> list[tuple[str, str, date, date]]:
    with cast.bot.database.read() as session:
        found = calendar.list_entries(session, 1)
    return [(entry.kind.value, entry.name, entry.starts_on, entry.ends_on) for entry in found]


def view_of(cast: Cast, button: str, on: Json, name: str = "hale") -> Json:
    view = cast.sandbox.visitor(cast.people[name]).presses(button, on).view
    assert view is not None
    return view


def test_a_lead_adds_changes_and_removes_days(cast: Cast) -> None:
    settings = view_of(cast, "Team settings", cast.hale.opens_home())
    listed = view_of(cast, "School calendar", settings)
    assert "Nothing is entered yet" in str(listed)
    form = view_of(cast, "Add days", listed)
    dates = {"What": "Break", "Name": "Winter break", "First day": "2027-12-20", "Last day": "2027-12-31"}
    came = cast.hale.submits(form, dates)
    assert came.errors == {}
    listed = cast.hale.waits_for_view()
    assert "Monday, 20 December 2027 to Friday, 31 December 2027" in str(listed)
    assert entries(cast) == [("break", "Winter break", date(2027, 12, 20), date(2027, 12, 31))]
    form = view_of(cast, "Change", listed)
    cast.hale.submits(form, {"Last day": "2027-12-30"})
    form = view_of(cast, "Change", cast.hale.waits_for_view())
    assert entries(cast)[0][3] == date(2027, 12, 30)
    assert "Nothing is entered yet" in str(view_of(cast, "Remove", form))
    assert entries(cast) == []
    assert audited(cast)[-3:] == [(f"calendar.{verb}", "calendar_entry:1") for verb in ("add", "change", "remove")]


def test_an_administrator_finds_it_beside_each_school(cast: Cast) -> None:
    listed = view_of(cast, "schools.list", cast.dean.opens_home(), "dean")
    assert "Add days" in str(view_of(cast, "School calendar", listed, "dean"))


@pytest.fixture
def school(database: Database) -> Database:
    """Two schools; ULEAD leads a team of the first, UMEMBER is in it, UGONE led it and left its channel."""
    with database.write() as session:
        for number in (1, 2):
            schools.add_school(session, School(name=f"School {number}", day_first=number == 2))
        for person_id in ("ULEAD", "UMEMBER", "UGONE", "UADMIN"):
            session.add(Person(id=person_id, time_zone="America/Chicago"))
        session.add(Channel(id="C1", is_private=True))
        people.set_members(session, "C1", ["ULEAD", "UMEMBER"])
        made = Team(school_id=1, channel_id="C1", name="One", time_zone="UTC", set_up_by="ULEAD", set_up_at=NOW)
        teams.add_team(session, made, ["ULEAD", "UGONE"])
        calendar.add_entry(session, an_entry(2, "Elsewhere", date(2027, 5, 3)))
    return database


def an_entry(school_id: int, name: str, on: date) -> CalendarEntry:
    return CalendarEntry(
        school_id=school_id, kind=DayKind.NO_SCHOOL, name=name, starts_on=on, ends_on=on, set_by="U0", set_at=NOW
    )


def asked(person: str, fields: dict[str, Any] | None = None, **ids: int) -> Request:
    return Request(person, NOW, fields=fields or {}, ids=ids, is_administrator=person == "UADMIN")


@pytest.mark.parametrize(
    ("person", "school_id"), [("UMEMBER", 1), ("UGONE", 1), ("UNOBODY", 1), ("ULEAD", 2), ("ULEAD", 9), ("UADMIN", 9)]
)
def test_others_are_told_whom_to_ask_and_change_nothing(school: Database, person: str, school_id: int) -> None:
    for verb in (verbs.show, verbs.ask, verbs.keep, verbs.remove):
        with school.read() as session, pytest.raises(Refusal) as refused:
            verb(asked(person, GOOD, school=school_id, entry=1), session)
        assert refused.value.sentence == verbs.NOT_YOURS


def test_another_schools_entry_is_unknown(school: Database) -> None:
    for verb in (verbs.ask, verbs.keep, verbs.remove):
        with school.read() as session, pytest.raises(Refusal) as refused:
            verb(asked("ULEAD", GOOD, school=1, entry=1), session)
        assert refused.value.sentence == verbs.GONE


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"kind": "party"}, "kind"),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "2027-02-31"}, "starts_on"),
        ({"ends_on": "2027-02-14"}, "ends_on"),
        ({"ends_on": "2029-02-14"}, "ends_on"),
    ],
)
def test_a_wrong_field_gets_its_sentence(changes: dict[str, str], field: str) -> None:
    assert set(verbs.find_wrong(asked("ULEAD", {**GOOD, **changes}))) == {field}


def test_a_long_calendar_opens_where_it_is_today_and_turns_its_pages(school: Database) -> None:
    with school.write() as session:
        for number in range(ON_A_PAGE):
            calendar.add_entry(session, an_entry(1, f"Past {number}", date(2020, 1, 1)))
        calendar.add_entry(session, an_entry(1, "To come", date(2030, 1, 1)))
        opened = verbs.show(asked("ULEAD", school=1), session)
        earlier = verbs.show(asked("ULEAD", school=1, page=0, turn=1), session)
    assert isinstance(opened, Form)
    assert isinstance(earlier, Form)
    assert ("To come" in str(opened), "Past 1" in str(opened)) == (True, False)
    assert ("To come" in str(earlier), "Past 1" in str(earlier), earlier.replaces) == (False, True, True)


def test_the_day_it_is_comes_with_the_schools_calendar_and_order(school: Database) -> None:
    with school.read() as session:
        team = teams.get_team(session, 1)
        today = today_for(session, "ULEAD", team, NOW)
        other = calendar_for(session, 2)
        alone = today_for(session, "ULEAD", None, NOW)
    assert (today.month_first, today.calendar.stretches) == (True, ())
    assert not other.is_school_day(date(2027, 5, 3))
    assert today.next_huddle is not None
    assert today.next_huddle.weekday() == team.huddle_day
    assert (alone.on, alone.next_huddle) == (today.on, None)
