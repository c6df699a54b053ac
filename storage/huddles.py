"""Huddles: one a week for each team, whichever day it falls on, with its focus student and what became of it."""

import enum
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import one_of
from storage.many import is_among
from storage.prepared import Prepared
from storage.rows import lay_down_all
from storage.students import TeamStudent
from storage.teams import Team


class HuddleState(enum.StrEnum):
    DUE = "due"  # claimed: about to be laid out
    OPEN = "open"  # its post is on its way or stands
    CLOSING = "closing"  # its thread is being read
    CLOSED = "closed"
    SKIPPED = "skipped"


class Skipped(enum.StrEnum):
    """Why a week had no huddle."""

    CLOSED = "closed"  # no school
    MISSED = "missed"  # too late to be of use
    NO_STUDENTS = "no students"
    NOBODY_LEFT = "nobody left"  # all of them skipped for this week
    UNFIT = "unfit"  # its channel could not be told about students in time


# Written out, so that SQLite sees that the index of these answers the question, however many years are closed.
UNCLOSED = sa.text("state IN ('due', 'open')")


class Huddle(SQLModel, table=True):
    __tablename__ = "huddles"
    __table_args__ = (
        sa.UniqueConstraint("team_id", "week"),
        sa.Index("ix_huddles_unclosed", "ends_at", sqlite_where=UNCLOSED, postgresql_where=UNCLOSED),
    )

    id: int = Field(default=None, primary_key=True)  # given by the database
    team_id: int = Field(foreign_key="teams.id")
    week: date  # the Monday of the ISO week of the planned day: moved within a week, it stays the same huddle
    state: HuddleState = one_of(HuddleState, HuddleState.DUE)
    because: Skipped | None = one_of(Skipped, None)
    starts_at: datetime | None = None  # None where no school day was left for it
    useful_until: datetime | None = None
    ends_at: datetime | None = None  # when it closes by itself
    focus_id: int | None = Field(default=None, foreign_key="students.id", index=True, ondelete="SET NULL")
    post_id: int | None = Field(default=None, foreign_key="outbox.id")  # the post that heads its thread
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str = ""  # empty: by itself


class Ending(NamedTuple):
    """A huddle whose day is over, as plain values, and the team it was for."""

    huddle_id: int
    id: int
    channel_id: str


def add_huddles(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """All rows name the same columns. Raises IntegrityError where a team has a huddle that week already."""
    lay_down_all(session, Huddle, rows)


def list_taken(session: Session, weeks: Collection[tuple[int, date]]) -> set[tuple[int, date]]:
    """Of these (team id, week), those that have their huddle."""
    if not weeks:
        return set()
    mondays = [week for _, week in weeks]
    given = {"teams": {team_id for team_id, _ in weeks}, "first": min(mondays), "last": max(mondays)}
    return {(team_id, week) for team_id, week in _HELD.all(session, given)} & set(weeks)


def find_huddle(session: Session, huddle_id: int) -> Huddle | None:
    return session.get(Huddle, huddle_id)


def find_of_week(session: Session, team_id: int, week: date) -> Huddle | None:
    return session.exec(select(Huddle).where(Huddle.team_id == team_id, Huddle.week == week)).first()


def find_live(session: Session, team_id: int) -> Huddle | None:
    """The huddle a team is in now."""
    states = [HuddleState.OPEN, HuddleState.CLOSING]
    asked = select(Huddle).where(Huddle.team_id == team_id, col(Huddle.state).in_(states))
    return session.exec(asked.order_by(col(Huddle.week).desc()).limit(1)).first()


def move_on(session: Session, huddle_id: int, before: HuddleState, after: HuddleState) -> Huddle | None:
    """Take a huddle from one state to the next; None where somebody else has done so already."""
    taken = sa.update(Huddle).where(col(Huddle.id) == huddle_id, col(Huddle.state) == before).values(state=after)
    if not session.execute(taken).rowcount:  # type: ignore[attr-defined]
        return None
    return session.get_one(Huddle, huddle_id, populate_existing=True)


def list_ending(session: Session, now: datetime, most: int) -> Sequence[Ending]:
    """Huddles whose day is over."""
    return [Ending(*row) for row in _ENDING.all(session, {"now": now, "most": most})]


def begin_closing(session: Session, huddle_ids: Collection[int]) -> set[int]:
    """Those of these that nobody else has closed."""
    return {huddle_id for (huddle_id,) in _CLOSE.all(session, {"huddles": huddle_ids})}


def put_off_end(session: Session, huddle_id: int, until: datetime) -> None:
    session.execute(sa.update(Huddle).where(col(Huddle.id) == huddle_id).values(ends_at=until))


def list_turns(session: Session, team_id: int) -> dict[int, datetime]:
    """When each student last had their turn in this team, by id: each still wants a key."""
    asked = (
        sa.select(col(Huddle.focus_id), sa.func.max(Huddle.starts_at))
        .where(
            col(Huddle.team_id) == team_id,
            col(Huddle.focus_id).is_not(None),
            col(Huddle.state) != HuddleState.SKIPPED,
        )
        .group_by(col(Huddle.focus_id))
    )
    return {student_id: moment for student_id, moment in session.execute(asked) if moment is not None}


def list_supported(session: Session, team_id: int) -> Sequence[int]:
    """Ids of a team's students, for the clock: ids only, each still wants a key."""
    return session.exec(select(TeamStudent.student_id).where(TeamStudent.team_id == team_id)).all()


_HELD = Prepared(
    sa.select(col(Huddle.team_id), col(Huddle.week)).where(
        is_among(Huddle.team_id, "teams"), col(Huddle.week).between(sa.bindparam("first"), sa.bindparam("last"))
    )
)
_ENDING = Prepared(
    sa.select(col(Huddle.id), col(Huddle.team_id), col(Team.channel_id))
    .join_from(Huddle, Team)
    .where(UNCLOSED, col(Huddle.ends_at) <= sa.bindparam("now"))
    .order_by(col(Huddle.ends_at))
    .limit(sa.bindparam("most", type_=sa.Integer))
)
_CLOSE = Prepared(
    sa.update(Huddle)
    .where(UNCLOSED, is_among(Huddle.id, "huddles"))
    .values(state=HuddleState.CLOSING)
    .returning(col(Huddle.id))
)
