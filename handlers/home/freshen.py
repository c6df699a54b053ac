"""Keeps a Home that somebody looks at true: what is written about their students is shown there in a moment."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers import doors, telling
from handlers.conversation import Request
from storage import audit, homes

LATELY = timedelta(hours=2)
GATHERED_FOR = timedelta(seconds=2)  # a busy hour changes one Home many times; Slack is told of them together
MOST_AT_ONCE = 2000


def find_stale(session: Session, now: datetime, after_id: int) -> tuple[int, set[str]]:
    """(where to go on, who opened Home lately and sees a student whom something was written about since)."""
    last, changed = audit.list_written(session, after_id, MOST_AT_ONCE)
    openers = homes.list_openers(session, now - LATELY) if changed else ()
    if not openers:
        return last, set()
    return last, doors.list_onlookers(session, changed, openers) - homes.list_awaited(session, openers)


def freshen(session: Session, now: datetime, person_ids: Collection[str]) -> None:
    for person_id in sorted(person_ids):
        telling.refresh_home(session, Request(person="", now=now + GATHERED_FOR), person_id)
