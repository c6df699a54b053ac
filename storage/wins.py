"""Wins of a week, and which teams have heard of them: a team is told once a week."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.access import Access
from storage.checkins import IS_WIN, Checkin, CheckinStudent, Restriction
from storage.outbox import Act, Post
from storage.rows import lay_down_plain
from storage.students import Student, TeamStudent
from storage.teams import Appear, Team
from storage.tellings import Telling

KIND = "wins"
ABOUT = "checkins.wins"
Time = tuple[datetime, datetime]  # the second moment is not in it


class Winning(NamedTuple):
    """A team with something to be glad of."""

    team_id: int
    channel_id: str
    week: date  # its Monday


def list_places(session: Session) -> Sequence[tuple[int, str]]:
    """The schools of teams, by id, each with the time zones its teams are in."""
    asked = sa.select(col(Team.school_id), col(Team.time_zone)).distinct().order_by(col(Team.school_id))
    return [(school_id, zone) for school_id, zone in session.execute(asked)]


def list_winning(
    session: Session, school_ids: Collection[int], time_zone: str, week: date, time: Time
) -> list[Winning]:
    """Teams of these schools and that zone with a win in that time that have not heard of the week's wins.

    Ids of teams only: what is said asks the door.
    """
    told = sa.select(col(Telling.whom)).where(
        col(Telling.whom) == sa.literal("team:") + sa.cast(col(Team.id), sa.String),
        col(Telling.kind) == KIND,
        col(Telling.told_on) == week,
    )
    asked = (
        sa.select(col(Team.id), col(Team.channel_id))
        .select_from(Checkin)
        .join(CheckinStudent, col(CheckinStudent.checkin_id) == Checkin.id)
        .join(Student, col(Student.id) == CheckinStudent.student_id)
        .join(TeamStudent, col(TeamStudent.student_id) == Student.id)
        .join(Team, col(Team.id) == TeamStudent.team_id)
        .where(
            *_standing(time),
            col(Student.archived_at).is_(None),
            # Plus nothing: else SQLite begins with the schools and walks through all their students.
            (col(Team.school_id) + 0).in_(school_ids),
            col(Team.time_zone) == time_zone,
            col(Team.appear) != Appear.RECORD,
            ~told.exists(),
        )
        .distinct()
        .order_by(col(Team.id))
    )
    return [Winning(team_id, channel_id, week) for team_id, channel_id in session.execute(asked)]


def list_wins(session: Session, keys: Collection[Access], time: Time) -> Sequence[Checkin]:
    """The wins on these students in that time, oldest first; nothing restricted, withdrawn or undone."""
    about = select(CheckinStudent.checkin_id).where(
        col(CheckinStudent.student_id).in_([key.student_id for key in keys])
    )
    asked = select(Checkin).where(*_standing(time), col(Checkin.id).in_(about))
    return session.exec(asked.order_by(col(Checkin.made_at), col(Checkin.id))).all()


def find_told_before(session: Session, team_id: int, week: date) -> date | None:
    """The Monday of the last week before this one whose wins the team heard of."""
    asked = sa.select(sa.func.max(Telling.told_on)).where(
        col(Telling.whom) == f"team:{team_id}", col(Telling.kind) == KIND, col(Telling.told_on) < week
    )
    found: date | None = session.execute(asked).scalar_one()
    return found


def claim(session: Session, winning: Sequence[Winning], now: datetime) -> int:
    """Queue the week's post for each of these teams, unless it was; returns for how many.

    The claim and the post stand in one transaction: either both are kept or neither.
    """
    told = _told(session, winning)
    fresh = [one for one in winning if (one.team_id, one.week) not in told]
    for one in fresh:
        lay_down_plain(session, Telling, {"whom": f"team:{one.team_id}", "kind": KIND, "told_on": one.week})
        lay_down_plain(session, Post, _post(one, now))
    if fresh:
        session.info["posts"] = True
    return len(fresh)


def _told(session: Session, winning: Sequence[Winning]) -> set[tuple[int, date]]:
    whom = [f"team:{one.team_id}" for one in winning]
    asked = sa.select(col(Telling.whom), col(Telling.told_on)).where(
        col(Telling.kind) == KIND, col(Telling.whom).in_(whom)
    )
    return {(int(name.removeprefix("team:")), week) for name, week in session.execute(asked)}


def _post(winning: Winning, now: datetime) -> dict[str, object]:
    return {
        "queue": winning.channel_id,
        "act": Act.SAY,
        "about": ABOUT,
        "ids": {"team": winning.team_id, "week": winning.week.isoformat()},
        "subject": f"wins:{winning.team_id}:{winning.week.isoformat()}",
        "channel_id": winning.channel_id,
        "tells_of_students": True,
        "made_at": now,
        "not_before": now,
    }


def _standing(time: Time) -> Sequence[sa.ColumnElement[bool] | sa.TextClause]:
    return (
        IS_WIN,
        col(Checkin.made_at) >= time[0],
        col(Checkin.made_at) < time[1],
        col(Checkin.restriction) == Restriction.NONE,
        col(Checkin.undone_at).is_(None),
        col(Checkin.withdrawn_at).is_(None),
    )
