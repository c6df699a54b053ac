"""What a file would do here: teams, places, roles and positions. Pure."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.duties import Holding
from handlers.rosters.intake import Here, channel_key, decide_all
from handlers.rosters.rows import PositionRow, RoleRow, Roster, StoredStudent, StudentRow
from handlers.rosters.say_intake import list_reasons, say_counts, say_same

ORSON = StudentRow("4711", "Orson", "Quill", channel="juniper-team", line=2)
STORED = StoredStudent(7, "4711", "Orson", "Quill", school="Juniper Hollow")
HERE = Here(
    school="Juniper Hollow", teams={"juniper-team": 1, "birch-team": 2}, schools={1: "Juniper Hollow", 2: "Far"}
)


def test_a_new_student_comes_to_the_team_of_the_channel() -> None:
    found = decide_all(HERE, Roster(students=(ORSON,)))
    assert found.plan.add == (replace(ORSON, school="Juniper Hollow"),)
    assert found.places == {2: (1,)}


def test_without_a_channel_students_come_to_the_teams_named_for_everybody() -> None:
    here = replace(HERE, everybody_to=(1, 2))
    assert decide_all(here, Roster(students=(replace(ORSON, channel=""),))).places == {2: (1, 2)}


def test_a_student_comes_to_no_team_twice() -> None:
    here = replace(HERE, stored=(STORED,), placed={(1, 7)})
    found = decide_all(here, Roster(students=(ORSON,)))
    assert found.places == {}
    assert found.changes_nothing


def test_a_known_student_comes_to_another_team() -> None:
    here = replace(HERE, stored=(STORED,), placed={(1, 7)})
    found = decide_all(here, Roster(students=(replace(ORSON, channel="birch-team"),)))
    assert [match.id for match in found.placed] == [7]
    assert not found.changes_nothing
    assert say_counts(found, done=True) == "put 1 known student on a team"


def test_the_school_is_that_of_the_team_where_nobody_said() -> None:
    here = replace(HERE, school="")
    (row,) = decide_all(here, Roster(students=(replace(ORSON, channel="birch-team"),))).plan.add
    assert row.school == "Far"


def test_a_lead_brings_students_only_to_teams_of_their_own() -> None:
    here = replace(HERE, team_needed=True)
    rows = (replace(ORSON, channel="elsewhere", line=2), replace(ORSON, channel="", line=3, school_id="2"))
    found = decide_all(here, Roster(students=rows))
    assert {(one.line, one.reason) for one in found.skipped} == {
        (2, "its channel is not one of a team you lead"),
        (3, "its channel is not one of a team you lead"),
    }


def test_a_change_about_somebody_new_whose_school_nobody_knows_is_skipped() -> None:
    row = StudentRow("1", "Orson", "Quill", source_id="s-1", line=5)
    found = decide_all(replace(HERE, school=""), Roster(students=(row,)))
    assert [(one.file, one.line) for one in found.skipped] == [("users.csv", 5)]


def test_a_role_goes_to_the_one_student_of_that_number() -> None:
    here = replace(HERE, stored=(STORED,))
    found = decide_all(
        here,
        Roster(roles=(RoleRow("4711", "data", "a@x.example", line=2), RoleRow("1", "data", "b@x.example", line=3))),
    )
    assert [(student_id, row.email) for student_id, row in found.duties.roles] == [(7, "a@x.example")]
    assert list_reasons(found.skipped, 5) == ["roles.csv, line 3: no student here has this school ID"]


def test_two_students_of_one_number_are_left_to_a_person() -> None:
    twin = replace(STORED, id=8, school="Far")
    here = replace(HERE, stored=(STORED, twin))
    found = decide_all(here, Roster(roles=(RoleRow("4711", "data", "a@x.example", line=2),)))
    assert [one.reason for one in found.skipped] == ["several students have this school ID"]
    archived = replace(here, stored=(STORED, replace(twin, archived=True)))
    assert decide_all(archived, Roster(roles=(RoleRow("4711", "data", "a@x.example", line=2),))).duties.roles


def test_roles_and_positions_on_record_are_counted_as_the_same() -> None:
    here = replace(
        HERE,
        stored=(STORED,),
        holdings={(7, "data"): Holding("a@x.example", "b@x.example")},
        positions={"a@x.example": "SLP"},
    )
    roster = Roster(
        roles=(RoleRow("4711", "data", "a@x.example", line=2),), positions=(PositionRow("a@x.example", "SLP", 2),)
    )
    found = decide_all(here, roster)
    assert found.changes_nothing
    assert say_same(found) == "2 lines on record already"


def test_another_backup_is_a_change() -> None:
    here = replace(HERE, stored=(STORED,), holdings={(7, "data"): Holding("a@x.example", "b@x.example")})
    rows = (RoleRow("4711", "data", "a@x.example", "c@x.example", line=2),)
    assert len(decide_all(here, Roster(roles=rows)).duties.roles) == 1


def test_long_lists_of_reasons_are_cut_and_counted() -> None:
    found = decide_all(
        replace(HERE, team_needed=True),
        Roster(students=tuple(StudentRow(str(n), "Ova", "Moss", channel="x", line=n) for n in range(20))),
    )
    assert list_reasons(found.skipped, 15)[-1] == "and 5 more lines"


@given(st.text())
def test_a_channel_is_the_same_however_it_is_written(name: str) -> None:
    assert channel_key(f" #{name}".upper()) == channel_key(channel_key(f" #{name}".upper()))
