"""Huddle plans: for each team the next moment at which the clock has something to do for it, and how it wants closed
days."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.calendar import CalendarEntry, DayKind
from storage.many import is_among
from storage.prepared import Prepared
from storage.rows import change_all, lay_down_all
from storage.schools import School
from storage.teams import Team


class HuddlePlan(SQLModel, table=True):
    """What `next_at` was reckoned from stands beside it: where the team says otherwise by now, it is reckoned anew."""

    __tablename__ = "huddle_plans"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    day: int
    at: time
    time_zone: str
    moves: bool = True  # on a closed day to the next school day of that week; else that week has none
    week: date  # the Monday of the week it waits for
    next_at: datetime = Field(index=True)  # when the huddle is due, as far as is known
    nudge_at: datetime | None = Field(default=None, index=True)  # when the day before is due
    told_week: date | None = None  # of which week the team heard that its day is closed
    last_because: str = ""  # why the last week had none; "" where it had one
    round_began: datetime | None = None  # see handlers/rules/rotation.py


class Meets(NamedTuple):
    """A team as the clock needs to know it: plain values, for it reads half a million of them a year."""

    id: int
    school_id: int
    channel_id: str
    day: int
    at: time
    time_zone: str
    opens_at: time
    closes_at: time


class Standing(NamedTuple):
    """What a plan's row says."""

    moves: bool
    week: date
    next_at: datetime
    nudge_at: datetime | None
    told_week: date | None
    last_because: str


def list_stale(session: Session, most: int) -> Sequence[tuple[Meets, Standing | None]]:
    """Teams without a plan, or whose plan was made for another day, time or zone."""
    found = _STALE.all(session, {"most": most})
    return [(Meets(*row[:_WIDTH]), None if row[_WIDTH] is None else Standing(*row[_WIDTH:])) for row in found]


def list_due(session: Session, now: datetime, most: int) -> Sequence[tuple[Meets, Standing]]:
    """Teams whose huddle is due, the longest waiting first."""
    return _read(_DUE.all(session, {"now": now, "most": most}))


def list_nudging(session: Session, now: datetime, most: int) -> Sequence[tuple[Meets, Standing]]:
    """Teams whose day before has come."""
    return _read(_NUDGING.all(session, {"now": now, "most": most}))


def find_standing(session: Session, team_ids: Collection[int]) -> dict[int, Standing]:
    """What the plans of these teams say now; who has none is left out."""
    return {row[0]: Standing(*row[1:]) for row in _STANDS.all(session, {"teams": team_ids})}


def list_days(session: Session, school_ids: Collection[int]) -> Sequence[tuple[int, date, date, DayKind, str]]:
    """(school id, first day, last day, kind, name) of all these schools' calendars, in one question."""
    entry = CalendarEntry
    asked = sa.select(
        col(entry.school_id), col(entry.starts_on), col(entry.ends_on), col(entry.kind), col(entry.name)
    ).where(col(entry.school_id).in_(school_ids))
    return [tuple(row) for row in session.execute(asked)]


def add_plans(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    lay_down_all(session, HuddlePlan, rows)


def change_plans(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Each row names its team and what is new."""
    change_all(session, HuddlePlan, rows)


def find_plan(session: Session, team_id: int) -> HuddlePlan | None:
    return session.get(HuddlePlan, team_id)


def find_soonest(session: Session) -> datetime | None:
    """When the next huddle of all teams is due."""
    return session.exec(select(sa.func.min(HuddlePlan.next_at))).first()


def put_off(session: Session, team_id: int, until: datetime) -> None:
    """The clock has nothing to do for this team before then."""
    session.execute(
        sa.update(HuddlePlan).where(col(HuddlePlan.team_id) == team_id).values(next_at=until, nudge_at=None)
    )


def _read(found: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Meets, Standing]]:
    return [(Meets(*row[:_WIDTH]), Standing(*row[_WIDTH:])) for row in found]


_WIDTH = len(Meets._fields)
_STANDING: list[Any] = [getattr(HuddlePlan, name) for name in Standing._fields]
_MEETS: list[Any] = [
    Team.id,
    Team.school_id,
    Team.channel_id,
    Team.huddle_day,
    Team.huddle_time,
    Team.time_zone,
    School.opens_at,
    School.closes_at,
]
_MOST = sa.bindparam("most", type_=sa.Integer)
_TEAMS = sa.select(*_MEETS, *_STANDING).join_from(Team, School, col(School.id) == Team.school_id).limit(_MOST)
_IS_STALE = sa.or_(
    col(HuddlePlan.team_id).is_(None),
    col(HuddlePlan.day) != Team.huddle_day,
    col(HuddlePlan.at) != Team.huddle_time,
    col(HuddlePlan.time_zone) != Team.time_zone,
)
_STALE = Prepared(
    _TEAMS.outerjoin(HuddlePlan, col(HuddlePlan.team_id) == Team.id).where(_IS_STALE).order_by(col(Team.id))
)


def _until(moment: Any) -> Prepared:
    asked = _TEAMS.join(HuddlePlan, col(HuddlePlan.team_id) == Team.id).where(moment <= sa.bindparam("now"))
    return Prepared(asked.order_by(moment, col(HuddlePlan.team_id)))


_DUE = _until(col(HuddlePlan.next_at))
_NUDGING = _until(col(HuddlePlan.nudge_at))
_STANDS = Prepared(sa.select(col(HuddlePlan.team_id), *_STANDING).where(is_among(HuddlePlan.team_id, "teams")))
