"""Importing from the command line, for the tests that tell of it."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from sqlmodel import col, select

from bot.import_command import import_files
from storage import imports, people, roles, schools, teams
from storage.audit import AuditRow
from storage.database import Database
from storage.people import Channel
from storage.schools import School
from storage.students import Student, TeamStudent
from storage.teams import Team

NOW = datetime(2026, 9, 7, 12, tzinfo=UTC)
HEAD = "school_id,first_name,last_name,preferred_name,nicknames,grade,plan,case_manager_email,channel\n"
Import = Callable[..., tuple[int, str]]


def importing(database_url: str, folder: Path) -> Import:
    """Imports a file, or a file of these words; returns the exit code and all that was printed."""

    def run(content: str | Path, **options: object) -> tuple[int, str]:
        path = content if isinstance(content, Path) else folder / "list.csv"
        if isinstance(content, str):
            path.write_text(content)
        out = io.StringIO()
        console = Console(file=out, width=300, highlight=False, markup=False)
        code = import_files(path, database_url=database_url, console=console, **options)  # type: ignore[arg-type]
        return code, out.getvalue()

    return run


def add_school(database: Database, name: str = "Juniper Hollow") -> int:
    with database.write() as session:
        return schools.add_school(session, School(name=name)).id


def add_team(database: Database, school_id: int) -> int:
    """In the channel #juniper-team."""
    with database.write() as session:
        people.remember_channel(session, Channel(id="C1", name="juniper-team", is_private=True))
        made = Team(
            school_id=school_id, channel_id="C1", name="Juniper", time_zone="UTC", set_up_by="U1", set_up_at=NOW
        )
        return teams.add_team(session, made, ["U1"]).id


def list_students(database: Database) -> list[Student]:
    with database.read() as session:
        return list(session.exec(select(Student).order_by(col(Student.id))).all())


def count_on(database: Database, team_id: int) -> int:
    with database.read() as session:
        return len(imports.list_places(session, [team_id]))


def everything(database: Database) -> list[object]:
    """Every row an import could have touched."""
    with database.read() as session:
        tables = (Student, TeamStudent, roles.RoleHolder, AuditRow, School)
        return [[row.model_dump() for row in session.exec(select(table)).all()] for table in tables]
