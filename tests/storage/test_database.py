"""The memory opens so that many may read while one writes."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage.database import Database


def test_a_new_file_stands_in_wal_before_two_threads_could_want_it_at_once(tmp_path: Path) -> None:
    Database(f"sqlite:///{tmp_path}/new.db").close()
    with closing(sqlite3.connect(tmp_path / "new.db")) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)
