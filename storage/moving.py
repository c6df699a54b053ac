"""Carries a whole memory over into another database: a district moves from SQLite's file to PostgreSQL."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import sqlalchemy as sa

from storage.database import Database
from storage.schema import SCHEMA

AT_ONCE = 1000
LARGEST = 2**31 - 1  # of PostgreSQL's integers; SQLite's have no such end


class NotEmpty(Exception):
    """Somebody's rows are there already; nothing was changed."""


def move(source_url: str, target_url: str) -> int:
    """Copy every row of the one into the other, both being at the newest schema: all of them or none.

    Returns how many. The source stays as it is. Raises NotEmpty.
    """
    with closing(Database(source_url)) as source, closing(Database(target_url)) as target:
        with source.read() as old, target.write() as new:
            reading, writing = old.connection(), new.connection()
            if any(_has_rows(writing, table) for table in SCHEMA.sorted_tables):
                raise NotEmpty
            moved = sum(_copy(reading, writing, table) for table in SCHEMA.sorted_tables)
            count_on(writing)
        return moved


def _has_rows(connection: sa.Connection, table: sa.Table) -> bool:
    return connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None


def _copy(reading: sa.Connection, writing: sa.Connection, table: sa.Table) -> int:
    """In the order of the ids: a row of the outbox points at earlier ones."""
    moved = 0
    for rows in _in_pieces(reading.execute(sa.select(table).order_by(*table.primary_key.columns)).mappings()):
        writing.execute(sa.insert(table), rows)
        moved += len(rows)
    return moved


def _in_pieces(found: sa.engine.MappingResult) -> Iterator[list[dict[str, Any]]]:
    for some in found.partitions(AT_ONCE):
        yield [_as_storable(row) for row in some]


def _as_storable(row: sa.RowMapping) -> dict[str, Any]:
    """PostgreSQL's texts hold no NUL, which somebody's keyboard may once have sent."""
    made: dict[str, Any] = {}
    for name, value in row.items():
        made[str(name)] = value.replace("\0", "") if isinstance(value, str) else value
    if "mark" in made:
        made["mark"] &= LARGEST
    return made


def count_on(connection: sa.Connection) -> None:
    """PostgreSQL counts beside the tables, and has counted none of these rows."""
    if connection.dialect.name != "postgresql":
        return
    for table in SCHEMA.sorted_tables:
        column = table.autoincrement_column
        if column is not None and not column.foreign_keys:
            last = sa.select(sa.func.max(column)).scalar_subquery()
            name = sa.func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(sa.select(sa.func.setval(name, sa.func.coalesce(last, 1), last.is_not(None))))
