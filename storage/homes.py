"""Who looked at their Home lately, and what changed on record since: a Home in sight is kept true."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.audit import AuditRow
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


def newest_change(session: Session) -> int:
    """The id of the last row of the audit: what `list_changed` goes on from."""
    return session.exec(select(sa.func.max(AuditRow.id))).first() or 0


def list_changed(session: Session, after_id: int, most: int) -> tuple[int, set[int]]:
    """(the last row looked at, ids of the students whom something was written about since)."""
    asked = select(AuditRow.id, AuditRow.student_id, AuditRow.action).where(col(AuditRow.id) > after_id)
    rows = session.exec(asked.order_by(col(AuditRow.id)).limit(most)).all()
    written = {student_id for _, student_id, action in rows if student_id is not None and ".read_" not in action}
    return (rows[-1][0] if rows else after_id), written


def list_awaited(session: Session, person_ids: Sequence[str]) -> set[str]:
    """Those of these people whose Home is about to be shown anew as it is."""
    queues = {f"person:{person_id}": person_id for person_id in person_ids}
    asked = select(Post.queue).where(UNSENT, Post.state == State.WAITING, Post.act == Act.HOME)
    return {queues[queue] for queue in session.exec(asked.where(col(Post.queue).in_(queues))).all()}
