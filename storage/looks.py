"""Looks: when each person last looked at a student, and what has come since."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import Mapped
from sqlmodel import Field, Session, SQLModel, col
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.access import Access, AccessToMany
from storage.checkins import Checkin, CheckinStudent, Restriction
from storage.followups import Followup
from storage.many import is_among


class Look(SQLModel, table=True):
    __tablename__ = "looks"

    person_id: str = Field(primary_key=True)
    student_id: int = Field(foreign_key="students.id", primary_key=True, index=True, ondelete="CASCADE")
    looked_at: datetime


class News(NamedTuple):
    """How much came to one student's record since somebody looked, their own doing left out."""

    student_id: int
    checkins: int
    followups: int
    newest: datetime


def note_look(session: Session, person_id: str, student_ids: Collection[int], now: datetime) -> None:
    """This person has seen what is newest on these students."""
    for student_id in student_ids:
        session.merge(Look(person_id=person_id, student_id=student_id, looked_at=now))
    session.flush()


def find_look(session: Session, access: Access) -> datetime | None:
    """When the key's holder last looked at the student."""
    found = session.get(Look, (access.person, access.student_id))
    return found.looked_at if found is not None else None


def list_news(session: Session, keys: AccessToMany, otherwise: datetime) -> list[News]:
    """Of all these students, those with something new for the keys' holder, newest first; nothing restricted counts.

    Who was never looked at is as if looked at `otherwise`; what is older than that counts for nobody.
    """
    checkins = _count(session, _NEW_CHECKINS, keys, otherwise, _first_since(session, Checkin, otherwise))
    promises = _count(session, _NEW_FOLLOWUPS, keys, otherwise, _first_since(session, Followup, otherwise))
    found = [
        News(one, checkins.get(one, (0,))[0], promises.get(one, (0,))[0], max(_moments(one, checkins, promises)))
        for one in checkins.keys() | promises.keys()
    ]
    return sorted(found, key=lambda news: (news.newest, news.student_id), reverse=True)


Counted = dict[int, tuple[int, datetime]]


def _moments(student_id: int, *counted: Counted) -> list[datetime]:
    return [one[student_id][1] for one in counted if student_id in one]


def _count(
    session: Session, asked: sa.Select[int, int, datetime], keys: AccessToMany, since: datetime, first: int
) -> Counted:
    given = {"students": list(keys.keys), "person": keys.person, "since": since, "first": first}
    return {one: (count, newest) for one, count, newest in session.connection().execute(asked, given)}


def _first_since(session: Session, kind: type[Checkin | Followup], since: datetime) -> int:
    """About the first id given since then. Ids are given in the order of time, so halving finds it without an index
    that every check-in would have to keep up."""
    made_at = _MADE_AT[kind]
    low, high = 1, (session.connection().execute(sa.select(sa.func.max(col(kind.id)))).scalar() or 0) + 1
    while low < high:
        middle = (low + high) // 2
        asked = sa.select(col(kind.id), made_at).where(col(kind.id) >= middle).order_by(col(kind.id)).limit(1)
        found = session.connection().execute(asked).first()
        if found is None or found[1] >= since:
            high = middle
        else:
            low = found[0] + 1
    return low


_PERSON: sa.BindParameter[str] = sa.bindparam("person")
_MADE_AT: dict[type[Checkin | Followup], Mapped[datetime]] = {
    Checkin: col(Checkin.made_at),
    Followup: col(Followup.promised_at),
}


def _new(source: sa.FromClause, student_id: Mapped[int], made_at: Mapped[datetime]) -> sa.Select[int, int, datetime]:
    """How many of one kind, and the newest, by student, since the look."""
    look = sa.and_(col(Look.student_id) == student_id, col(Look.person_id) == _PERSON)
    looked = sa.func.coalesce(col(Look.looked_at), sa.bindparam("since", type_=UTCDateTime()))
    return (
        sa.select(student_id, sa.func.count(), sa.func.max(made_at))
        .select_from(source.join(Look.__table__, look, isouter=True))  # type: ignore[attr-defined]
        .where(is_among(student_id, "students"), made_at > looked)
        .group_by(student_id)
    )


_NEW_CHECKINS = _new(
    sa.join(CheckinStudent, Checkin, col(Checkin.id) == CheckinStudent.checkin_id),
    col(CheckinStudent.student_id),
    col(Checkin.made_at),
).where(
    col(CheckinStudent.checkin_id) >= sa.bindparam("first"),
    col(Checkin.author_id) != _PERSON,
    col(Checkin.restriction) == Restriction.NONE,
    col(Checkin.undone_at).is_(None),
    col(Checkin.withdrawn_at).is_(None),
)
_NEW_FOLLOWUPS = _new(Followup.__table__, col(Followup.student_id), col(Followup.promised_at)).where(  # type: ignore[attr-defined]
    col(Followup.id) >= sa.bindparam("first"),
    col(Followup.promised_by) != _PERSON,
    col(Followup.taken_back).is_not(True),
)
