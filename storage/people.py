"""People and channels as Slack last described them, and who is a member where."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.columns import words
from storage.prepared import Prepared
from storage.rows import get_row


class Person(SQLModel, table=True):
    """Somebody in the workspace. `checked_at` says when Slack was last asked; access trusts nothing older than 60 s."""

    __tablename__ = "people"

    id: str = Field(primary_key=True)
    workspace_id: str = ""
    handle: str = words()
    real_name: str = words()
    email: str = words(index=True)  # lower case; empty where Slack does not tell
    time_zone: str = ""
    is_guest: bool = False
    is_stranger: bool = False  # another workspace's
    is_bot: bool = False
    is_deactivated: bool = False
    checked_at: datetime | None = None
    told_of_records_at: datetime | None = None  # when "a family may ask to read it" was first said


class Channel(SQLModel, table=True):
    __tablename__ = "channels"

    id: str = Field(primary_key=True)
    name: str = ""
    is_private: bool = False
    is_shared: bool = False  # with another organization, pending or done, or across this one's workspaces
    is_archived: bool = False
    has_bot: bool = False  # the bot is a member
    checked_at: datetime | None = None
    members_checked_at: datetime | None = None
    paused_because: str = ""  # why posts with student facts wait; empty while they flow


class Membership(SQLModel, table=True):
    __tablename__ = "memberships"

    channel_id: str = Field(primary_key=True)
    person_id: str = Field(primary_key=True, index=True)


def find_person(session: Session, person_id: str) -> Person | None:
    person = get_row(session, Person, person_id)
    session.info.setdefault("people", {})[person_id] = person  # held, so that the next question costs nothing
    return person


def find_people(session: Session, person_ids: Collection[str]) -> dict[str, Person]:
    rows = session.exec(select(Person).where(col(Person.id).in_(person_ids))).all()
    return {row.id: row for row in rows}


def find_person_by_email(session: Session, email: str) -> Person | None:
    if not email:
        return None
    return session.exec(select(Person).where(Person.email == email.strip().casefold())).first()


def find_ids_by_email(session: Session, emails: Collection[str]) -> dict[str, str]:
    """Slack user ids of those of these e-mails that Slack knows."""
    wanted = {email for email in emails if email}
    if not wanted:
        return {}
    asked = select(Person.email, Person.id).where(col(Person.email).in_(wanted), col(Person.is_deactivated).is_(False))
    return dict(session.exec(asked).all())


def remember_person(session: Session, person: Person) -> Person:
    """Store what Slack says now. What the bot itself noted about the person stays."""
    before = session.get(Person, person.id)
    if before is not None:
        person.told_of_records_at = before.told_of_records_at
    return session.merge(person)


def find_channel(session: Session, channel_id: str) -> Channel | None:
    return get_row(session, Channel, channel_id)


def find_channels(session: Session, channel_ids: Collection[str]) -> Sequence[Channel]:
    """Those of these channels that the bot knows, by name."""
    return session.exec(select(Channel).where(col(Channel.id).in_(channel_ids)).order_by(col(Channel.name))).all()


def remember_channel(session: Session, channel: Channel) -> Channel:
    """Store what Slack says now. A pause and the members' check stay as they were."""
    before = session.get(Channel, channel.id)
    if before is not None:
        channel.paused_because = before.paused_because
        channel.members_checked_at = before.members_checked_at
    return session.merge(channel)


def set_members(session: Session, channel_id: str, person_ids: Collection[str]) -> set[str]:
    """Make exactly these people the channel's members. Returns who was one, and is no more."""
    before = set(list_members(session, channel_id))
    gone = before - set(person_ids)
    _leave(session, channel_id, gone)
    for person_id in set(person_ids) - before:
        session.add(Membership(channel_id=channel_id, person_id=person_id))
    session.flush()
    return gone


def set_channels_of(session: Session, person_id: str, channel_ids: Collection[str]) -> set[str]:
    """Make this person a member of exactly these channels, of those the bot knows of. Returns which they were in, and
    are no more."""
    before = set(list_channels_of(session, person_id))
    gone = before - set(channel_ids)
    for channel_id in gone:
        _leave(session, channel_id, {person_id})
    for channel_id in set(channel_ids) - before:
        session.add(Membership(channel_id=channel_id, person_id=person_id))
    session.flush()
    return gone


def join(session: Session, channel_id: str, person_id: str) -> None:
    session.merge(Membership(channel_id=channel_id, person_id=person_id))


def leave(session: Session, channel_id: str, person_id: str) -> bool:
    """False where they were no member."""
    was_there = is_member(session, channel_id, person_id)
    _leave(session, channel_id, {person_id})
    return was_there


def is_member(session: Session, channel_id: str, person_id: str) -> bool:
    return session.get(Membership, (channel_id, person_id)) is not None


def list_members(session: Session, channel_id: str) -> Sequence[str]:
    return session.exec(select(Membership.person_id).where(Membership.channel_id == channel_id)).all()


class Described(NamedTuple):
    """Somebody in a channel, in as far as Slack's last description decides whether students may be spoken of there."""

    id: str
    is_outsider: bool  # a guest, or another workspace's
    checked_at: datetime | None


def list_described(session: Session, channel_id: str) -> list[Described]:
    """Those in the channel whom Slack has described."""
    return [Described(*found) for found in _DESCRIBED.all(session, {"channel": channel_id})]


def list_people_in(session: Session, channel_ids: Collection[str]) -> Sequence[Person]:
    """Everybody who works in one of these channels, by id; apps and those who have left Slack are nobody."""
    inside = select(Membership.person_id).where(col(Membership.channel_id).in_(channel_ids))
    asked = select(Person).where(
        col(Person.id).in_(inside), col(Person.is_bot).is_(False), col(Person.is_deactivated).is_(False)
    )
    return session.exec(asked.order_by(col(Person.id))).all()


def list_channels_of(session: Session, person_id: str) -> Sequence[str]:
    return session.exec(select(Membership.channel_id).where(Membership.person_id == person_id)).all()


def _leave(session: Session, channel_id: str, person_ids: Collection[str]) -> None:
    if person_ids:
        gone = sa.delete(Membership).where(
            col(Membership.channel_id) == channel_id, col(Membership.person_id).in_(person_ids)
        )
        session.execute(gone)


_DESCRIBED = Prepared(
    sa.select(col(Person.id), sa.or_(col(Person.is_guest), col(Person.is_stranger)), col(Person.checked_at))
    .join(Membership, col(Membership.person_id) == Person.id)
    .where(col(Membership.channel_id) == sa.bindparam("channel"))
    .order_by(col(Person.id))
)
