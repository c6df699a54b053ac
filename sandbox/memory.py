"""What the workspace remembers: every thing written through to one SQLite file, or nothing without a path."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sandbox.wire import Json

_SCHEMA = """
CREATE TABLE IF NOT EXISTS things (
    kind TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS contents (id TEXT PRIMARY KEY, content BLOB NOT NULL);
"""


class Memory:
    """Each `keep` is a commit of its own, so a kill -9 loses nothing that anybody was told."""

    def __init__(self, path: Path | None) -> None:
        self._db: sqlite3.Connection | None = None
        if path is not None:
            self._db = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            # A killed process loses nothing in WAL even without fsync; only a power cut would.
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=OFF")
            self._db.executescript(_SCHEMA)

    def keep(self, kind: str, name: str, body: Json) -> None:
        if self._db is not None:
            self._db.execute("INSERT OR REPLACE INTO things VALUES (?, ?, ?)", (kind, name, json.dumps(body)))

    def forget(self, kind: str, name: str) -> None:
        if self._db is not None:
            self._db.execute("DELETE FROM things WHERE kind = ? AND id = ?", (kind, name))

    def recall(self, kind: str, name: str) -> Json | None:
        if self._db is None:
            return None
        query = "SELECT body FROM things WHERE kind = ? AND id = ?"
        row = self._db.execute(query, (kind, name)).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def recall_all(self, kind: str) -> Iterator[tuple[str, Json]]:
        if self._db is None:
            return
        rows = self._db.execute("SELECT id, body FROM things WHERE kind = ? ORDER BY id", (kind,))
        for name, body in rows:
            yield name, json.loads(body)

    def keep_content(self, name: str, content: bytes) -> None:
        if self._db is not None:
            self._db.execute("INSERT OR REPLACE INTO contents VALUES (?, ?)", (name, content))

    def recall_content(self, name: str) -> bytes | None:
        if self._db is None:
            return None
        row = self._db.execute("SELECT content FROM contents WHERE id = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])

    def close(self) -> None:
        if self._db is not None:
            self._db.close()
