"""The end of the day: huddles that nobody has closed are closed by work of their own."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from handlers.huddles.queueing import CLOSE, Row, row_of_work
from storage import huddles, outbox


class End(NamedTuple):
    huddle_id: int
    post: Row
    error: Exception | None = None  # as of a Step


def find_endings(session: Session, now: datetime, most: int) -> Sequence[End]:
    found = huddles.list_ending(session, now, most)
    return [End(one.huddle_id, row_of_work(one, CLOSE, {"huddle": one.huddle_id}, now)) for one in found]


def keep(session: Session, ends: Sequence[End]) -> int:
    """Returns how many of them nobody else has closed."""
    closing = huddles.begin_closing(session, [end.huddle_id for end in ends])
    outbox.add_posts(session, [end.post for end in ends if end.huddle_id in closing])
    return len(closing)


def put_off(session: Session, end: End, until: datetime) -> None:
    huddles.put_off_end(session, end.huddle_id, until)
