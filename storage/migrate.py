"""Brings a database to the newest schema, after laying a copy of it aside."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from storage import postgres
from storage.database import keep_to_owner

if TYPE_CHECKING:  # Alembic takes a good part of a start that mostly has nothing to migrate
    from alembic.config import Config

NEWEST = "0002"
FOLDER = Path(__file__).parent / "migrations"


class TooNew(Exception):
    """The database was written by a newer Roundtable."""


def config_for(url: str) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Migrate to the newest schema. Nothing happens where it stands already. Raises TooNew."""
    keep_to_owner(url)
    now = current(url)
    if now == NEWEST:
        return
    if now is not None and not is_known(now):
        raise TooNew(now)
    if now is not None:
        back_up(url, now)
    from alembic import command

    command.upgrade(config_for(url), "head")
    keep_to_owner(url)


def is_known(revision: str) -> bool:
    return any(FOLDER.glob(f"versions/{revision}_*.py"))


def is_newest(url: str) -> bool:
    return current(url) == NEWEST


def current(url: str) -> str | None:
    """The revision a database stands at; None for an empty one."""
    engine = sa.create_engine(postgres.spell(url), hide_parameters=True)
    try:
        with engine.connect() as connection:
            if not sa.inspect(connection).has_table("alembic_version"):
                return None
            return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    finally:
        engine.dispose()


def back_up(url: str, revision: str) -> Path | None:
    """A whole copy of a SQLite database, beside it: `roundtable.db-backup-<revision>`. None for other databases."""
    made = postgres.spell(url)
    if made.get_backend_name() != "sqlite" or not made.database:
        return None
    copy = Path(f"{made.database}-backup-{revision}")
    copy.touch(mode=0o600)
    # SQLite's own copying sees what still stands in the -wal file; copying the file would not.
    with closing(sqlite3.connect(made.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy
