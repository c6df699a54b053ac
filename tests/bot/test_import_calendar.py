"""`roundtable import` with a school's calendar: the words of the direct message, and every line it leaves out."""

from pathlib import Path

import pytest
from sqlmodel import select

from bot.clock import Clock
from storage import calendar
from storage.audit import AuditRow
from storage.calendar import DayKind
from storage.database import Database
from tests.bot.import_steps import Import, add_school, add_team, importing

YEAR = Clock().now().year
CSV = (
    f"date,kind,note\n{YEAR}-12-21..{YEAR + 1}-01-01,break,Winter break\n"
    f"{YEAR}-13-01,no school,\n{YEAR}-11-05,party,\n{YEAR}-11-06,staff only,Planning day\n"
)
ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\n"
    f"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:No school\r\nDTSTART;VALUE=DATE:{YEAR}1126\r\nEND:VEVENT\r\n"
    f"BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Lantern concert\r\nDTSTART;VALUE=DATE:{YEAR}1204\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:No school\r\nDTSTART;VALUE=DATE:someday\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Import:
    return importing(database_url, tmp_path)


@pytest.fixture
def school(database: Database) -> int:
    return add_school(database)


def kept(database: Database, school: int) -> list[tuple[str, DayKind]]:
    with database.read() as session:
        return [(one.name, one.kind) for one in calendar.list_entries(session, school)]


def test_a_dry_run_says_everything_and_changes_nothing(run: Import, database: Database, school: int) -> None:
    code, said = run(CSV, dry_run=True)
    assert code == 0
    assert "Skipped: list.csv, line 3" in said
    assert "the date is not written as 2027-02-10" in said
    assert f"Skipped: list.csv, line 4 ({YEAR}-11-05): the kind is not one of" in said
    assert "break  ·  Winter break" in said
    assert "Calendar of Juniper Hollow: this file would add 2 entries (1 staff only, 1 break)." in said
    assert "This was a dry run" in said
    assert kept(database, school) == []


def test_importing_twice_adds_once(run: Import, database: Database, school: int) -> None:
    _, said = run(CSV)
    assert "Done: 2 entries (1 staff only, 1 break) more in the calendar of Juniper Hollow." in said
    before = kept(database, school)
    assert before == [("Planning day", DayKind.STAFF_ONLY), ("Winter break", DayKind.BREAK)]
    _, said = run(CSV)
    assert "would add nothing. 2 more stand there already." in said
    assert "Done" not in said
    assert kept(database, school) == before
    with database.read() as session:
        assert [(row.action, row.actor) for row in session.exec(select(AuditRow)).all()] == [
            ("calendar.import", "operator")
        ]


def test_an_ics_names_the_line_of_each_event_it_leaves_out(run: Import, database: Database, school: int) -> None:
    code, said = run(ICS)
    assert code == 0
    assert "Skipped: list.csv, line 9 (Lantern concert): it says nothing about school days" in said
    assert "Skipped: list.csv, line 14 (No school): its dates cannot be read" in said
    assert kept(database, school) == [("No school", DayKind.NO_SCHOOL)]


def test_of_several_schools_one_is_named_or_is_that_of_a_channel(run: Import, database: Database, school: int) -> None:
    other = add_school(database, "Alder Row")
    add_team(database, school)
    code, said = run(CSV)
    assert (code, "--school NAME. There are: Alder Row, Juniper Hollow." in said) == (1, True)
    code, said = run(CSV, school="Nowhere")
    assert (code, "no school named Nowhere" in said) == (1, True)
    run(CSV, school="alder row")
    assert (len(kept(database, other)), kept(database, school)) == (2, [])
    run(CSV, channels=["#juniper-team"])
    assert len(kept(database, school)) == 2


def test_without_a_school_it_is_said_what_to_do(run: Import, database: Database) -> None:
    code, said = run(CSV)
    assert (code, "Set up a team first" in said) == (1, True)


def test_a_file_that_is_too_long_adds_nothing(run: Import, database: Database, school: int) -> None:
    days = "".join(f"{YEAR}-01-01,no school,day {number}\n" for number in range(501))
    code, said = run(f"date,kind,note\n{days}")
    assert (code, "Nothing was taken in. A school's calendar holds 500 entries" in said) == (1, True)
    assert kept(database, school) == []
