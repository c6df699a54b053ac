"""Writes much in small transactions, so that whoever writes beside it hardly waits."""

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sqlmodel import Session

from storage.database import Busy, Database

AIM_SECONDS = 0.05  # for one transaction; none may take 0.2 s
BREATH_SECONDS = 0.005  # at least, between two
BREATH_SHARE = 0.25  # of the last one's time: SQLite has no queue, and whoever waits looks only now and then
LEAST_AT_ONCE = 100  # fewer hardly take less: a commit waits for the disk whatever it holds
MOST_AT_ONCE = 1000
TRIES = 40

T = TypeVar("T")
R = TypeVar("R")


def in_batches(
    database: Database, items: Iterable[T], write: Callable[[Session, list[T]], R], at_first: int = LEAST_AT_ONCE
) -> Iterator[R]:
    """What `write` returned for each batch. What was yielded is kept, whatever happens after. Raises Busy."""
    waiting, size, breath = iter(items), at_first, 0.0
    while batch := list(itertools.islice(waiting, size)):
        time.sleep(breath)
        done, seconds = _write(database, batch, write)
        yield done
        size, breath = _next_size(size, seconds), max(BREATH_SECONDS, seconds * BREATH_SHARE)


def _write(database: Database, batch: list[T], write: Callable[[Session, list[T]], R]) -> tuple[R, float]:
    for left in reversed(range(TRIES)):
        try:
            with database.write() as session:
                start = time.monotonic()
                done = write(session, batch)
            return done, time.monotonic() - start
        except Busy:
            if not left:
                raise
    raise AssertionError("unreachable")


def _next_size(size: int, seconds: float) -> int:
    """Grows slowly, shrinks at once."""
    fits = int(size * AIM_SECONDS / max(seconds, 0.001))
    return max(LEAST_AT_ONCE, min(fits, size * 3 // 2, MOST_AT_ONCE))
