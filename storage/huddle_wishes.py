"""What members wish for the rotation: somebody pinned until their turn, skipped for a week, or taking one; and whom the
bot has told them of."""

import enum
from collections.abc import Collection, Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

ANY_WEEK = date.min


class WishKind(enum.StrEnum):
    PIN = "pin"  # soon, whichever week
    SKIP = "skip"  # not this week
    TAKE = "take"  # this week
    TOLD = "told"  # the day before, of this week's: nobody's wish, but what was said is kept to


class HuddleWish(SQLModel, table=True):
    __tablename__ = "huddle_wishes"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    student_id: int = Field(foreign_key="students.id", primary_key=True, ondelete="CASCADE")
    kind: WishKind = Field(sa_column=sa.Column(sa.String(20), primary_key=True))
    week: date = Field(primary_key=True)  # ANY_WEEK for a pin
    made_by: str
    made_at: datetime


def wish(session: Session, made: HuddleWish) -> None:
    session.merge(made)
    session.flush()


def list_wishes(session: Session, team_id: int, week: date) -> Sequence[HuddleWish]:
    """Those that count in that week."""
    asked = select(HuddleWish).where(HuddleWish.team_id == team_id, col(HuddleWish.week).in_([ANY_WEEK, week]))
    return session.exec(asked.order_by(col(HuddleWish.made_at))).all()


def drop_wishes(
    session: Session, team_id: int, kinds: Collection[WishKind], *, student_id: int | None = None, week: date | None
) -> int:
    """Of one student, or of all; `week` None: of any. Returns how many there were."""
    gone = sa.delete(HuddleWish).where(col(HuddleWish.team_id) == team_id, col(HuddleWish.kind).in_(list(kinds)))
    if student_id is not None:
        gone = gone.where(col(HuddleWish.student_id) == student_id)
    if week is not None:
        gone = gone.where(col(HuddleWish.week) == week)
    return int(session.execute(gone).rowcount)  # type: ignore[attr-defined]
