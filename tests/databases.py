"""Each test's own memory of the newest schema: a file, or with `make test-postgres` a database on a server."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import psycopg

from storage.migrate import upgrade
from storage.schema import SCHEMA

SERVER = "ROUNDTABLE_TEST_SERVER"  # the server's URL, as tests/postgres.py sets it
ANY, TEMPLATE = "/postgres?", "newest"
_made: list[str] = []  # by this process
_free: list[str] = []  # washed, and waiting for the next test
_lines: dict[str, psycopg.Connection] = {}  # to each of them, by which it is washed


def is_postgres() -> bool:
    return SERVER in os.environ


def path_of(url: str) -> Path:
    """SQLite's file. Who is to be left out where there is none asks for the fixture `database_path`, which says so
    before anything is started that somebody would have to stop."""
    assert not is_postgres()
    return Path(url.removeprefix("sqlite:///"))


def url_of(at: str, name: str) -> str:
    return at.replace(ANY, f"/{name}?")


def make_template(at: str) -> None:
    """A database of the newest schema, of which each test gets a copy."""
    tell(at, f"CREATE DATABASE {TEMPLATE}")
    upgrade(url_of(at, TEMPLATE))


@contextmanager
def copied(template: Path, folder: Path) -> Iterator[str]:
    """The URL of a new database of the newest schema. `template` is a file of it, `folder` where a copy goes."""
    if not is_postgres():
        yield f"sqlite:///{shutil.copy(template, folder / 'roundtable.db')}"
        return
    name = _free.pop() if _free else _create()
    try:
        yield url_of(os.environ[SERVER], name)
    finally:
        try:
            _wash(name)
        except psycopg.Error:  # a test about trouble may have dropped a table
            hang_up()
            tell(os.environ[SERVER], f"DROP DATABASE {name} WITH (FORCE)")
        else:
            _free.append(name)


def _create() -> str:
    name = f"test_{os.getpid()}_{len(_made)}"
    _made.append(name)
    tell(os.environ[SERVER], f"CREATE DATABASE {name} TEMPLATE {TEMPLATE}")
    return name


def hang_up() -> None:
    """Nobody washes any more."""
    while _lines:
        _lines.popitem()[1].close()


def _wash(name: str) -> None:
    """Empty every table: 4 ms, where a new database takes 70-190, and a line that must first read about them 30."""
    if name not in _lines:
        url = url_of(os.environ[SERVER], name)
        _lines[name] = psycopg.connect(url, autocommit=True, prepare_threshold=None)  # so many words are not prepared
    _lines[name].execute(_washing())


@cache
def _washing() -> str:
    """Hang up on whoever is left, empty every table and count from one again."""
    others = "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = current_database()"
    emptied = [f"DELETE FROM {table.name}" for table in reversed(SCHEMA.sorted_tables)]
    counted = "SELECT setval(quote_ident(sequencename)::regclass, 1, false) FROM pg_sequences"
    return "; ".join([f"{others} AND pid != pg_backend_pid()", *emptied, counted])


def tell(url: str, words: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(words)
