"""Another process that holds the database's write lock, as a backup or a curious person might."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg

from storage import postgres
from tests.databases import path_of


@contextmanager
def write_lock(database_url: str) -> Iterator[None]:
    with closing(_lock(database_url)) as other:
        yield
        other.rollback()


def _lock(database_url: str) -> "sqlite3.Connection | psycopg.Connection":
    if database_url.startswith("sqlite"):
        made = sqlite3.connect(path_of(database_url), isolation_level=None)
        made.execute("BEGIN IMMEDIATE")
        return made
    other = psycopg.connect(database_url)
    other.execute(postgres.QUEUE)
    return other
