"""Leaves: the days on which somebody is away, as they said themselves; nobody nudges them then."""

from collections.abc import Collection
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select


class Leave(SQLModel, table=True):
    """One a person: the next or the present one. A new one takes its place."""

    __tablename__ = "leaves"

    person_id: str = Field(primary_key=True)
    starts_on: date
    ends_on: date  # the last day of it
    set_at: datetime


def take_leave(session: Session, leave: Leave) -> None:
    session.merge(leave)
    session.flush()


def end_leave(session: Session, person_id: str) -> None:
    found = session.get(Leave, person_id)
    if found is not None:
        session.delete(found)
        session.flush()


def find_leave(session: Session, person_id: str) -> Leave | None:
    return session.get(Leave, person_id)


def list_away(session: Session, person_ids: Collection[str], on: date) -> set[str]:
    """Those of these people who are away on that day."""
    asked = select(Leave.person_id).where(
        col(Leave.person_id).in_(person_ids), col(Leave.starts_on) <= on, col(Leave.ends_on) >= on
    )
    return set(session.exec(asked).all())


def drop_old(session: Session, today: date) -> None:
    """When somebody was away is nobody's business afterwards."""
    session.execute(sa.delete(Leave).where(col(Leave.ends_on) < date.fromordinal(today.toordinal() - 1)))
