"""Our three CSVs, as they come from Excel, from Sheets and from by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.rosters.cells import Unreadable, read_text
from handlers.rosters.csv_files import LARGEST_CSV, MOST_LINES, read_csv
from handlers.rosters.findings import MOST_SKIPPED
from handlers.rosters.grades import CEDS
from handlers.rosters.rows import FileRefused, PositionRow, RoleRow, Roster, StudentRow
from tests.handlers.rosters.files import STUDENT_HEAD, rows, unhurried

ZADIE = "1001,Zadie,Fernhollow,,,03,,,"


def students(*lines: str, head: str = STUDENT_HEAD) -> Roster:
    return read_csv("\n".join([head, *lines]).encode())


def refusal(content: bytes) -> str:
    with pytest.raises(FileRefused) as refused:
        read_csv(content)
    return refused.value.sentence


def reasons(roster: Roster) -> list[tuple[int, str]]:
    return [(skipped.line, skipped.reason) for skipped in roster.skipped]


def test_a_full_line_is_read() -> None:
    roster = students("1001,Zadie,Fernhollow,Zed,Zade;Z,3rd,iep,Lopez@Invented.Example,#room-12")
    assert roster.students == (
        StudentRow(
            "1001",
            "Zadie",
            "Fernhollow",
            "Zed",
            ("Zade", "Z"),
            "03",
            "IEP",
            "lopez@invented.example",
            "room-12",
            line=2,
        ),
    )
    assert (roster.skipped, roster.warnings, roster.whole) == ((), (), False)


def test_roles_are_known_by_their_first_line() -> None:
    roster = read_csv(b"school_id,role,email,backup_email\n1001,CM,a@b.example,\n1001,Data,c@d.example,a@b.example\n")
    assert roster.roles == (
        RoleRow("1001", "case manager", "a@b.example", "", 2),
        RoleRow("1001", "progress data", "c@d.example", "a@b.example", 3),
    )
    assert roster.students == ()


def test_positions_are_known_by_their_first_line() -> None:
    roster = read_csv(b"email,position\na@b.example,School Psychologist\n")
    assert roster.positions == (PositionRow("a@b.example", "psychologist", 2),)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_any_computers_line_ends_and_bom_are_read(ends: str, encoding: str) -> None:
    content = ends.join([STUDENT_HEAD, "1001,Zoë,Mossmere,,,,,,", ""]).encode(encoding)
    assert [row.first_name for row in read_csv(content).students] == ["Zoë"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_refused_with_how_to_save_it(encoding: str) -> None:
    sentence = refusal(f"{STUDENT_HEAD}\n{ZADIE}\n".encode(encoding))
    assert "UTF-16" in sentence
    assert "Save it as" in sentence


def test_another_encoding_is_refused_by_the_line_it_shows_on() -> None:
    sentence = refusal(f"{STUDENT_HEAD}\n{ZADIE}\n1002,Zoë,Mossmere,,,,,,\n".encode("cp1252"))
    assert "line 3" in sentence
    assert "CSV UTF-8" in sentence
    assert "Zo" not in sentence


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"PK\x03\x04rest", "Excel"), (b"\xd0\xcf\x11\xe0rest", "Excel"), (b"%PDF-1.7", "PDF"), (b"{\\rtf1", "word")],
)
def test_another_kind_of_file_is_called_by_its_kind(content: bytes, kind: str) -> None:
    assert kind in refusal(content)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\n\n", b",,,\n"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    assert "empty" in refusal(content)


def test_a_first_line_without_lines_is_said() -> None:
    assert students().warnings == ("students.csv names its columns and has no lines below them.",)


def test_a_missing_column_is_named_with_its_line() -> None:
    sentence = refusal(b"\n\nschool_id,first_name,grade\n1001,Zadie,03\n")
    assert "Line 3 of this file has no column last_name." in sentence


def test_a_file_without_a_first_line_is_refused_and_not_repeated() -> None:
    sentence = refusal(ZADIE.encode())
    assert "does not name columns we know" in sentence
    assert "Zadie" not in sentence


def test_a_column_named_twice_is_refused() -> None:
    assert "first_name twice" in refusal(b"school_id,first_name,last_name,First Name\n")


@pytest.mark.parametrize(("sign", "word"), [(";", "semicolons"), ("\t", "tabs"), ("|", "bars")])
def test_other_signs_between_cells_are_called_by_name(sign: str, word: str) -> None:
    assert word in refusal(STUDENT_HEAD.replace(",", sign).encode())


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    line = "1001,Zadie,Fernhollow,,,,,,"
    filling = LARGEST_CSV - len(f"{STUDENT_HEAD}\n{line}\n")
    full = f"{STUDENT_HEAD}\n{line}\n".encode() + (b" " * 999 + b"\n") * (filling // 1000) + b" " * (filling % 1000)
    assert len(full) == LARGEST_CSV
    assert len(read_csv(full).students) == 1
    assert "larger than 10 MB" in refusal(full + b" ")


def test_a_file_of_endless_short_lines_is_refused() -> None:
    assert "lines" in refusal(f"{STUDENT_HEAD}\n".encode() + b"\n" * (MOST_LINES + 1))


def test_an_endless_line_is_refused() -> None:
    assert "too long" in refusal(f"{STUDENT_HEAD}\n".encode() + b"x" * 100_000)


def test_columns_in_another_order_are_read_by_name_with_a_warning() -> None:
    roster = students("Zadie,1001,Fernhollow", head="First Name,School ID,Last Name")
    assert [(row.school_id, row.first_name) for row in roster.students] == [("1001", "Zadie")]
    assert any("another order" in warning for warning in roster.warnings)


def test_columns_left_out_are_said() -> None:
    roster = students("1001,Zadie,Fernhollow", head="school_id,first_name,last_name")
    assert any("no column preferred_name, nicknames" in warning for warning in roster.warnings)


def test_unknown_columns_are_counted_and_never_named() -> None:
    roster = students(f"{ZADIE},x,y", head=f"{STUDENT_HEAD},Favourite Cheese,Shoe")
    assert [row.first_name for row in roster.students] == ["Zadie"]
    assert roster.warnings == ("students.csv has columns besides ours: 2. They were not read.",)


def test_a_formula_in_a_name_costs_the_line() -> None:
    roster = students("1001,=cmd|' /C calc'!A0,Fernhollow,,,,,,", "1002,Orenn,Mossmere,,,,,,")
    assert reasons(roster) == [(2, "first_name starts like a formula")]
    assert [row.line for row in roster.students] == [3]


def test_a_formula_elsewhere_costs_the_cell() -> None:
    roster = students("1001,Zadie,Fernhollow,@SUM(1),=1;=2,+3,-4,=5,=6")
    assert roster.students == (StudentRow("1001", "Zadie", "Fernhollow", line=2),)
    assert len([warning for warning in roster.warnings if "formula" in warning]) == 6


def test_the_same_student_twice_counts_once() -> None:
    roster = students(ZADIE, "1002,Orenn,Mossmere,,,,,,", "1001,Zadie,Quillwick,,,,,,")
    assert [row.last_name for row in roster.students] == ["Fernhollow", "Mossmere"]
    assert reasons(roster) == [(4, "is about the same student as line 2, which was taken")]


def test_one_role_has_one_holder() -> None:
    roster = read_csv(b"school_id,role,email\n1,case manager,a@b.example\n1,CM,c@d.example\n2,CM,c@d.example\n")
    assert [(row.school_id, row.email) for row in roster.roles] == [("1", "a@b.example"), ("2", "c@d.example")]


def test_quoted_cells_hold_commas_quotes_and_line_breaks() -> None:
    roster = students('1001,"Zadie ""Z""","Fern,\nhollow",,,,,,', "1002,Orenn,Mossmere,,,,,,")
    assert [(row.first_name, row.last_name, row.line) for row in roster.students] == [
        ('Zadie "Z"', "Fern, hollow", 2),
        ("Orenn", "Mossmere", 4),
    ]


