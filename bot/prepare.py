"""Gets the database ready before the bot starts: the newest schema, with a copy of the old one laid aside."""

import logging
from pathlib import Path

import sqlalchemy as sa

from bot.logs import name_of
from bot.settings import CannotStart
from storage import migrate

log = logging.getLogger("roundtable")


def prepare(url: str) -> None:
    """Migrate SQLite; only look at anything else. Raises CannotStart."""
    if read_url(url).get_backend_name() == "sqlite":
        upgrade(url)
    elif not _is_newest(url):
        raise CannotStart("The database has another schema than this Roundtable. Run: roundtable migrate")


def upgrade(url: str) -> None:
    """Migrate to the newest schema. Raises CannotStart."""
    folder = Path(read_url(url).database or ".").parent
    if url.startswith("sqlite") and not folder.is_dir():
        raise CannotStart(f"DATABASE_URL names a folder that is not there: {folder}")
    try:
        migrate.upgrade(url)
    except migrate.TooNew:
        raise CannotStart(
            "The database was written by a newer Roundtable. Install that one, or restore a backup."
        ) from None
    except (sa.exc.SQLAlchemyError, OSError) as error:
        raise _cannot_open(url, error) from None


def read_url(url: str) -> sa.URL:
    try:
        return sa.make_url(url)
    except sa.exc.ArgumentError:
        raise CannotStart("DATABASE_URL cannot be read; an example: sqlite:///roundtable.db") from None


def _is_newest(url: str) -> bool:
    try:
        return migrate.is_newest(url)
    except (sa.exc.SQLAlchemyError, OSError, ImportError) as error:
        raise _cannot_open(url, error) from None


def _cannot_open(url: str, error: Exception) -> CannotStart:
    shown = read_url(url).render_as_string(hide_password=True)
    log.error("database: %s", name_of(error))
    return CannotStart(f"The database {shown} cannot be opened ({type(error).__name__}). Check DATABASE_URL.")
