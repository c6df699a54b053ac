"""Claims: what Slack delivered and was acted on, so that a second delivery of it changes nothing."""

from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import Ids
from storage.prepared import Prepared
from storage.rows import lay_down_plain

KEPT_FOR = timedelta(days=2)


class Claim(SQLModel, table=True):
    __tablename__ = "claims"

    key: str = Field(primary_key=True)
    at: datetime = Field(index=True)
    said: str = ""  # the name of the reply that was given
    ids: dict[str, int | str] = Field(default_factory=dict, sa_type=Ids)  # and what it was about


class Answered(NamedTuple):
    """The reply that was given, by its name in handlers/table.py, and what it was about."""

    said: str
    ids: dict[str, int | str]


def find_claim(session: Session, key: str) -> Answered | None:
    """What was answered to this delivery; None where it is the first."""
    found = _ANSWER.first(session, {"key": key})
    return None if found is None else Answered(*found)


def add_claim(session: Session, key: str, at: datetime, said: str, ids: dict[str, int | str]) -> None:
    """Claim a delivery, in the transaction of what it changes."""
    lay_down_plain(session, Claim, {"key": key, "at": at, "said": said, "ids": ids})


def drop_old(session: Session, now: datetime) -> None:
    session.execute(sa.delete(Claim).where(col(Claim.at) < now - KEPT_FOR))


_ANSWER = Prepared(select(Claim.said, Claim.ids).where(Claim.key == sa.bindparam("key")))
