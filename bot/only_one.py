"""Lets one process at a time have a SQLite database; a second one would send everything twice."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa

from bot.settings import CannotStart

PLACE = 4096  # Windows locks bytes, and nobody could read the process number under a locked one


@contextmanager
def only_one(database_url: str) -> Iterator[None]:
    """Hold the database until the block ends, or the process dies in whatever way. Raises CannotStart."""
    path = lock_path(database_url)
    if path is None:
        yield
        return
    held = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _take(held):
            raise CannotStart(_taken(path, held))
        _sign(held)
        yield
    finally:
        os.close(held)


def lock_path(database_url: str) -> Path | None:
    """The file beside the database; None where several processes may share it, or it ends with this one."""
    url = sa.make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        return None
    return Path(f"{url.database}-lock")


def _taken(path: Path, held: int) -> str:
    number = os.read(held, 20).decode("ascii", "ignore").strip()
    who = f"Process {number}" if number.isdecimal() else "Another process"
    name = str(path).removesuffix("-lock")
    return f"{who} already runs Roundtable on {name}. Stop it first, or set DATABASE_URL to another database."


def _sign(held: int) -> None:
    os.ftruncate(held, 0)
    os.lseek(held, 0, os.SEEK_SET)
    os.write(held, str(os.getpid()).encode())


if sys.platform == "win32":
    import msvcrt

    def _take(held: int) -> bool:
        os.lseek(held, PLACE, os.SEEK_SET)
        try:
            msvcrt.locking(held, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(held, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _take(held: int) -> bool:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
