"""`roundtable import` with our own CSVs: says first what it would do, and does it beside a running bot."""

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console
from sqlmodel import col, select

from bot.batches import in_batches
from bot.import_command import import_files
from storage import imports, people, roles, sight
from storage.audit import AuditRow
from storage.database import Database
from storage.people import Person
from tests.bot.import_steps import HEAD, Import, add_school, add_team, count_on, everything, importing, list_students
from tests.cast import Cast


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Import:
    return importing(database_url, tmp_path)


@pytest.fixture
def school(database: Database) -> int:
    return add_school(database)


@pytest.fixture
def team(database: Database, school: int) -> int:
    return add_team(database, school)


def test_a_dry_run_says_everything_and_changes_nothing(run: Import, database: Database, school: int) -> None:
    code, said = run(HEAD + "4711,Orson,Quill,,,5,,,\n4712,,Reed,,,,,,\n", dry_run=True)
    assert code == 0
    assert "This would add 1 student." in said
    assert "Skipped: students.csv, line 3: first_name is empty" in said
    assert "Orson" not in said
    assert list_students(database) == []


def test_students_come_to_the_team_of_the_channel(run: Import, database: Database, team: int) -> None:
    code, said = run(HEAD + "4711,Orson,Quill,,,5,,,\n", channels=["#juniper-team"])
    assert (code, "Done: added 1 student." in said) == (0, True)
    assert count_on(database, team) == 1


def test_the_channel_column_goes_by_name_or_id(run: Import, database: Database, team: int) -> None:
    file = HEAD + "1,Orson,Quill,,,,,,#Juniper-Team\n2,Tam,Reed,,,,,,C1\n3,Ova,Moss,,,,,,elsewhere\n4,Bel,Lark,,,,,,\n"
    _, said = run(file)
    assert count_on(database, team) == 2
    assert len(list_students(database)) == 4
    assert "students.csv, line 4: its channel is no team's" in said


