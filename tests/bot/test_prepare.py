"""Before the bot starts its database is ready, or a sentence says why not."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.prepare import prepare, upgrade
from bot.settings import CannotStart
from storage import migrate
from tests.databases import tell


def set_revision(path: Path, revision: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", [revision])
        connection.commit()


def test_an_empty_database_is_made_readable_by_its_owner_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'roundtable.db'}"
    prepare(url)
    assert migrate.is_newest(url)
    assert (tmp_path / "roundtable.db").stat().st_mode & 0o077 == 0


def test_a_database_of_a_newer_roundtable_is_left_alone(database_path: Path) -> None:
    set_revision(database_path, "9999")
    with pytest.raises(CannotStart, match="newer Roundtable"):
        prepare(f"sqlite:///{database_path}")
    assert migrate.current(f"sqlite:///{database_path}") == "9999"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="nowhere"):
        prepare(f"sqlite:///{tmp_path / 'nowhere' / 'roundtable.db'}")


@pytest.mark.parametrize("url", ["carrier pigeon", "://", ""])
def test_an_address_that_makes_no_sense_is_said_to(url: str) -> None:
    with pytest.raises(CannotStart, match="DATABASE_URL"):
        prepare(url)


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "roundtable.db"
    path.write_text("shopping list", encoding="utf-8")
    with pytest.raises(CannotStart, match="cannot be opened"):
        upgrade(f"sqlite:///{path}")


def test_another_database_than_these_two_is_named() -> None:
    with pytest.raises(CannotStart, match="SQLite or PostgreSQL"):
        prepare("mysql://bot@127.0.0.1:9/roundtable")


def test_who_only_wants_to_run_leaves_an_empty_postgresql_as_it_is(server: str) -> None:
    with pytest.raises(CannotStart, match=r"is empty.* roundtable migrate"):
        prepare(server)
    assert migrate.current(server) is None


@pytest.mark.parametrize(
    ("stands_at", "said"), [("0001", r"stands at schema 0001.* roundtable migrate"), ("9999", "newer Roundtable")]
)
def test_who_only_wants_to_run_leaves_another_schema_as_it_is(
    server: str, database_url: str, stands_at: str, said: str
) -> None:
    prepare(database_url)
    tell(database_url, f"UPDATE alembic_version SET version_num = '{stands_at}'")
    try:
        with pytest.raises(CannotStart, match=said):
            prepare(database_url)
        assert migrate.current(database_url) == stands_at
    finally:
        tell(database_url, f"UPDATE alembic_version SET version_num = '{migrate.NEWEST}'")


def test_a_server_that_is_not_there_is_a_sentence_without_the_password() -> None:
    with pytest.raises(CannotStart) as caught:
        prepare("postgresql+psycopg://bot:hush@127.0.0.1:9/roundtable")
    assert "cannot be opened" in str(caught.value)
    assert "hush" not in str(caught.value)
