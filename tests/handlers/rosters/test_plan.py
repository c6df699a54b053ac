"""What an import would change: nothing twice, nobody lost unasked, no child's name over another's."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.merge import Match
from handlers.rosters.plan import Plan, decide
from handlers.rosters.rows import Roster, SchoolRow, Skipped, StoredStudent, StudentRow
from tests.handlers.rosters.files import store, unhurried

ZADIE = StudentRow("1001", "Zadie", "Fernhollow", grade="03", line=2)
ORENN = StudentRow("1002", "Orenn", "Mossmere", grade="04", line=3)
BEL = StudentRow("1003", "Bel", "Rush", grade="05", line=4)
STORED = store([ZADIE, ORENN, BEL])


def everybody(*students: StudentRow, held: frozenset[str] = frozenset(), unread: int = 0) -> Roster:
    return Roster(students=students, whole=True, held=held, unread=unread)


def crowd(count: int, school: str = "", first: int = 0) -> list[StudentRow]:
    numbers = range(first, first + count)
    return [StudentRow(str(number), f"Given{number}", f"Family{number}", school=school) for number in numbers]


def carry_out(plan: Plan, stored: Iterable[StoredStudent]) -> list[StoredStudent]:
    """What is on record after the plan is carried out."""
    before = {student.id: student for student in stored}
    gone = {student.id for student in plan.archive}
    kept = [replace(student, archived=student.archived or student.id in gone) for student in before.values()]
    done = {match.id: replace(_record(match), imported=True) for match in (*plan.change, *plan.restore)}
    return [done.get(student.id, student) for student in kept] + store(plan.add, max(before, default=0) + 1)


def _record(match: Match) -> StoredStudent:
    return replace(store([match.row])[0], id=match.id)


def test_a_first_import_adds_everybody() -> None:
    plan = decide([], everybody(ZADIE, ORENN))
    assert plan == Plan(add=(ZADIE, ORENN))


def test_importing_the_same_again_changes_nothing() -> None:
    plan = decide(STORED, everybody(ZADIE, ORENN, BEL))
    assert [match.id for match in plan.same] == [1, 2, 3]
    assert (plan.add, plan.change, plan.archive, plan.restore, plan.asks_first) == ((), (), (), (), False)


def test_a_change_says_which_fields_and_keeps_the_rest() -> None:
    stored = [replace(STORED[0], preferred_name="Zed", plan="IEP", school="Fernhollow School")]
    plan = decide(stored, Roster((replace(ZADIE, grade="04", last_name="Quillwick"),)))
    assert plan.change == (
        Match(
            1,
            replace(
                ZADIE,
                grade="04",
                last_name="Quillwick",
                preferred_name="Zed",
                plan="IEP",
                school="Fernhollow School",
            ),
            ("last_name", "grade"),
        ),
    )


def test_an_empty_cell_says_nothing() -> None:
    stored = [replace(STORED[0], preferred_name="Zed", grade="03", plan="504", case_manager_email="a@b.example")]
    assert len(decide(stored, Roster((replace(ZADIE, grade=""),))).same) == 1


def test_a_file_adds_nicknames_and_takes_none_away() -> None:
    stored = [replace(STORED[0], nicknames=("Zade",))]
    plan = decide(stored, Roster((replace(ZADIE, nicknames=("zade", "Zee")),)))
    assert [(match.row.nicknames, match.fields) for match in plan.change] == [(("Zade", "Zee"), ("nicknames",))]
    assert len(decide(stored, Roster((ZADIE,))).same) == 1


def test_missing_in_a_whole_file_is_archived_and_in_another_is_not() -> None:
    stored = store(crowd(10))
    assert [student.id for student in decide(stored, everybody(*crowd(9))).archive] == [10]
    assert decide(stored, Roster(tuple(crowd(9)))).archive == ()


def test_a_list_of_changes_archives_only_who_is_to_be_deleted() -> None:
    plan = decide(STORED, Roster((replace(ORENN, active=False),)))
    assert [student.id for student in plan.archive] == [2]
    assert (plan.add, plan.change, plan.same) == ((), (), ())


def test_somebody_deleted_who_was_never_here_is_nothing() -> None:
    assert decide([], Roster((replace(ZADIE, active=False),))) == Plan()


def test_somebody_deleted_twice_is_archived_once() -> None:
    stored = [replace(STORED[0], archived=True), *STORED[1:]]
    assert decide(stored, Roster((replace(ZADIE, active=False),))).archive == ()


def test_a_child_typed_in_twice_leaves_twice() -> None:
    twice = [STORED[0], replace(STORED[0], id=9, imported=False), replace(STORED[0], id=10, first_name="Wenlo")]
    twice[2] = replace(twice[2], last_name="Gorse")
    assert [student.id for student in decide(twice, Roster((replace(ZADIE, active=False),))).archive] == [1, 9]


def test_leaving_one_school_archives_nobody_at_another() -> None:
    stored = store([replace(ZADIE, school="Fernhollow School")])
    left = replace(ZADIE, school="Mossmere School", active=False)
    assert decide(stored, Roster((left,))).archive == ()


def test_gone_from_one_school_and_active_at_another_is_here() -> None:
    plan = decide(STORED, Roster((replace(ZADIE, active=False), replace(ZADIE, line=9))))
    assert (len(plan.same), plan.archive, plan.skipped) == (1, (), ())


def test_an_archived_student_who_is_back_is_restored() -> None:
    stored = [replace(STORED[0], archived=True)]
    plan = decide(stored, everybody(replace(ZADIE, grade="04")))
    assert [(match.id, match.fields) for match in plan.restore] == [(1, ("grade",))]
    assert (plan.change, plan.add) == ((), ())


def test_a_student_typed_by_a_lead_is_never_archived_for_missing() -> None:
    stored = [*store(crowd(9)), StoredStudent(77, "X", "Wenlo", "Gorse", imported=False)]
    assert decide(stored, everybody(*crowd(9))).archive == ()


def test_a_student_without_a_number_is_never_archived_for_missing() -> None:
    assert decide([StoredStudent(1, "", "Wenlo", "Gorse")], everybody(ZADIE)).archive == ()


def test_a_student_on_a_skipped_line_stays() -> None:
    plan = decide(STORED, everybody(ZADIE, ORENN, held=frozenset({"1003"})))
    assert plan.archive == ()


def test_one_schools_file_leaves_the_others_alone() -> None:
    stored = store([*crowd(9, "Fernhollow School"), *crowd(9, "Mossmere School", 100)])
    roster = replace(everybody(*crowd(8, "Fernhollow School")), schools=(SchoolRow("s1", "Fernhollow School"),))
    assert [student.id for student in decide(stored, roster).archive] == [9]


@pytest.mark.parametrize(("staying", "asks"), [(80, False), (79, True), (0, True)])
def test_more_than_a_fifth_archived_asks_first(staying: int, asks: bool) -> None:
    plan = decide(store(crowd(100)), everybody(*crowd(staying)))
    assert plan.archive_share == pytest.approx((100 - staying) / 100)
    assert plan.asks_first is asks


def test_changes_that_delete_more_than_a_fifth_ask_first() -> None:
    leaving = [replace(row, active=False) for row in crowd(21)]
    assert decide(store(crowd(100)), Roster(tuple(leaving))).asks_first


def test_a_school_whose_part_of_the_file_failed_asks_first() -> None:
    big, small = crowd(90, "Fernhollow School"), crowd(10, "Mossmere School", 100)
    plan = decide(store([*big, *small]), everybody(*big))
    assert plan.archive_share == pytest.approx(0.1)
    assert plan.asks_because == ("It would archive 10 of 10 students at Mossmere School.",)


def test_a_family_leaving_a_tiny_school_asks_nobody() -> None:
    big, small = crowd(90, "Fernhollow School"), crowd(4, "Mossmere School", 100)
    assert not decide(store([*big, *small]), everybody(*big, *small[:2])).asks_first


def test_lines_nobody_could_read_ask_before_anybody_is_archived() -> None:
    stored = store(crowd(100))
    assert decide(stored, everybody(*crowd(99), unread=2)).asks_because == (
        "2 lines could not be read and may be about students it would archive.",
    )
    assert not decide(stored, everybody(*crowd(100), unread=2)).asks_first


def test_a_mistyped_number_writes_no_name_over_another() -> None:
    stranger = replace(ZADIE, first_name="Tavimir", last_name="Gorse", source_id="u9")
    plan = decide(STORED, everybody(stranger, ORENN, BEL))
    assert (plan.add, plan.change, plan.archive) == ((), (), ())
    assert [(skipped.line, skipped.file) for skipped in plan.skipped] == [(2, "users.csv")]
    assert "Tavimir" not in repr(plan.skipped)


def test_a_new_family_name_or_a_short_first_name_is_still_the_same_child() -> None:
    stored = [replace(STORED[0], nicknames=("Zee",))]
    married = replace(ZADIE, last_name="Gorse")
    for renamed in (married, replace(married, first_name="ZÁDIE"), replace(married, first_name="Zee")):
        assert len(decide(stored, Roster((renamed,))).change) == 1


def test_the_same_number_at_another_school_is_another_child_unless_both_names_fit() -> None:
    stored = store([replace(ZADIE, school="Fernhollow School")])
    sister = replace(ZADIE, first_name="Sora", school="Mossmere School")
    assert decide(stored, Roster((sister,))).add == (sister,)
    moved = replace(ZADIE, school="Mossmere School")
    assert [match.fields for match in decide(stored, Roster((moved,))).change] == [("school",)]


def test_the_imported_one_of_two_with_a_number_is_meant() -> None:
    typed = StoredStudent(1, "1001", "Zadie", "Fernhollow", grade="03", imported=False)
    imported = replace(typed, id=2, imported=True)
    assert [match.id for match in decide([typed, imported], Roster((ZADIE,))).same] == [2]


def test_a_lead_who_typed_another_childs_number_stands_in_nobodys_way() -> None:
    typed = StoredStudent(1, "1001", "Wenlo", "Gorse", imported=False)
    assert decide([typed], Roster((ZADIE,))).add == (ZADIE,)


def test_two_lines_about_one_student_count_once() -> None:
    stored = [replace(STORED[0], source_ref="u1")]
    plan = decide(stored, Roster((replace(ZADIE, source_id="u1"), replace(ZADIE, source_id="u2", line=9))))
    assert [(skipped.line, skipped.reason) for skipped in plan.skipped] == [
        (9, "another line is about the same student")
    ]


def test_the_sourced_id_finds_a_student_whose_number_changed() -> None:
    stored = [replace(STORED[0], source_ref="u1")]
    plan = decide(stored, Roster((replace(ZADIE, source_id="u1", school_id="2001"),)))
    assert [match.fields for match in plan.change] == [("school_id",)]


def test_a_deletion_by_sourced_id_alone_finds_the_student() -> None:
    stored = [replace(STORED[0], source_ref="u1")]
    gone = StudentRow("u1", "", "", active=False, source_id="u1")
    assert [student.id for student in decide(stored, Roster((gone,))).archive] == [1]


def test_a_number_on_record_stays_where_the_file_has_none() -> None:
    stored = [replace(STORED[0], source_ref="u1")]
    plan = decide(stored, Roster((replace(ZADIE, school_id="u1", source_id="u1"),)))
    assert [match.row.school_id for match in plan.same] == ["1001"]


def test_sourced_ids_change_nothing_where_they_are_not_kept() -> None:
    row = replace(ZADIE, source_id="u1")
    assert len(decide(STORED, Roster((row,))).same) == 1
    assert [match.fields for match in decide([replace(STORED[0], source_ref="")], Roster((row,))).change] == [
        ("source_id",)
    ]


def test_what_the_file_skipped_is_in_the_plan() -> None:
    skipped = Skipped(7, "students.csv", "first_name is empty")
    plan = decide([], Roster(skipped=(skipped,), warnings=("Something.",)))
    assert (plan.skipped, plan.warnings) == ((skipped,), ("Something.",))


def test_each_student_has_one_place_in_a_plan() -> None:
    stored = [replace(STORED[0], archived=True), *STORED[1:], *store(crowd(1), 9), *store(crowd(1200, first=50), 99)]
    roster = replace(
        everybody(ZADIE, replace(ORENN, grade="05"), *crowd(1, first=9), *crowd(2, first=20), *crowd(1200, first=50)),
        skipped=(Skipped(7, "students.csv", "first_name is empty"),),
    )
    plan = decide(stored, roster)
    places = (plan.add, plan.change, plan.archive, plan.restore, plan.same, plan.skipped)
    assert tuple(map(len, places)) == (3, 1, 2, 1, 1200, 1)


first_names = st.sampled_from(["Zadie", "Orenn", "Bel", "Tavimir"])
last_names = st.sampled_from(["Fernhollow", "Mossmere", "Rush"])
numbers = st.integers(1, 8).map(str)
schools = st.sampled_from(["", "Fernhollow School", "Mossmere School"])
rows = st.builds(
    StudentRow,
    school_id=numbers,
    first_name=first_names,
    last_name=last_names,
    nicknames=st.lists(first_names, max_size=2, unique=True).map(tuple),
    grade=st.sampled_from(["", "03", "04"]),
    school=schools,
    active=st.booleans(),
)
rosters = st.builds(
    Roster,
    students=st.lists(rows, max_size=6, unique_by=lambda row: row.school_id).map(tuple),
    whole=st.booleans(),
    held=st.frozensets(numbers, max_size=1),
)
records = st.lists(
    st.builds(
        StoredStudent,
        id=st.just(0),
        school_ref=numbers | st.just(""),
        first_name=first_names,
        last_name=last_names,
        grade=st.sampled_from(["", "03"]),
        school=schools,
        archived=st.booleans(),
        imported=st.booleans(),
    ),
    max_size=6,
).map(lambda found: [replace(student, id=number) for number, student in enumerate(found, 1)])


@unhurried
@given(records, rosters)
def test_the_same_file_twice_changes_nothing(stored: list[StoredStudent], roster: Roster) -> None:
    again = decide(carry_out(decide(stored, roster), stored), roster)
    assert (again.add, again.change, again.archive, again.restore) == ((), (), (), ())


@unhurried
@given(records, rosters)
def test_everybody_in_the_file_is_somewhere_in_the_plan_once(stored: list[StoredStudent], roster: Roster) -> None:
    plan = decide(stored, roster)
    present = [row for row in roster.students if row.active]
    placed = (*plan.add, *plan.change, *plan.restore, *plan.same, *plan.skipped)
    touched = [match.id for match in (*plan.change, *plan.restore, *plan.same)] + [one.id for one in plan.archive]
    assert len(present) <= len(placed) <= len(roster.students)
    assert len(set(touched)) == len(touched)


@unhurried
@given(records, rosters)
def test_nobody_of_another_name_is_touched(stored: list[StoredStudent], roster: Roster) -> None:
    plan = decide(stored, roster)
    before = {student.id: student for student in stored}
    for match in (*plan.change, *plan.restore, *plan.same):
        known = before[match.id]
        first = {known.first_name} & {match.row.first_name, *match.row.nicknames}
        assert first or known.last_name == match.row.last_name
