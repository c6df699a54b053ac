"""PRV-20: what must never be read in is found nowhere, neither in what was taken nor in what is said about it."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.make_district import CANARY, write_district
from handlers.rosters.csv_files import read_csv
from handlers.rosters.oneroster import read_zip
from handlers.rosters.plan import decide
from handlers.rosters.rows import FileRefused, Roster
from tests.handlers.rosters.files import (
    NEWER_USER_HEAD,
    STUDENT_HEAD,
    USER_HEAD,
    export,
    newer_export,
    read,
    rows,
    unhurried,
)

FORBIDDEN = [
    "birth_date",
    "dob",
    "sex",
    "gender",
    "race",
    "ethnicity",
    "address",
    "phone",
    "ssn",
    "password",
    "birthplace",
]
OURS = STUDENT_HEAD.split(",")
READ_OLDER = {
    "sourcedId",
    "status",
    "orgSourcedIds",
    "role",
    "givenName",
    "familyName",
    "identifier",
    "email",
    "grades",
}
READ_NEWER = READ_OLDER - {"orgSourcedIds", "role"} | {"preferredGivenName", "primaryOrgSourcedId"}


def said_about(roster: Roster) -> str:
    return repr(roster) + repr(decide([], roster))


def with_canaries(head: str, read_columns: set[str], good: dict[str, str]) -> str:
    """One line whose cells outside of `read_columns` are all canaries."""
    return rows([[good.get(name, "") if name in read_columns else CANARY for name in head.strip().split(",")]])


@pytest.mark.parametrize("column", FORBIDDEN)
def test_a_forbidden_column_of_ours_is_not_read(column: str) -> None:
    roster = read_csv(f"{column},{STUDENT_HEAD}\n{CANARY},1001,Zadie,Fernhollow,,,purple,,,\n".encode())
    assert len(roster.students) == 1
    assert CANARY not in said_about(roster)


def test_no_cell_besides_the_allowed_comes_out_of_an_older_export() -> None:
    line = with_canaries(
        USER_HEAD,
        READ_OLDER,
        {"sourcedId": "u1", "orgSourcedIds": "s1", "role": "student", "givenName": "Zadie", "familyName": "Rush"},
    )
    roster = read(export(line, demographics=f"sourcedId,birthDate\nu1,{CANARY}\n"))
    assert [row.first_name for row in roster.students] == ["Zadie"]
    assert CANARY not in said_about(roster)


def test_no_cell_besides_the_allowed_comes_out_of_a_newer_export() -> None:
    good = {"sourcedId": "u1", "givenName": "Zadie", "familyName": "Rush"}
    line = with_canaries(NEWER_USER_HEAD, READ_NEWER, good)
    files = newer_export(line, roles=f"{CANARY},,,u1,primary,student,{CANARY},{CANARY},s1,{CANARY}\n")
    roster = read(files | {"userProfiles.csv": CANARY})
    assert [row.first_name for row in roster.students] == ["Zadie"]
    assert CANARY not in said_about(roster)


def test_a_students_email_is_not_kept() -> None:
    cells = {"sourcedId": "u1", "orgSourcedIds": "s1", "role": "student", "givenName": "Zadie", "familyName": "Rush"}
    line = with_canaries(USER_HEAD, READ_OLDER, cells | {"email": f"{CANARY}@invented.example"})
    assert CANARY.lower() not in said_about(read(export(line))).lower()


@pytest.mark.parametrize(
    "broken",
    [
        f"1001,Zadie,Fernhollow,,,,,,,{CANARY},{CANARY}",  # too many cells
        f"{CANARY},x",  # the second half of a line broken in an address
        f'1001,"Zadie" Z,Fernhollow,,,,,,,{CANARY}',  # a stray quotation mark
        f"1001,=1,Fernhollow,,,,,,,{CANARY}",  # a formula
        f"1001,Zadie,Fernhollow,,,{CANARY},{CANARY},{CANARY},,x",  # a shift into columns of ours
    ],
)
def test_a_broken_line_says_nothing_of_what_is_in_it(broken: str) -> None:
    roster = read_csv(f"{STUDENT_HEAD},address\n{broken}\n".encode())
    assert roster.skipped or roster.warnings
    assert CANARY not in said_about(roster)


@pytest.mark.parametrize(
    "content",
    [
        f"{CANARY},{CANARY}\n".encode(),
        f'{STUDENT_HEAD},{CANARY}\n1001,"{CANARY}\n'.encode(),
        f"{STUDENT_HEAD}\n1001,{CANARY}\xe9,x,,,,,,\n".encode("latin-1"),
        f"{STUDENT_HEAD}\n1001,{CANARY * 20_000},x,,,,,,\n".encode(),
    ],
)
def test_a_refusal_and_its_causes_repeat_nothing_of_the_file(content: bytes) -> None:
    with pytest.raises(FileRefused) as refused:
        read_csv(content)
    error: BaseException | None = refused.value
    while error is not None:
        assert CANARY not in repr(error)
        error = error.__context__


@unhurried
@given(st.lists(st.sampled_from([*OURS, *FORBIDDEN]), min_size=1, max_size=24, unique=True), st.data())
def test_canaries_never_come_out_whatever_the_columns(head: list[str], data: st.DataObject) -> None:
    head = list(dict.fromkeys([*head, "school_id", "first_name", "last_name"]))
    cell = st.sampled_from(["Zadie", "=1", "", '"', "\n", "03"])
    cells = [CANARY if name in FORBIDDEN else data.draw(cell) for name in head]
    text = io.StringIO()
    csv.writer(text).writerows([head, cells, cells[1:], [*cells, CANARY]])
    assert CANARY not in said_about(read_csv(text.getvalue().encode()))


def test_an_invented_district_comes_through_whole_and_without_a_canary() -> None:
    packed = io.BytesIO()
    write_district(packed, users=400)
    packed.seek(0)
    roster = read_zip(packed)
    assert (len(roster.students), len(roster.staff), len(roster.schools)) == (352, 28, 1)
    assert (roster.skipped, roster.warnings, roster.whole) == ((), (), True)
    assert CANARY not in said_about(roster)


def test_the_invented_district_has_canaries_where_facts_would_be() -> None:
    packed = io.BytesIO()
    write_district(packed, users=50)
    with zipfile.ZipFile(packed) as district:
        users = [*csv.DictReader(io.TextIOWrapper(district.open("users.csv"), "utf-8"))]
        facts = [*csv.DictReader(io.TextIOWrapper(district.open("demographics.csv"), "utf-8"))]
    assert all(user[name].startswith(CANARY) for user in users for name in ("sms", "phone", "password", "username"))
    assert all(fact["birthDate"] == CANARY for fact in facts)
    assert (len(users), len(facts)) == (50, 44)
