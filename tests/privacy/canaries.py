"""A team whose names and words occur nowhere else, and every place where one of them could turn up."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from storage.columns import Words
from storage.database import Database
from storage.schema import SCHEMA
from tests.cast import Cast

FIRST, LAST, NICKNAME, SCHOOL_REF = "Quillon", "Zephyrane", "Quillby", "ZQ-7001"
OTHER_FIRST, OTHER_LAST = "Fennimore", "Oakmoss"
SAID, PROMISED, MEASURE = "sealed otter words", "otter promise", "timer otter"
CANARIES = (FIRST, LAST, NICKNAME, SCHOOL_REF, OTHER_FIRST, OTHER_LAST, "otter")
CARRIED = ("value", "private_metadata", "metadata", "action_id", "block_id", "callback_id", "external_id")


def add_students(cast: Cast) -> tuple[int, int]:
    team = cast.team_of(cast.juniper)
    one = cast.add_student(f"{FIRST} {LAST}", team, nicknames=NICKNAME, school_ref=SCHOOL_REF, grade="03")
    return one, cast.add_student(f"{OTHER_FIRST} {OTHER_LAST}", team, grade="04")


def found_in(words: str) -> list[str]:
    return [canary for canary in CANARIES if canary.casefold() in words.casefold()]


def plain_columns(database: Database) -> Iterator[tuple[str, str]]:
    """(table.column, everything in it), of the columns that are not for names and free text."""
    with database.read() as session:
        for table in SCHEMA.sorted_tables:
            for column in table.columns:
                if not isinstance(column.type, Words):
                    yield f"{table.name}.{column.name}", str(session.execute(sa.select(column)).all())


def all_columns(database: Database) -> str:
    """Everything the memory holds."""
    with database.read() as session:
        return str([session.execute(sa.select(table)).all() for table in SCHEMA.sorted_tables])


def carried_in(node: Any) -> Iterator[str]:
    """What a message or view carries unseen: values, metadata and names of its parts."""
    if isinstance(node, dict):
        for key, one in node.items():
            if key in CARRIED:
                yield str(one)
            yield from carried_in(one)
    elif isinstance(node, list | tuple):
        for one in node:
            yield from carried_in(one)
