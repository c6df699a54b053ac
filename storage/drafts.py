"""Drafts: words that found no student yet, kept for their author for a day."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col

from storage.columns import Ids, words

KEPT_FOR = timedelta(hours=24)


class Draft(SQLModel, table=True):
    __tablename__ = "drafts"

    id: int = Field(default=None, primary_key=True)  # given by the database
    author_id: str = Field(index=True)
    text: str = words()
    made_in: str = ""
    made_at: datetime
    with_it: dict[str, int | str] = Field(default_factory=dict, sa_type=Ids)  # what else was chosen, as ids


def add_draft(session: Session, draft: Draft) -> Draft:
    session.add(draft)
    session.flush()
    return draft


def find_draft(session: Session, author_id: str, draft_id: int, now: datetime) -> Draft | None:
    """The author's own draft of the last day; None for anybody else's, and once the day is over."""
    found = session.get(Draft, draft_id)
    if found is None or found.author_id != author_id or found.made_at < now - KEPT_FOR:
        return None
    return found


def drop_draft(session: Session, draft: Draft) -> None:
    session.delete(draft)
    session.flush()


def drop_old(session: Session, now: datetime) -> None:
    session.execute(sa.delete(Draft).where(col(Draft.made_at) < now - KEPT_FOR))
