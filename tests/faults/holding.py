"""Another process that holds the database's write lock, as a backup or a curious person might."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def write_lock(database_path: Path) -> Iterator[None]:
    other = sqlite3.connect(database_path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")
    finally:
        other.close()
