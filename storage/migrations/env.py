"""Runs migrations on a connection of their own, with foreign keys off while tables are rebuilt."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from storage import postgres
from storage.columns import Ids, Words
from storage.schema import SCHEMA


def render(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write plain types into new migrations, so that old ones never lean on the insides of a package."""
    if kind != "type":
        return False
    if isinstance(thing, Words):
        return "sa.Text()"
    if isinstance(thing, Ids):
        return "sa.JSON()"
    if isinstance(thing, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(thing, AutoString):
        return "sa.String()"
    if isinstance(thing, sa.types.TypeDecorator):
        return "sa.String(length=20)"
    return False


def connect_alone(url: str) -> sa.Engine:
    """A connection with foreign keys off and a real transaction around changes of the schema.

    Rebuilding a parent table drops it, and with foreign keys on that deletes every child by cascade; the switch
    does nothing inside a transaction, so it stands before the first one.
    """
    engine = sa.create_engine(postgres.spell(url), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys=OFF")


def run() -> None:
    engine = connect_alone(context.config.attributes["url"])
    try:
        with engine.connect() as connection:
            _migrate(connection, is_sqlite=engine.dialect.name == "sqlite")
    finally:
        engine.dispose()


def _migrate(connection: sa.Connection, *, is_sqlite: bool) -> None:
    context.configure(connection=connection, target_metadata=SCHEMA, render_as_batch=is_sqlite, render_item=render)
    with context.begin_transaction():
        if not is_sqlite:  # no bot writes meanwhile, and of two who migrate the second finds it done
            connection.exec_driver_sql(postgres.QUEUE)
        context.run_migrations()
        if is_sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise RuntimeError("A migration left rows that point nowhere; nothing was changed.")
    connection.commit()


run()
