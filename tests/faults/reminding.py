"""A process that reminds every owner of one morning, and that a test kills: `python -m tests.faults.reminding <url>`.

It says a line after each transaction that is kept.
"""

import sys
from datetime import UTC, datetime

from bot.clock import Clock
from bot.tellings import tell_owners
from storage.database import Database

MORNING = datetime(2027, 2, 11, 14, 5, tzinfo=UTC)  # a Thursday, just after eight in Chicago


class Morning(Clock):
    """It stays just after eight."""

    def now(self) -> datetime:
        return MORNING


def remind(url: str) -> int:
    """Everybody who was not reminded yet; returns how many."""
    database = Database(url)
    try:
        return tell_owners(database, Morning(), lambda: sys.stdout.write("kept\n") and sys.stdout.flush()).tell()
    finally:
        database.close()


if __name__ == "__main__":
    remind(sys.argv[1])
