"""Gets the database ready before the bot starts: the newest schema, with a copy of the old one laid aside."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import sqlalchemy as sa

from bot.logs import name_of
from bot.settings import CannotStart
from storage import migrate, postgres

log = logging.getLogger("roundtable")

TOO_NEW = "The database was written by a newer Roundtable. Install that one, or restore a backup."
OLDER = (
    "The database stands at schema {stands_at}, this Roundtable needs {newest}. "
    "Stop every bot on it, back it up, then run: roundtable migrate"
)
NO_DRIVER = "DATABASE_URL names PostgreSQL, and its driver is not installed. Run: pip install 'roundtable[postgres]'"

T = TypeVar("T")


def prepare(url: str) -> None:
    """Migrate SQLite; only look at PostgreSQL, where another bot may be at work. Raises CannotStart."""
    if read_url(url).get_backend_name() == "sqlite":
        upgrade(url)
        return
    stands_at = _opened(url, migrate.current)
    if stands_at is None:
        raise CannotStart("The database is empty. Run once: roundtable migrate")
    if not migrate.is_known(stands_at):
        raise CannotStart(TOO_NEW)
    if stands_at != migrate.NEWEST:
        raise CannotStart(OLDER.format(stands_at=stands_at, newest=migrate.NEWEST))


def upgrade(url: str) -> None:
    """Migrate to the newest schema. Raises CannotStart."""
    folder = Path(read_url(url).database or ".").parent
    if url.startswith("sqlite") and not folder.is_dir():
        raise CannotStart(f"DATABASE_URL names a folder that is not there: {folder}")
    try:
        _opened(url, migrate.upgrade)
    except migrate.TooNew:
        raise CannotStart(TOO_NEW) from None


def read_url(url: str) -> sa.URL:
    try:
        made = postgres.spell(url)
    except sa.exc.ArgumentError:
        raise CannotStart("DATABASE_URL cannot be read; an example: sqlite:///roundtable.db") from None
    if made.get_backend_name() not in {"sqlite", "postgresql"}:
        raise CannotStart(f"DATABASE_URL names {made.drivername}; Roundtable remembers in SQLite or PostgreSQL.")
    return made


def _opened(url: str, look: Callable[[str], T]) -> T:
    """What `look` finds there. Raises CannotStart where the database cannot be opened, or is not as we need it."""
    try:
        unfit = postgres.why_unfit(url)
        if not unfit:
            return look(url)
    except ImportError:
        raise CannotStart(NO_DRIVER) from None
    except (sa.exc.SQLAlchemyError, OSError) as error:
        raise _cannot_open(url, error) from None
    raise CannotStart(unfit)


def _cannot_open(url: str, error: Exception) -> CannotStart:
    shown = read_url(url).render_as_string(hide_password=True)
    log.error("database: %s", name_of(error))
    return CannotStart(f"The database {shown} cannot be opened ({type(error).__name__}). Check DATABASE_URL.")