def test_a_stray_quotation_mark_costs_its_line() -> None:
    roster = students('1001,"Zadie" Z,Fernhollow,,,,,,', "1002,Orenn,Mossmere,,,,,,")
    assert reasons(roster) == [(2, "a quotation mark is out of place")]
    assert [row.school_id for row in roster.students] == ["1002"]
    assert roster.unread == 1


def test_a_stray_quotation_mark_that_swallows_lines_counts_them() -> None:
    roster = students('1001,"Zadie,Fernhollow,,,,,,', "1002,Orenn,Mossmere,,,,,,", '1003,"Bel",Gorse,,,,,,', ZADIE)
    assert reasons(roster) == [(2, "runs on to line 4: a quotation mark is out of place")]
    assert roster.unread == 3
    assert [row.school_id for row in roster.students] == ["1001"]


def test_a_quotation_mark_that_is_never_closed_refuses_the_file() -> None:
    sentence = refusal(f'{STUDENT_HEAD}\n{ZADIE}\n1002,"Orenn,Mossmere\n1003,Bel,Gorse\n'.encode())
    assert "line 3" in sentence


@pytest.mark.parametrize("line", ["1001,Zadie", "1001,Zadie,Fernhollow,,,,,,,", "1001,Za,die,Fernhollow,,,,,,"])
def test_a_ragged_line_is_skipped_whole(line: str) -> None:
    roster = students(line)
    assert reasons(roster) == [(2, "has more or fewer cells than the first line")]
    assert (roster.students, roster.unread) == ((), 1)


def test_blank_lines_are_passed_over() -> None:
    roster = students("", ",,,,,,,,", ZADIE, "")
    assert ([row.line for row in roster.students], roster.skipped) == ([4], ())


def test_a_nul_costs_the_line_only_where_we_read() -> None:
    roster = students("1001,Za\x00die,Fernhollow,,,,,,,", f"{ZADIE},\x00", head=f"{STUDENT_HEAD},notes")
    assert reasons(roster) == [(2, "first_name holds a control character")]
    assert [row.line for row in roster.students] == [3]


def test_a_cell_we_do_not_know_is_left_out_with_its_lines() -> None:
    roster = students(*(f"{number},Zadie,Fernhollow,,,purple,,," for number in range(8)))
    assert len(roster.students) == 8
    assert roster.warnings == (
        "students.csv, lines 2, 3, 4, 5, 6 and 3 more: grade is not a grade we know, so it was left out.",
    )


def test_a_skipped_line_still_speaks_for_its_student() -> None:
    roster = students("1001,=x,Fernhollow,,,,,,", ",Orenn,Mossmere,,,,,,")
    assert (roster.held, roster.unread) == (frozenset({"1001"}), 1)


def test_very_many_skipped_lines_are_counted_not_kept() -> None:
    roster = students(*["1001,Zadie"] * (MOST_SKIPPED + 5))
    assert len(roster.skipped) == MOST_SKIPPED
    assert "students.csv: 5 more lines were skipped and are not listed." in roster.warnings
    assert roster.unread == MOST_SKIPPED + 5


def fit(text: str) -> bool:
    try:
        return bool(text) and read_text(text) == text and ";" not in text
    except Unreadable:
        return False


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20).filter(fit)
student_rows = st.builds(
    StudentRow,
    school_id=st.integers(1, 10**9).map(str),
    first_name=names,
    last_name=names,
    preferred_name=names | st.just(""),
    nicknames=st.lists(names, max_size=3, unique_by=str.casefold).map(tuple),
    grade=st.sampled_from(CEDS) | st.just(""),
    plan=st.sampled_from(["", "IEP", "504", "IEP, EL"]),
    case_manager_email=st.sampled_from(["", "lopez@invented.example"]),
    channel=st.sampled_from(["", "room-12"]),
)


@unhurried
@given(st.lists(student_rows, max_size=5, unique_by=lambda row: row.school_id))
def test_what_is_written_is_read_back(written: list[StudentRow]) -> None:
    lines = [
        [
            row.school_id,
            row.first_name,
            row.last_name,
            row.preferred_name,
            "; ".join(row.nicknames),
            row.grade,
            row.plan,
            row.case_manager_email,
            row.channel,
        ]
        for row in written
    ]
    roster = read_csv((STUDENT_HEAD + "\n" + rows(lines)).encode())
    assert [row.school_id for row in roster.students] == [row.school_id for row in written]
    for row, meant in zip(roster.students, written, strict=True):
        assert (row.first_name, row.last_name, row.nicknames) == (meant.first_name, meant.last_name, meant.nicknames)
        assert (row.grade, row.plan, row.preferred_name) == (meant.grade, meant.plan, meant.preferred_name)
    assert roster.skipped == ()


@unhurried
@given(st.binary() | st.text().map(lambda text: f"{STUDENT_HEAD}\n{text}".encode("utf-8", "surrogatepass")))
def test_any_bytes_give_rows_or_a_sentence(content: bytes) -> None:
    try:
        lines, sentence = {row.line for row in read_csv(content).students}, "."
    except FileRefused as refused:
        lines, sentence = set(), refused.sentence
    assert sentence.endswith(".")
    assert all(line >= 2 for line in lines)
