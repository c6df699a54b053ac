"""Moving to another database: everything comes along, or nothing."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel import select

from bot.settings import CannotStart
from bot.take_over import take_over
from storage import outbox, schools
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox import Post
from storage.schema import SCHEMA
from storage.schools import School
from tests.privacy import world

NOON = datetime(2026, 10, 14, 17, tzinfo=UTC)


@pytest.fixture
def old(tmp_path: Path) -> str:
    """A SQLite file with two teams' records in it."""
    url = f"sqlite:///{tmp_path / 'old.db'}"
    upgrade(url)
    with closing(Database(url)) as database:
        world.build(database)
    return url


def contents(url: str) -> dict[str, list[tuple[object, ...]]]:
    with closing(Database(url)) as database, database.read() as session:
        return {
            table.name: sorted(map(tuple, session.execute(sa.select(table)).all()), key=repr)
            for table in SCHEMA.sorted_tables
        }


def test_every_row_comes_along_as_it_was(old: str, database_url: str) -> None:
    before = contents(old)
    moved = take_over(old, database_url)
    assert contents(database_url) == contents(old) == before
    assert moved == sum(len(rows) for rows in before.values()) > 50


def test_what_is_new_afterwards_gets_numbers_of_its_own(old: str, database_url: str) -> None:
    take_over(old, database_url)
    with closing(Database(database_url)) as database, database.write() as session:
        before = set(session.exec(select(School.id)))
        assert schools.add_school(session, School(name="Larkspur")).id not in before
        outbox.add_post(session, Post(queue="C1", about="a.b", made_at=NOON, not_before=NOON))


def test_a_letter_that_postgresql_does_not_keep_is_left_behind(old: str, database_url: str) -> None:
    with closing(Database(old)) as database, database.write() as session:
        schools.add_school(session, School(name="Lark\0spur"))
    take_over(old, database_url)
    with closing(Database(database_url)) as database, database.read() as session:
        assert "Larkspur" in [school.name for school in schools.list_schools(session)]


def test_a_database_with_rows_is_left_alone(old: str, database_url: str) -> None:
    with closing(Database(database_url)) as database, database.write() as session:
        schools.add_school(session, School(name="Larkspur"))
    with pytest.raises(CannotStart, match="holds rows already"):
        take_over(old, database_url)
    with closing(Database(database_url)) as database, database.read() as session:
        assert [school.name for school in schools.list_schools(session)] == ["Larkspur"]


def test_a_file_that_is_not_there_is_not_made(database_url: str, tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="There is no database at"):
        take_over(f"sqlite:///{tmp_path / 'nowhere.db'}", database_url)
    assert not (tmp_path / "nowhere.db").exists()
