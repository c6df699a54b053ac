"""Who looked at their Home lately: a Home in sight is kept true."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.outbox import UNSENT, Act, Post, State


class HomeOpening(SQLModel, table=True):
    __tablename__ = "home_openings"

    person_id: str = Field(primary_key=True)
    opened_at: datetime = Field(index=True)


def note_opening(session: Session, person_id: str, now: datetime) -> None:
    found = session.get(HomeOpening, person_id) or HomeOpening(person_id=person_id, opened_at=now)
    found.opened_at = now
    session.add(found)


def list_openers(session: Session, since: datetime) -> Sequence[str]:
    """Who opened their Home at that moment or later."""
    asked = select(HomeOpening.person_id).where(HomeOpening.opened_at >= since)
    return session.exec(asked.order_by(col(HomeOpening.person_id))).all()


def list_awaited(session: Session, person_ids: Sequence[str]) -> set[str]:
    """Those of these people whose Home is about to be shown anew as it is."""
    queues = {f"person:{person_id}": person_id for person_id in person_ids}
    asked = select(Post.queue).where(UNSENT, Post.state == State.WAITING, Post.act == Act.HOME)
    return {queues[queue] for queue in session.exec(asked.where(col(Post.queue).in_(queues))).all()}
