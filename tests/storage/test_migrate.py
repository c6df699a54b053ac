"""Migrations: the migrated schema is the models', and whatever a released version wrote survives the way up."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory

from storage.migrate import TooNew, config_for, current, upgrade
from tests.databases import is_postgres

RELEASED = sorted((Path(__file__).parent / "released").glob("*.sql"))


def test_the_migrated_schema_is_the_models(database_url: str) -> None:
    command.check(config_for(database_url))


def test_the_newest_schema_is_left_alone(database_url: str, tmp_path: Path) -> None:
    upgrade(database_url)
    assert [path.name for path in tmp_path.iterdir()] == ([] if is_postgres() else ["roundtable.db"])


def test_a_database_of_a_newer_version_is_left_alone(database_path: Path) -> None:
    with closing(sqlite3.connect(database_path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(TooNew):
        upgrade(f"sqlite:///{database_path}")


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_filled_copy_of_every_released_schema_comes_up_with_all_its_rows(released: Path, tmp_path: Path) -> None:
    path = tmp_path / "roundtable.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(released.read_text(encoding="utf-8"))
    before = _rows(path)
    assert before["checkins"] > 0
    upgrade(f"sqlite:///{path}")
    assert current(f"sqlite:///{path}") == _head(path)
    after = _rows(path)
    assert {name: after.get(name) for name in before} == before


def _head(path: Path) -> str | None:
    return ScriptDirectory.from_config(config_for(f"sqlite:///{path}")).get_current_head()


def _rows(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        mine = [name for name in names if not name.startswith(("sqlite_", "alembic_"))]
        return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in mine}
