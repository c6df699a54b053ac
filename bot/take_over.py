"""Moves to another database: everything is taken over from the old one, which stays as it is."""

from pathlib import Path

import sqlalchemy as sa

from bot.only_one import only_one
from bot.prepare import read_url, upgrade
from bot.settings import CannotStart
from storage import moving

NOT_EMPTY = (
    "DATABASE_URL names a database that holds rows already; nothing was changed. Make an empty one for the move."
)


def take_over(source_url: str, target_url: str) -> int:
    """How many rows came over: all of them, or none. No bot may be at work on a SQLite file. Raises CannotStart."""
    source = read_url(source_url)
    if source.get_backend_name() == "sqlite" and not Path(source.database or "").is_file():
        raise CannotStart(f"There is no database at {source.render_as_string(hide_password=True)}.")
    with only_one(source_url):
        upgrade(source_url)
        try:
            return moving.move(source_url, target_url)
        except moving.NotEmpty:
            raise CannotStart(NOT_EMPTY) from None
        except sa.exc.SQLAlchemyError as error:
            raise CannotStart(
                f"Nothing was taken over ({type(error).__name__}). The old database is as it was."
            ) from None
