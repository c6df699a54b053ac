"""Huddle plans: for each team the next moment at which the clock has something to do for it, and how it wants closed
days."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.calendar import CalendarEntry, DayKind
from storage.schools import School
from storage.teams import Team

MOST_AT_ONCE = 100  # a batch holds the write lock for a twentieth of a second


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


def list_stale(session: Session, most: int = MOST_AT_ONCE) -> Sequence[tuple[Team, School, HuddlePlan | None]]:
    """Teams without a plan, or whose plan was made for another day, time or zone."""
    is_other = sa.or_(
        col(HuddlePlan.team_id).is_(None),
        col(HuddlePlan.day) != Team.huddle_day,
        col(HuddlePlan.at) != Team.huddle_time,
        col(HuddlePlan.time_zone) != Team.time_zone,
    )
    asked = (
        select(Team, School, HuddlePlan)
        .join(School, col(School.id) == Team.school_id)
        .outerjoin(HuddlePlan, col(HuddlePlan.team_id) == Team.id)
        .where(is_other)
    )
    return session.exec(asked.order_by(col(Team.id)).limit(most)).all()


def list_due(session: Session, now: datetime, most: int = MOST_AT_ONCE) -> Sequence[tuple[HuddlePlan, Team, School]]:
    """Teams whose huddle is due, the longest waiting first; those another process has in hand are left to it."""
    return _list_until(session, col(HuddlePlan.next_at), now, most)


def list_nudging(
    session: Session, now: datetime, most: int = MOST_AT_ONCE
) -> Sequence[tuple[HuddlePlan, Team, School]]:
    """Teams whose day before has come."""
    return _list_until(session, col(HuddlePlan.nudge_at), now, most)


def has_work(session: Session, now: datetime) -> bool:
    """Whether a tick has anything to do for a plan. Asked every few seconds, so it costs next to nothing."""
    soonest = sa.select(sa.func.min(HuddlePlan.next_at), sa.func.min(HuddlePlan.nudge_at))
    due = [moment for moment in session.execute(soonest).one() if moment is not None and moment <= now]
    return bool(due) or bool(list_stale(session, 1))


def list_days(session: Session, school_ids: Collection[int]) -> Sequence[tuple[int, date, date, DayKind, str]]:
    """(school id, first day, last day, kind, name) of all these schools' calendars, in one question."""
    entry = CalendarEntry
    asked = sa.select(
        col(entry.school_id), col(entry.starts_on), col(entry.ends_on), col(entry.kind), col(entry.name)
    ).where(col(entry.school_id).in_(school_ids))
    return [tuple(row) for row in session.execute(asked)]


def add_plans(session: Session, rows: Collection[Mapping[str, Any]]) -> None:
    if rows:
        session.connection().execute(sa.insert(_TABLE), list(rows))


def change_plans(session: Session, rows: Collection[Mapping[str, Any]]) -> None:
    """Each row names its team and what is new; all of them name the same columns. What the session has read stays as it
    was read."""
    if rows:
        new: dict[str, Any] = {name: sa.bindparam(f"new_{name}") for name in next(iter(rows)) if name != "team_id"}
        changed = sa.update(_TABLE).where(_TABLE.c.team_id == sa.bindparam("new_team_id")).values(new)
        session.connection().execute(changed, [{f"new_{name}": one for name, one in row.items()} for row in rows])


def find_plan(session: Session, team_id: int) -> HuddlePlan | None:
    return session.get(HuddlePlan, team_id)


def find_soonest(session: Session) -> datetime | None:
    """When the next huddle of all teams is due."""
    return session.exec(select(sa.func.min(HuddlePlan.next_at))).first()


def put_off_soonest(session: Session, until: datetime) -> None:
    """The team whose plan is the first due has nothing to wait for before then."""
    first = select(HuddlePlan).order_by(col(HuddlePlan.next_at), col(HuddlePlan.team_id)).limit(1)
    for plan in session.exec(first):
        plan.next_at, plan.nudge_at = until, None
        session.add(plan)


def _list_until(session: Session, moment: Any, now: datetime, most: int) -> Sequence[tuple[HuddlePlan, Team, School]]:
    asked = (
        select(HuddlePlan, Team, School)
        .join(Team, col(Team.id) == HuddlePlan.team_id)
        .join(School, col(School.id) == Team.school_id)
        .where(moment <= now)
        .order_by(moment, col(HuddlePlan.team_id))
        .limit(most)
        .with_for_update(of=HuddlePlan, skip_locked=True)  # SQLite has one writer at a time, and needs none
    )
    return session.exec(asked).all()


_TABLE: sa.Table = HuddlePlan.__table__  # type: ignore[attr-defined]
