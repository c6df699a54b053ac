"""Looks at what is left after a fault: the record on disk, and what stands in the channels."""

import re
import shutil
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import col, select

from sandbox.channels import Channel
from sandbox.server import Sandbox
from sandbox.visible import visible_text
from storage import outbox
from storage.checkins import Checkin
from storage.database import Database
from storage.outbox import State
from tests.faults.school import Place

WEEK = "check-ins of the week"
MARK = re.compile(r"did step (\w+-\d+) today")


def count_half_sent(database_path: Path) -> int:
    """Posts whose sending a kill cut short; the files are whole.

    A copy is looked at, so that the next bot finds the files as the kill has left them.
    """
    with tempfile.TemporaryDirectory() as folder:
        for beside in ("", "-wal"):
            left = Path(f"{database_path}{beside}")
            if left.exists():
                shutil.copy(left, folder)
        copy = sqlite3.connect(Path(folder) / database_path.name)
        try:
            assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert copy.execute("PRAGMA foreign_key_check").fetchall() == []
            return int(copy.execute("SELECT count(*) FROM outbox WHERE state = 'sending'").fetchone()[0])
        finally:
            copy.close()


@contextmanager
def opened(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    try:
        yield database
    finally:
        database.close()


def count_kept(database: Database) -> Counter[str]:
    """How often each mark stands in the record."""
    with database.read() as session:
        return Counter(mark for text in session.exec(select(Checkin.text)) for mark in MARK.findall(text))


def count_posts(database: Database, *states: State) -> int:
    with database.read() as session:
        return len(session.exec(select(outbox.Post.id).where(col(outbox.Post.state).in_(states))).all())


def count_posted(sandbox: Sandbox, place: Place) -> Counter[str]:
    """How often each mark stands in the team's channel, its threads included."""
    return Counter(mark for words in list_words(sandbox, place.channel) for mark in MARK.findall(words))


def count_heads(sandbox: Sandbox, place: Place) -> int:
    """How many threads the student has this week."""
    return sum(WEEK in words for words in list_words(sandbox, place.channel))


def list_words(sandbox: Sandbox, channel: Channel) -> list[str]:
    """What stands in the channel and its threads, in the order it came."""
    return [visible_text(message) for message in sandbox.practice.workspace.timeline(channel.id).everything()]


def is_there_once(sandbox: Sandbox, database: Database, places: list[Place], confirmed: dict[str, Place]) -> None:
    """The promise: what was confirmed is kept once, and read once where it belongs."""
    assert confirmed != {}
    assert count_kept(database) == Counter(confirmed.keys())
    assert count_posts(database, State.DROPPED) == 0
    for place in places:
        due = Counter(mark for mark, where in confirmed.items() if where == place)
        assert count_posted(sandbox, place) == due
        assert count_heads(sandbox, place) <= 1
