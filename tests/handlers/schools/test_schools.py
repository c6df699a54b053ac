"""Administrators keep the schools; nobody else learns that there is something to keep."""

from typing import Any

import pytest

from handlers.conversation import Request
from handlers.schools.keep import find_wrong
from sandbox.came import Came
from storage import schools
from storage.database import Database
from storage.schools import School, ShownAs
from tests.cast import Cast
from tests.handlers.teams.moments import NOW
from tests.handlers.teams.steps import audited, settle

GOOD: dict[str, Any] = {
    "name": "Birch Lane",
    "opens_at": "08:00",
    "closes_at": "16:00",
    "shown_as": "first_initial",
    "dates": "month",
}


def fill_in(cast: Cast, button: str, values: dict[str, Any]) -> Came:
    listed = cast.dean.presses("schools.list", cast.dean.opens_home()).view
    assert listed is not None
    form = cast.dean.presses(button, listed).view
    assert form is not None
    return cast.dean.submits(form, values)


def all_schools(cast: Cast) -> list[School]:
    with cast.bot.database.read() as session:
        return list(schools.list_schools(session))


def test_an_administrator_adds_a_school_with_the_usual_hours(workspace: Cast) -> None:
    assert fill_in(workspace, "Add a school", {"Name": "Birch Lane"}).errors == {}
    (school,) = all_schools(workspace)
    assert (f"{school.opens_at:%H:%M}", f"{school.closes_at:%H:%M}") == ("08:00", "16:00")
    assert (school.shown_as, school.day_first, school.crisis_text) == (ShownAs.FIRST_INITIAL, False, "")
    assert audited(workspace) == [("schools.add", "school:1")]


def test_an_administrator_changes_all_of_a_school(cast: Cast) -> None:
    came = fill_in(
        cast,
        "Change",
        {
            "Name": "Juniper Hollow Elementary",
            "School hours begin": "07:45",
            "School hours end": "14:30",
            "Students are shown by": "School ID: 10342",
            "Dates written in numbers": "Day first: 3/4 is 3 April",
            "Crisis text": "Call the front office at extension 7.",
        },
    )
    assert came.errors == {}
    (school,) = all_schools(cast)
    assert school.name == "Juniper Hollow Elementary"
    assert (school.opens_at.hour, school.closes_at.minute, school.day_first) == (7, 30, True)
    assert (school.shown_as, school.crisis_text) == (ShownAs.SCHOOL_ID, "Call the front office at extension 7.")
    assert ("schools.change", "school:1") in audited(cast)


def test_a_changed_policy_changes_how_students_are_shown(cast: Cast) -> None:
    fill_in(cast, "Change", {"Students are shown by": "Initials: M.T."})
    settle(cast)
    assert "M.T." in cast.hale.text_of(cast.hale.opens_home())


def test_a_new_school_is_offered_to_the_next_team(workspace: Cast) -> None:
    fill_in(workspace, "Add a school", {"Name": "Birch Lane"})
    view = workspace.hale.presses("Set up #juniper-team", workspace.hale.opens_home()).view
    assert "Birch Lane" in str(view)


def test_nobody_else_sees_schools_on_home(cast: Cast) -> None:
    for name in ("hale", "finch", "gray"):
        visitor = cast.sandbox.visitor(cast.people[name])
        assert "Schools" not in visitor.text_of(visitor.opens_home())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "Juniper Hollow"}, "name"),
        ({"opens_at": ""}, "opens_at"),
        ({"closes_at": "later"}, "closes_at"),
        ({"closes_at": "08:00"}, "closes_at"),
        ({"shown_as": "nicknames"}, "shown_as"),
    ],
)
def test_a_wrong_field_gets_its_sentence(database: Database, changes: dict[str, str], field: str) -> None:
    with database.write() as session:
        schools.add_school(session, School(name="Juniper Hollow"))
        request = Request(person="U1", now=NOW, fields={**GOOD, **changes})
        assert set(find_wrong(session, request, School(name=""))) == {field}


def test_a_school_may_keep_its_own_name(database: Database) -> None:
    with database.write() as session:
        school = schools.add_school(session, School(name="Birch Lane"))
        assert find_wrong(session, Request(person="U1", now=NOW, fields=GOOD), school) == {}
