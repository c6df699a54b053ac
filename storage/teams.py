"""Teams: one private channel each, its leads, and when it meets."""

import enum
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, time

from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import one_of
from storage.people import Membership, Person
from storage.rows import get_row
from storage.schools import ShownAs


class Appear(enum.StrEnum):
    """Where a team sees its check-ins."""

    THREAD = "thread"  # in one thread per student and week
    CHANNEL = "channel"  # each in the channel
    RECORD = "record"  # on record only


class Team(SQLModel, table=True):
    __tablename__ = "teams"

    id: int = Field(default=None, primary_key=True)  # given by the database
    school_id: int = Field(foreign_key="schools.id", index=True)
    channel_id: str = Field(unique=True)
    name: str
    time_zone: str  # a zone's name, "America/Chicago"
    huddle_day: int = 2  # Monday is 0
    huddle_time: time = time(15, 15)  # local
    huddle_minutes: int = 15
    appear: Appear = one_of(Appear, Appear.THREAD)
    shown_as: ShownAs | None = one_of(ShownAs, None)  # stricter than the school, or None
    set_up_by: str
    set_up_at: datetime


class Lead(SQLModel, table=True):
    __tablename__ = "leads"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    person_id: str = Field(primary_key=True, index=True)
    since: datetime


class Admission(SQLModel, table=True):
    """A guest whom an administrator lets stay in a team's channel. Posts go through; the guest gets no answers."""

    __tablename__ = "admissions"

    team_id: int = Field(foreign_key="teams.id", primary_key=True)
    person_id: str = Field(primary_key=True)
    admitted_by: str
    reason: str
    admitted_at: datetime


def add_team(session: Session, team: Team, leads: Collection[str]) -> Team:
    session.add(team)
    session.flush()
    set_leads(session, team, leads, team.set_up_at)
    return team


def set_leads(session: Session, team: Team, leads: Collection[str], now: datetime) -> None:
    """Make exactly these people the team's leads; who was one already keeps the date."""
    before = {lead.person_id: lead for lead in list_leads(session, team)}
    for person_id in before.keys() - set(leads):
        session.delete(before[person_id])
    for person_id in set(leads) - before.keys():
        session.add(Lead(team_id=team.id, person_id=person_id, since=now))
    session.flush()


def find_team_in(session: Session, channel_id: str) -> Team | None:
    return session.exec(select(Team).where(Team.channel_id == channel_id)).first()


def get_team(session: Session, team_id: int) -> Team:
    team = get_row(session, Team, team_id) or session.get_one(Team, team_id)
    session.info.setdefault("teams", {})[team_id] = team  # held, so that the next question costs nothing
    return team


def find_team(session: Session, team_id: int) -> Team | None:
    return session.get(Team, team_id)


def get_teams(session: Session, team_ids: Iterable[int]) -> list[Team]:
    """These teams, in this order."""
    return [get_team(session, team_id) for team_id in team_ids]


def list_all(session: Session) -> Sequence[Team]:
    return session.exec(select(Team).order_by(col(Team.id))).all()


def find_teams_in(session: Session, channel_ids: Collection[str]) -> Sequence[Team]:
    """The teams of these channels, by name."""
    asked = select(Team).where(col(Team.channel_id).in_(channel_ids)).order_by(col(Team.name))
    return session.exec(asked).all()


def list_leads(session: Session, team: Team) -> Sequence[Lead]:
    asked = select(Lead).where(Lead.team_id == team.id).order_by(col(Lead.since), col(Lead.person_id))
    return session.exec(asked).all()


def is_lead(session: Session, team: Team, person_id: str) -> bool:
    return session.get(Lead, (team.id, person_id)) is not None


def list_led_by(session: Session, person_id: str) -> set[int]:
    """Ids of the teams that this person leads."""
    return set(session.exec(select(Lead.team_id).where(Lead.person_id == person_id)).all())


def list_leadless(session: Session) -> Sequence[Team]:
    """Teams none of whose leads is in the channel any more, by name. Where nobody is known to be in the channel, the
    bot has lost sight of it, and that says nothing about the leads."""
    inhabited = select(Membership.channel_id)
    present = (
        select(Lead.team_id)
        .join(Team, col(Team.id) == Lead.team_id)
        .join(Membership, col(Membership.person_id) == Lead.person_id)
        .join(Person, col(Person.id) == Lead.person_id)
        .where(Membership.channel_id == Team.channel_id, col(Person.is_deactivated).is_(False))
    )
    asked = select(Team).where(col(Team.id).not_in(present), col(Team.channel_id).in_(inhabited))
    return session.exec(asked.order_by(col(Team.name))).all()


def list_admissions(session: Session, team: Team) -> Sequence[Admission]:
    return session.exec(select(Admission).where(Admission.team_id == team.id)).all()


def list_admitted(session: Session, channel_id: str) -> Sequence[str]:
    """Ids of the guests and strangers whom an administrator has admitted to the team of this channel."""
    asked = select(Admission.person_id).join(Team, col(Team.id) == Admission.team_id)
    return session.exec(asked.where(Team.channel_id == channel_id)).all()


def admit(session: Session, admission: Admission) -> None:
    session.merge(admission)
    session.flush()


def end_admission(session: Session, team: Team, person_id: str) -> None:
    """Who comes back as a guest later is asked about anew."""
    found = session.get(Admission, (team.id, person_id))
    if found is not None:
        session.delete(found)
        session.flush()


def list_guests(session: Session, team: Team | None = None) -> Sequence[tuple[Team, str]]:
    """(team, person id) of guests and strangers whom nobody has admitted; of one team, or of all."""
    asked = (
        select(Team, Person.id)
        .join(Membership, col(Membership.channel_id) == Team.channel_id)
        .join(Person, col(Person.id) == Membership.person_id)
        .outerjoin(Admission, (col(Admission.team_id) == Team.id) & (col(Admission.person_id) == Person.id))
        .where(col(Person.is_guest) | col(Person.is_stranger), col(Admission.person_id).is_(None))
    )
    if team is not None:
        asked = asked.where(Team.id == team.id)
    return session.exec(asked.order_by(col(Team.name), col(Person.id))).all()