def test_a_student_on_no_team_is_seen_by_nobody(run: Import, database: Database, team: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,,\n")
    (student,) = list_students(database)
    with database.read() as session:
        assert sight.list_watchers(session, student.id) == []


def test_importing_twice_changes_nothing(run: Import, database: Database, team: int) -> None:
    file = HEAD + "4711,Orson,Quill,Ory,Oz;Ozzie,5,IEP; 504,hale@juniper.example,juniper-team\n"
    run(file)
    before = everything(database)
    code, said = run(file)
    assert code == 0
    assert "This would change nothing; 1 line on record already." in said
    assert everything(database) == before


def test_a_second_file_puts_a_known_student_on_a_team(run: Import, database: Database, team: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,,\n")
    _, said = run(HEAD + "4711,Orson,Quill,,,5,,,juniper-team\n")
    assert "put 1 known student on a team" in said
    assert count_on(database, team) == 1


def test_every_row_written_is_audited_as_the_operators(run: Import, database: Database, team: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,,juniper-team\n")
    with database.read() as session:
        (row,) = session.exec(select(AuditRow)).all()
    (student,) = list_students(database)
    assert (row.actor, row.action, row.student_id, row.object_id) == (
        "operator",
        "students.add",
        student.id,
        f"team:{team}",
    )


def test_without_a_school_a_file_says_what_is_missing(run: Import, database: Database) -> None:
    file = HEAD + "4711,Orson,Quill,,,5,,,\n"
    _, said = run(file)
    assert "line 2: its school is not known" in said
    assert "--school" in said
    assert list_students(database) == []
    _, said = run(file, school="Juniper Hollow")
    assert "New schools: Juniper Hollow" in said
    assert len(list_students(database)) == 1


def test_a_school_is_found_whatever_its_capitals(run: Import, database: Database, school: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,,\n", school="juniper hollow")
    assert [student.school_id for student in list_students(database)] == [school]


def test_case_managers_read_restricted_words(run: Import, database: Database, school: int) -> None:
    with database.write() as session:
        people.remember_person(session, Person(id="U1", email="hale@juniper.example"))
    _, said = run(HEAD + "4711,Orson,Quill,,,5,,Hale@juniper.example,\n4712,Tam,Reed,,,5,,gone@juniper.example,\n")
    assert "Note: not seen in Slack yet: gone@juniper.example" in said
    orson, tam = list_students(database)
    with database.read() as session:
        both = [orson.id, tam.id]
        assert sight.list_case_managed(session, "U1", "hale@juniper.example", both) == {orson.id}
        # Whoever comes to Slack later is known by the e-mail.
        assert sight.list_case_managed(session, "U2", "gone@juniper.example", both) == {tam.id}


def test_a_new_case_manager_ends_the_old_ones_time(run: Import, database: Database, school: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,one@juniper.example,\n")
    _, said = run(HEAD + "4711,Orson,Quill,,,5,,two@juniper.example,\n")
    assert "change 1 student" in said
    with database.read() as session:
        held = session.exec(select(roles.RoleHolder).order_by(col(roles.RoleHolder.id))).all()
    assert [(row.holder_email, row.until is None) for row in held] == [
        ("one@juniper.example", False),
        ("two@juniper.example", True),
    ]


def test_roles_are_given_and_a_backup_left_open_stays(run: Import, database: Database, school: int) -> None:
    run(HEAD + "4711,Orson,Quill,,,5,,,\n")
    head = "school_id,role,email,backup_email\n"
    _, said = run(head + "4711,data,a@juniper.example,b@juniper.example\n4799,data,a@juniper.example,\n")
    assert "give 1 role (progress data: 1)" in said
    assert "roles.csv, line 3: no student here has this school ID" in said
    _, said = run(head + "4711,data,c@juniper.example,\n")
    _, again = run(head + "4711,data,c@juniper.example,\n")
    assert "change nothing; 1 line on record already" in again
    with database.read() as session:
        (held,) = imports.list_held_by_email(session)
    assert held[1:] == ("progress data", "c@juniper.example", "b@juniper.example")


def test_positions_count_for_restricted_words_at_once(run: Import, database: Database, team: int) -> None:
    _, said = run("email,position\nortiz@juniper.example,guidance counselor\nx@juniper.example,wizard\n")
    assert "set 1 position (counselor: 1)" in said
    assert "positions.csv, line 3" in said
    with database.read() as session:
        assert sight.list_leading(session, "U9", "ortiz@juniper.example", [team]) == {team}
    _, again = run("email,position\nortiz@juniper.example,guidance counselor\n")
    assert "change nothing" in again


def test_what_was_cut_off_in_the_middle_is_finished_by_the_next_run(
    run: Import, database: Database, school: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"{number},Ova{number},Moss,,,5,,a@juniper.example,\n" for number in range(400))

    class PulledPlug(Exception):
        pass

    def cut_off(*given: object) -> object:
        batches: Iterator[object] = in_batches(*given)  # type: ignore[arg-type]
        yield next(batches)
        yield next(batches)
        raise PulledPlug

    with monkeypatch.context() as patched:
        patched.setattr("bot.import_command.in_batches", cut_off)
        with pytest.raises(PulledPlug):
            run(HEAD + lines)
    done = len(list_students(database))
    assert 0 < done < 400
    _, said = run(HEAD + lines)
    assert f"{done} lines on record already" in said
    assert len(list_students(database)) == 400
    with database.read() as session:
        assert len(list(imports.list_held_by_email(session))) == 400


def test_what_another_import_brought_meanwhile_does_not_come_twice(
    run: Import, database: Database, school: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = HEAD + "".join(f"{number},Ova{number},Moss,,,5,,,\n" for number in range(120))

    def late(*given: object) -> object:
        monkeypatch.undo()
        run(file)
        yield from in_batches(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("bot.import_command.in_batches", late)
    run(file)
    assert len(list_students(database)) == 120


def test_what_cannot_be_read_gets_a_sentence(run: Import, tmp_path: Path, school: int) -> None:
    for content, sentence in (
        ("", "This file is empty"),
        ("first_name,last_name\nOrson,Quill\n", "has no column school_id"),
        ("PK nonsense", "damaged"),
    ):
        code, said = run(content)
        assert (code, sentence in said) == (1, True), said
        assert "Orson" not in said
    code, said = run(tmp_path / "nowhere.csv")
    assert (code, "cannot be read" in said) == (1, True)


def test_a_channel_of_no_team_is_refused(run: Import, school: int) -> None:
    code, said = run(HEAD, channels=["nowhere"])
    assert (code, "No team has the channel nowhere" in said) == (1, True)


def test_a_fresh_machine_needs_no_database_first(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(HEAD + "4711,Orson,Quill,,,5,,,\n")
    url = f"sqlite:///{tmp_path / 'new.db'}"
    assert import_files(path, school="Juniper Hollow", database_url=url, console=Console(file=io.StringIO())) == 0


def test_it_runs_beside_the_bot_and_neither_waits_for_the_other_to_end(run: Import, cast: Cast) -> None:
    file = HEAD + "".join(f"{number},Ova{number},Moss,,,5,,,\n" for number in range(1500))
    importing = threading.Thread(target=run, args=(file,))
    importing.start()
    said: list[str] = []
    while importing.is_alive():
        said.append(cast.lopez.types(f"/checkin Maya Tern: step {len(said)} is done", cast.juniper).text)
    importing.join()
    assert len(said) > 1
    assert all("Kept" in one or "kept" in one for one in said), said
    assert len(list_students(cast.bot.database)) == 1503
