"""Claims: what Slack delivered and was acted on, so that a second delivery of it changes nothing."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import Ids

KEPT_FOR = timedelta(days=2)


class Claim(SQLModel, table=True):
    __tablename__ = "claims"

    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    said: str = ""  # the name of the reply that was given
    ids: dict[str, int | str] = Field(default_factory=dict, sa_type=Ids)  # and what it was about


def find_claim(session: Session, key: str) -> Claim | None:
    return session.get(Claim, key)


def add_claim(session: Session, key: str, at: datetime, said: str, ids: dict[str, int | str]) -> None:
    """Claim a delivery, in the transaction of what it changes."""
    session.execute(sa.insert(Claim), {"key": key, "at": at, "said": said, "ids": ids})


def drop_old(session: Session, now: datetime) -> None:
    session.execute(sa.delete(Claim).where(col(Claim.at) < now - KEPT_FOR))
