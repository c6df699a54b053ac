"""Reads the three CSV files a school fills in by hand: students, roles, positions, told apart by their first line."""

import io
from collections.abc import Iterator

from handlers.rosters.cells import parts_of, read_channel, read_email, read_id, read_list, read_text
from handlers.rosters.findings import Findings
from handlers.rosters.grades import read_grade
from handlers.rosters.header import Shape, needs, takes
from handlers.rosters.lines import TYPED
from handlers.rosters.rows import FileRefused, PositionRow, RoleRow, Roster, StudentRow
from handlers.rosters.sheet import Sheet
from handlers.rosters.words import read_plan, read_position, read_role

LARGEST_CSV = 10 * 1024 * 1024  # bytes
MOST_LINES = 100_000

STUDENTS = Shape(
    "students.csv",
    (
        needs("school_id", read_id),
        needs("first_name", read_text),
        needs("last_name", read_text),
        takes("preferred_name", read_text),
        takes("nicknames", read_list),
        takes("grade", read_grade),
        takes("plan", read_plan),
        takes("case_manager_email", read_email),
        takes("channel", read_channel),
    ),
    ids=("school_id",),
    most=MOST_LINES,
)
ROLES = Shape(
    "roles.csv",
    (
        needs("school_id", read_id),
        needs("role", read_role),
        needs("email", read_email),
        takes("backup_email", read_email),
    ),
    most=MOST_LINES,
)
POSITIONS = Shape("positions.csv", (needs("email", read_email), needs("position", read_position)), most=MOST_LINES)


def read_csv(content: bytes) -> Roster:
    """Raises FileRefused where nothing can be taken from the file."""
    if len(content) > LARGEST_CSV:
        most = LARGEST_CSV // 1024 // 1024
        raise FileRefused(f"This file is larger than {most} MB. Split it and send the parts.")
    findings = Findings()
    sheet = Sheet(io.BytesIO(content), (STUDENTS, ROLES, POSITIONS), TYPED, findings)
    students = tuple(_read_students(sheet)) if sheet.shape is STUDENTS else ()
    roles = tuple(_read_roles(sheet)) if sheet.shape is ROLES else ()
    positions = tuple(_read_positions(sheet)) if sheet.shape is POSITIONS else ()
    if not (students or roles or positions or findings.skipped):
        findings.warn(f"{sheet.shape.file} names its columns and has no lines below them.")
    return findings.add_to(Roster(students=students, roles=roles, positions=positions))


def _read_students(sheet: Sheet) -> Iterator[StudentRow]:
    for number, cells in sheet.once(lambda cells: cells[0], "student"):
        school_id, first, last, preferred, nicknames, grade, plan, case_manager, channel = cells
        yield StudentRow(
            school_id,
            first,
            last,
            preferred,
            parts_of(nicknames),
            grade,
            plan,
            case_manager,
            channel,
            line=number,
        )


def _read_roles(sheet: Sheet) -> Iterator[RoleRow]:
    for number, cells in sheet.once(lambda cells: (cells[0], cells[1].casefold()), "student and role"):
        school_id, role, email, backup = cells
        yield RoleRow(school_id, role, email, backup, number)


def _read_positions(sheet: Sheet) -> Iterator[PositionRow]:
    for number, cells in sheet.once(lambda cells: cells[0], "person"):
        email, position = cells
        yield PositionRow(email, position, number)
