"""Brings a database to the newest schema, after laying a copy of it aside."""

import sqlite3
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from storage.database import keep_to_owner


class TooNew(Exception):
    """The database was written by a newer Roundtable."""


def config_for(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["url"] = url
    return config


def upgrade(url: str) -> None:
    """Migrate to the newest schema. Nothing happens where it stands already. Raises TooNew."""
    keep_to_owner(url)
    config = config_for(url)
    scripts = ScriptDirectory.from_config(config)
    now = current(url)
    if now == scripts.get_current_head():
        return
    if now is not None and now not in {script.revision for script in scripts.walk_revisions()}:
        raise TooNew(now)
    if now is not None:
        back_up(url, now)
    command.upgrade(config, "head")
    keep_to_owner(url)


def is_newest(url: str) -> bool:
    """Whether the database stands at this Roundtable's schema."""
    return current(url) == ScriptDirectory.from_config(config_for(url)).get_current_head()


def current(url: str) -> str | None:
    """The revision a database stands at; None for an empty one."""
    engine = sa.create_engine(url, hide_parameters=True)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def back_up(url: str, revision: str) -> Path | None:
    """A whole copy of a SQLite database, beside it: `roundtable.db-backup-<revision>`. None for other databases."""
    made = sa.make_url(url)
    if made.get_backend_name() != "sqlite" or not made.database:
        return None
    copy = Path(f"{made.database}-backup-{revision}")
    copy.touch(mode=0o600)
    # SQLite's own copying sees what still stands in the -wal file; copying the file would not.
    with closing(sqlite3.connect(made.database)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy
