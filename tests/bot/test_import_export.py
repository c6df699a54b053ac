"""`roundtable import` with a district's OneRoster export."""

import io
import zipfile
from pathlib import Path

import pytest

from benchmarks.make_district import CANARY, write_district
from storage import schools
from storage.database import Database
from storage.schools import School
from storage.students import Student
from tests.bot.import_steps import NOW, Import, everything, importing, list_students


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Import:
    return importing(database_url, tmp_path)


@pytest.fixture
def district(tmp_path: Path) -> Path:
    """88 students and 7 adults of one school, with a canary in every cell that must not be read."""
    path = tmp_path / "district.zip"
    write_district(path, users=100)
    return path


def _without(district: Path, share: float, to: Path) -> Path:
    """The same export with the last part of its students missing."""
    with zipfile.ZipFile(district) as old, zipfile.ZipFile(to, "w") as new:
        for name in old.namelist():
            lines = old.read(name).decode().splitlines(keepends=True)
            if name == "users.csv":
                kept = int(88 * (1 - share))
                lines = lines[: 1 + kept] + lines[1 + 88 :]
            if name == "enrollments.csv":
                lines = lines[:1]
            new.writestr(name, "".join(lines))
    return to


def test_an_export_brings_schools_and_students_and_nothing_else(
    run: Import, database: Database, district: Path, database_path: Path
) -> None:
    code, said = run(district)
    assert code == 0
    assert "New schools: Invented School 1" in said
    assert "This would add 88 students." in said
    assert len(list_students(database)) == 88
    assert CANARY not in said
    assert not any(CANARY.encode() in path.read_bytes() for path in database_path.parent.glob("roundtable.db*"))


def test_an_export_twice_changes_nothing(run: Import, database: Database, district: Path) -> None:
    run(district)
    before = everything(database)
    _, said = run(district)
    assert "This would change nothing; 88 lines on record already." in said
    assert everything(database) == before


def test_a_school_set_up_before_its_first_export_stays_the_same_school(
    run: Import, database: Database, district: Path
) -> None:
    with database.write() as session:
        mine = schools.add_school(session, School(name="invented school 1")).id
    run(district)
    with database.read() as session:
        listed = schools.list_schools(session)
    assert [(school.id, school.name, school.source_ref) for school in listed] == [
        (mine, "invented school 1", "school-0")
    ]
    assert {student.school_id for student in list_students(database)} == {mine}


def test_more_than_a_fifth_archived_asks_first(run: Import, database: Database, district: Path, tmp_path: Path) -> None:
    run(district)
    fewer = _without(district, 0.3, tmp_path / "fewer.zip")
    code, said = run(fewer)
    assert code == 1
    assert "more than a fifth" in said
    assert "run it again with --yes" in said
    assert all(student.archived_at is None for student in list_students(database))
    code, said = run(fewer, yes=True)
    assert code == 0
    assert "archived 27 students" in said
    assert sum(student.archived_at is not None for student in list_students(database)) == 27


def test_a_tenth_archived_does_not_ask_and_they_come_back(
    run: Import, database: Database, district: Path, tmp_path: Path
) -> None:
    run(district)
    code, said = run(_without(district, 0.1, tmp_path / "fewer.zip"))
    assert (code, "archived 9 students" in said) == (0, True)
    code, said = run(district)
    assert "brought back 9 students" in said
    assert all(student.archived_at is None for student in list_students(database))


def test_only_one_school_of_an_export(run: Import, database: Database, tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    write_district(path, users=2100)  # two schools
    code, said = run(path, school="Invented School 3")
    assert code == 1
    assert "The export has no school named Invented School 3. It has: Invented School 1, Invented School 2." in said
    run(path, school="invented school 2")
    assert len(list_students(database)) == 924


def test_students_a_lead_typed_are_not_archived_by_a_file(run: Import, database: Database, district: Path) -> None:
    run(district)
    with database.write() as session:
        (place,) = schools.list_schools(session)
        typed = Student(school_id=place.id, first_name="Orson", last_name="Quill", added_by="U1", added_at=NOW)
        session.add(typed)
    _, said = run(district)
    assert "change nothing" in said


@pytest.mark.parametrize(("answer", "archived"), [("y", 27), ("n", 0)])
def test_at_a_terminal_the_operator_is_asked(
    run: Import,
    database: Database,
    district: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    archived: int,
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    run(district)
    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    code, said = run(_without(district, 0.3, tmp_path / "fewer.zip"))
    assert "It would archive 27 of 88 students" in said
    assert code == (0 if archived else 1)
    assert sum(student.archived_at is not None for student in list_students(database)) == archived
