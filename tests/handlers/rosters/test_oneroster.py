"""A district's export: schools, students and staff come out of it, and every orphan with its line."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.oneroster import read_zip
from handlers.rosters.rows import FileRefused, Known, Roster, SchoolRow, StaffRow, StudentRow
from tests.handlers.rosters.files import (
    ENROLLMENT_HEAD,
    ORGS,
    USER_HEAD,
    export,
    line,
    manifest,
    newer_export,
    newer_user,
    read,
    refusal,
    unhurried,
    user,
    zipped,
)

ZADIE = user("u1", "Zadie", "Fernhollow", identifier="1001", email="zadie@invented.example")


def reasons(roster: Roster) -> list[tuple[str, int, str]]:
    return [(skipped.file, skipped.line, skipped.reason) for skipped in roster.skipped]


def enrollment(user_id: str, school: str = "s1", of_class: str = "c1", status: str = "") -> str:
    refs = {"classSourcedId": of_class, "schoolSourcedId": school, "userSourcedId": user_id}
    return line(ENROLLMENT_HEAD, {"sourcedId": "e1", "role": "student", "status": status} | refs)


def test_a_student_comes_with_number_school_and_grade() -> None:
    roster = read(export(ZADIE))
    assert roster.students == (
        StudentRow(
            "1001", "Zadie", "Fernhollow", grade="03", school="Fernhollow School", line=2, source_id="u1", active=True
        ),
    )
    assert roster.schools == (
        SchoolRow("s1", "Fernhollow School", True, 3),
        SchoolRow("s2", "Mossmere School", True, 4),
    )
    assert (roster.skipped, roster.warnings, roster.whole) == ((), (), True)


def test_without_a_number_the_sourced_id_stands_in() -> None:
    assert read(export(user("u1", "Zadie", "Fernhollow"))).students[0].school_id == "u1"


def test_staff_come_by_email_without_a_name() -> None:
    teacher = user("t1", "Wenlo", "Gorse", role="teacher", email="Wenlo@Invented.Example", orgSourcedIds="d1,s2")
    roster = read(export(teacher, user("t2", "Bel", "Rush", role="aide")))
    assert roster.staff == (StaffRow("t1", "wenlo@invented.example", "teacher", "Mossmere School", True, 2),)
    assert "users.csv, line 3: an adult without e-mail cannot be matched with Slack." in roster.warnings
    assert "Gorse" not in repr(roster)


@pytest.mark.parametrize("role", ["guardian", "parent", "relative"])
def test_families_are_passed_over(role: str) -> None:
    roster = read(export(user("p1", "Orenn", "Mossmere", role=role, email="orenn@invented.example")))
    assert (roster.students, roster.staff, roster.skipped) == ((), (), ())
    assert "renn" not in repr(roster)


@pytest.mark.parametrize(("status", "active"), [("", True), ("active", True), ("tobedeleted", False)])
@pytest.mark.parametrize("kind", ["bulk", "delta"])
def test_a_status_may_be_blank_or_filled_in_either_kind(status: str, active: bool, kind: str) -> None:
    files = export(user("u1", "Zadie", "Fernhollow", status=status), manifest=manifest(orgs="bulk", users=kind))
    assert [row.active for row in read(files).students] == [active]


def test_somebody_deleted_needs_only_an_id() -> None:
    gone = user("u1", "", "", status="tobedeleted", orgSourcedIds="", grades="")
    assert [(row.source_id, row.active) for row in read(export(gone)).students] == [("u1", False)]


def test_a_closed_account_is_still_a_student() -> None:
    assert read(export(user("u1", "Zadie", "Fernhollow", enabledUser="false"))).students[0].active


def test_an_unknown_status_costs_the_line_and_holds_the_student() -> None:
    roster = read(export(user("u1", "Zadie", "Fernhollow", status="A", identifier="1001")))
    assert reasons(roster) == [("users.csv", 2, "status is neither active nor tobedeleted")]
    assert roster.held == {"u1", "1001"}


def test_a_number_that_cannot_be_read_could_be_anybodys() -> None:
    roster = read(export(user("u1", "Zadie", "Fernhollow", identifier="1.2E+07")))
    assert (roster.students, roster.unread, sorted(roster.held)) == ((), 1, ["u1"])


def test_orphans_are_reported_with_their_lines() -> None:
    roster = read(
        export(
            ZADIE,
            user("u2", "Orenn", "Mossmere", orgSourcedIds="s9"),
            classes="sourcedId,status\nc1,\n",
            enrollments=ENROLLMENT_HEAD
            + enrollment("u1")
            + enrollment("u9")
            + enrollment("u1", of_class="c9")
            + enrollment("u1", school="s9")
            + enrollment("u9", status="tobedeleted"),
        )
    )
    assert reasons(roster) == [
        ("users.csv", 3, "names a school that is not in orgs.csv"),
        ("enrollments.csv", 3, "names somebody who is not in users.csv"),
        ("enrollments.csv", 4, "names a class that is not in classes.csv"),
        ("enrollments.csv", 5, "names a school that is not in orgs.csv"),
    ]
    assert "u2" in roster.held


def test_the_enrollment_of_a_skipped_user_is_no_orphan() -> None:
    roster = read(export(user("u1", "=1", "Rush"), enrollments=ENROLLMENT_HEAD + enrollment("u1")))
    assert reasons(roster) == [("users.csv", 2, "givenName starts like a formula")]


def test_a_list_of_changes_has_no_orphans() -> None:
    files = export(
        user("u1", "Zadie", "Fernhollow", orgSourcedIds="s9"),
        orgs=ORGS.splitlines()[0] + "\n",
        enrollments=ENROLLMENT_HEAD + enrollment("u9"),
        manifest=manifest(orgs="delta", users="delta", enrollments="delta"),
    )
    roster = read(files)
    assert roster.skipped == ()
    assert [row.school for row in roster.students] == [""]
    assert "users.csv, line 2: the school is not in this export, so the one on record stays." in roster.warnings


def test_a_list_of_changes_knows_schools_from_before() -> None:
    files = export(user("u1", "Zadie", "Fernhollow"), manifest=manifest(orgs="absent", users="delta"))
    assert read(files, Known(schools={"s1": "Our Fernhollow"})).students[0].school == "Our Fernhollow"


def test_a_school_keeps_the_name_it_has_here() -> None:
    roster = read(export(ZADIE), Known(schools={"s1": "Our Fernhollow"}))
    assert (roster.schools[0].name, roster.students[0].school) == ("Our Fernhollow", "Our Fernhollow")


def test_two_schools_of_one_name_are_said() -> None:
    roster = read(export(ZADIE, orgs=ORGS + "s3,,,Mossmere School,school,,d1\n"))
    assert roster.warnings == ("orgs.csv: lines 4 and 5 name one school: taken for the same.",)


def test_of_several_schools_the_first_counts() -> None:
    assert read(export(user("u1", "Zadie", "Fernhollow", orgSourcedIds="d1, s2,s1"))).students[0].school == (
        "Mossmere School"
    )


def test_a_student_of_the_district_is_placed_by_their_enrollment() -> None:
    pupils = user("u1", "Zadie", "Fernhollow", orgSourcedIds="d1") + user("u2", "Bel", "Rush", orgSourcedIds="d1")
    roster = read(export(pupils, enrollments=ENROLLMENT_HEAD + enrollment("u1", "s2") + enrollment("u1", "s1")))
    assert [(row.source_id, row.school) for row in roster.students] == [("u1", "Mossmere School")]
    assert reasons(roster) == [("users.csv", 3, "belongs to no school in orgs.csv or enrollments.csv")]


def test_one_user_twice_counts_once() -> None:
    roster = read(export(ZADIE, user("u1", "Zadie", "Quillwick")))
    assert [row.last_name for row in roster.students] == ["Fernhollow"]
    assert reasons(roster) == [("users.csv", 3, "is about the same user as line 2, which was taken")]


def test_two_users_with_one_number_count_once() -> None:
    roster = read(export(ZADIE, user("u2", "Zadie", "Fernhollow", identifier="1001", orgSourcedIds="s2")))
    assert [row.source_id for row in roster.students] == ["u1"]
    assert reasons(roster) == [("users.csv", 3, "has the same identifier as line 2, which was taken")]


def test_a_student_without_a_name_or_with_a_formula_is_skipped() -> None:
    roster = read(export(user("u1", "", "Fernhollow"), user("u2", "=1+1", "Rush")))
    assert reasons(roster) == [
        ("users.csv", 2, "givenName or familyName is empty"),
        ("users.csv", 3, "givenName starts like a formula"),
    ]


def test_a_role_we_do_not_know_is_skipped() -> None:
    roster = read(export(user("u1", "Zadie", "Fernhollow", role="wizard")))
    assert reasons(roster) == [("users.csv", 2, "role is not one of OneRoster's roles")]


def test_columns_in_another_order_or_case_are_read_with_a_warning() -> None:
    users = "FAMILYNAME,givenName,role,orgSourcedIds,sourcedId,metadata.hat\nFernhollow,Zadie,student,s1,u1,HATBAND\n"
    roster = read(export(users=users))
    assert [(row.first_name, row.last_name) for row in roster.students] == [("Zadie", "Fernhollow")]
    assert "users.csv has its columns in another order than usual: they were read by name." in roster.warnings
    assert "HATBAND" not in repr(roster)


def test_a_missing_column_is_named() -> None:
    assert "Line 1 of users.csv has no column role" in refusal(export(users=USER_HEAD.replace(",role", ",duty")))


def test_users_in_another_encoding_are_refused_by_line() -> None:
    files = export(ZADIE)
    files["users.csv"] = (USER_HEAD + ZADIE + user("u2", "Zoë", "Rush")).encode("cp1252")
    assert "users.csv is not UTF-8: line 3" in refusal(files)


def test_demographics_are_never_opened() -> None:
    files = export(ZADIE) | {"demographics.csv": b"\xff\xfe broken \x00"}
    packed = bytearray(zipped(files).getvalue())
    entry = packed.index(b"PK\x03\x04", packed.index(b"users.csv") + 1)
    packed[entry : entry + 4] = b"XXXX"  # whoever opens it now fails
    assert len(read_zip(io.BytesIO(bytes(packed))).students) == 1


ROLE_OF_ZADIE = "r1,,,u1,primary,student,,,s1,\n"
NEW_ZADIE = newer_user("u1", "Zadie", "Fernhollow", identifier="1001", preferredGivenName="Zed", grades="03")


def test_newer_exports_tell_roles_and_preferred_names() -> None:
    teacher = newer_user("t1", "Wenlo", "Gorse", email="wenlo@invented.example", primaryOrgSourcedId="s2")
    parent = newer_user("p1", "Orenn", "Mossmere")
    roles = ROLE_OF_ZADIE + "r2,,,t1,primary,counselor,,,d1,\nr3,,,p1,primary,guardian,,,s1,\n"
    roster = read(newer_export(NEW_ZADIE, teacher, parent, roles=roles))
    assert roster.students == (
        StudentRow(
            "1001",
            "Zadie",
            "Fernhollow",
            "Zed",
            grade="03",
            school="Fernhollow School",
            line=2,
            source_id="u1",
        ),
    )
    assert roster.staff == (StaffRow("t1", "wenlo@invented.example", "counselor", "Mossmere School", True, 3),)
    assert (roster.skipped, roster.warnings) == ((), ())


def test_a_student_helping_in_class_stays_a_student() -> None:
    roles = "r0,,,u1,primary,aide,,,s2,\n" + ROLE_OF_ZADIE
    assert [row.school for row in read(newer_export(NEW_ZADIE, roles=roles)).students] == ["Fernhollow School"]


def test_a_student_who_moved_is_at_the_new_school() -> None:
    roles = "r0,tobedeleted,,u1,primary,student,,,s1,\nr1,,,u1,secondary,student,,,s2,\n"
    assert [(row.school, row.active) for row in read(newer_export(NEW_ZADIE, roles=roles)).students] == [
        ("Mossmere School", True)
    ]


def test_a_student_whose_every_role_ended_has_left() -> None:
    roles = "r0,tobedeleted,,u1,primary,student,,,s1,\n"
    assert [row.active for row in read(newer_export(NEW_ZADIE, roles=roles)).students] == [False]


def test_users_without_roles_and_roles_without_users_are_reported() -> None:
    roster = read(newer_export(NEW_ZADIE, roles="r1,,,u9,primary,student,,,s1,\n"))
    assert reasons(roster) == [
        ("users.csv", 2, "has no role in roles.csv"),
        ("roles.csv", 2, "names somebody who is not in users.csv"),
    ]
    assert "1001" in roster.held


def test_changes_without_roles_are_taken_for_students_known_here() -> None:
    files = newer_export(NEW_ZADIE, newer_user("p1", "Orenn", "Mossmere"), roles="", kind="delta")
    roster = read(files, Known(students={"1001"}))
    assert [row.source_id for row in roster.students] == ["u1"]
    assert reasons(roster) == [("users.csv", 3, "has no role in roles.csv")]


def test_a_whole_export_that_forgets_a_role_leaves_the_student_as_they_are() -> None:
    roster = read(newer_export(NEW_ZADIE, roles=""), Known(students={"1001"}))
    assert (roster.students, sorted(roster.held)) == ((), ["1001", "u1"])


cells = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["u1", "s1", "student", "active", "tobedeleted", "=1", '"', "\r", "1001"]
)
tables = st.lists(st.lists(cells, min_size=1, max_size=18), max_size=6)


@unhurried
@given(tables, st.binary(max_size=60), st.sampled_from(["orgs.csv", "users.csv", "manifest.csv", "enrollments.csv"]))
def test_any_files_give_rows_or_a_sentence(table: list[list[str]], junk: bytes, spoiled: str) -> None:
    users = "".join(",".join(row) + "\n" for row in table)
    files = export(ZADIE, users, enrollments=ENROLLMENT_HEAD + users)
    first = files[spoiled]
    assert isinstance(first, str)
    files[spoiled] = first.encode() + junk
    try:
        roster, sentence = read(files), "."
    except FileRefused as refused:
        roster, sentence = Roster(), refused.sentence
    assert sentence.endswith(".")
    assert all(row.line >= 2 for row in roster.students)


@unhurried
@given(st.binary(max_size=300).map(lambda content: b"PK\x03\x04" + content))
def test_any_bytes_that_begin_like_a_zip_are_refused(content: bytes) -> None:
    with pytest.raises(FileRefused):
        read_zip(io.BytesIO(content))
