"""A team's own exceptions from its school's calendar: days without its huddle, and days it meets on all the same."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import words
from storage.many import is_among


class TeamDays(SQLModel, table=True):
    __tablename__ = "team_days"

    id: int = Field(default=None, primary_key=True)  # given by the database
    team_id: int = Field(foreign_key="teams.id", index=True, ondelete="CASCADE")
    meets: bool = False  # although the school is closed; else it does not meet, although the school is open
    name: str = words()
    starts_on: date
    ends_on: date  # the last day of it
    set_by: str
    set_at: datetime


def add_days(session: Session, days: TeamDays) -> TeamDays:
    session.add(days)
    session.flush()
    return days


def find_days(session: Session, team_id: int, days_id: int) -> TeamDays | None:
    """Days of that team; another team's are as unknown as none."""
    found = session.get(TeamDays, days_id)
    return found if found is not None and found.team_id == team_id else None


def remove_days(session: Session, days: TeamDays) -> None:
    session.delete(days)
    session.flush()


def list_days(session: Session, team_id: int) -> Sequence[TeamDays]:
    """A team's own, by day."""
    asked = select(TeamDays).where(TeamDays.team_id == team_id)
    return session.exec(asked.order_by(col(TeamDays.starts_on), col(TeamDays.id))).all()


def list_days_of(session: Session, team_ids: Collection[int]) -> Mapping[int, Sequence[TeamDays]]:
    """Of those of these teams that have any."""
    found: dict[int, list[TeamDays]] = defaultdict(list)
    for row in session.exec(select(TeamDays).where(is_among(TeamDays.team_id, team_ids))).all():
        found[row.team_id].append(row)
    return found
