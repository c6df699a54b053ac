"""Tellings: what somebody was told on which day, so that nobody hears the same twice a day."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

KEPT_DAYS = 30


class Telling(SQLModel, table=True):
    __tablename__ = "tellings"

    whom: str = Field(primary_key=True)  # "team:3", "person:U1", "channel:C1"
    kind: str = Field(primary_key=True)
    told_on: date = Field(primary_key=True)  # in the zone of whom it is told


def claim(session: Session, whom: str, kind: str, on: date) -> bool:
    """True for the first who asks on that day; what is told goes into the same transaction."""
    if session.get(Telling, (whom, kind, on)) is not None:
        return False
    session.add(Telling(whom=whom, kind=kind, told_on=on))
    session.flush()
    return True


def drop_old(session: Session, today: date) -> None:
    before = date.fromordinal(today.toordinal() - KEPT_DAYS)
    session.execute(sa.delete(Telling).where(col(Telling.told_on) < before))
