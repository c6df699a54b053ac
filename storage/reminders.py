"""Whom follow-ups are to be called to mind to, many at once; each is told once a day, in one message."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.followups import Followup
from storage.outbox import Act, Post, State
from storage.people import Person
from storage.rows import lay_down_plain
from storage.students import Student
from storage.tellings import Telling

KIND = "reminder"
DIGEST = "overdue digest"
ABOUT = "followups.reminder"
Stretch = tuple[date, date]


class Owed(NamedTuple):
    """The one message of a day for somebody; with a week, what is overdue is listed in it, for once in that week.

    `about`: ids of the follow-ups it is owed for, so that it can be found when one of them changes.
    """

    person_id: str
    on: date
    week: date | None = None  # its Monday
    about: frozenset[int] = frozenset()

    def and_also(self, more: "Owed") -> "Owed":
        return Owed(self.person_id, self.on, self.week or more.week, self.about | more.about)


@dataclass(frozen=True, slots=True)
class Here:
    """The schools that are on now, for people of one time zone, and which day that is there."""

    school_ids: Collection[int]
    time_zone: str
    on: date
    day_began: datetime


def list_zones(session: Session) -> Sequence[str]:
    """The time zones people are in."""
    return session.exec(select(Person.time_zone).where(col(Person.is_deactivated).is_(False)).distinct()).all()


def list_untold(session: Session, here: Here, stretches: Sequence[Stretch]) -> list[Owed]:
    """Who owns open follow-ups of these schools due in these stretches, and was not reminded of anything that day.

    What was promised on that very day needs no reminder. Ids only: what they may read is asked when they are told.
    """
    asked = [due for stretch in stretches for due in _due_in(stretch, here.on)]
    found = _list_owners(session, here, asked, ~_was_told(KIND, here.on))
    return [Owed(person_id, here.on, None, about) for person_id, about in found.items()]


def list_undigested(session: Session, here: Here, week: date, until: date) -> list[Owed]:
    """Who owns one that was due by then, and had neither this week's list of those nor any message that day."""
    is_owed = sa.and_(~_was_told(KIND, here.on), ~_was_told(DIGEST, week))
    found = _list_owners(session, here, _due_in((date.min, until), here.on), is_owed)
    return [Owed(person_id, here.on, week, about) for person_id, about in found.items()]


def claim(session: Session, people: Sequence[Owed], now: datetime) -> int:
    """Queue one message for each of these people for their day, unless they were told; returns how many were not.

    The claim and the message stand in one transaction: either both are kept or neither.
    """
    told = _told(session, people)
    fresh = [one for one in people if (one.person_id, KIND, one.on) not in told]
    for one in fresh:
        owed = one if (one.person_id, DIGEST, one.week) not in told else one._replace(week=None)
        _note(session, one.person_id, KIND, one.on)
        if owed.week is not None:
            _note(session, one.person_id, DIGEST, owed.week)
        lay_down_plain(session, Post, _post(owed, now))
    if fresh:
        session.info["posts"] = True
    return len(fresh)


def _note(session: Session, person_id: str, kind: str, on: date) -> None:
    lay_down_plain(session, Telling, {"whom": f"person:{person_id}", "kind": kind, "told_on": on})


def _told(session: Session, people: Sequence[Owed]) -> set[tuple[str, str, date]]:
    whom = [f"person:{one.person_id}" for one in people]
    asked = sa.select(col(Telling.whom), col(Telling.kind), col(Telling.told_on)).where(
        col(Telling.kind).in_((KIND, DIGEST)), col(Telling.whom).in_(whom)
    )
    return {(name.removeprefix("person:"), kind, on) for name, kind, on in session.execute(asked).all()}


def list_told(session: Session, followup_id: int, person_ids: Collection[str], since: datetime) -> list[Post]:
    """The reminders of this follow-up that these people had since then."""
    asked = select(Post).where(
        col(Post.subject).in_([_subject(one) for one in person_ids]),
        Post.about == ABOUT,
        col(Post.made_at) >= since,
        col(Post.state).in_((State.SENDING, State.SENT)),
    )
    said = session.exec(asked.order_by(col(Post.id))).all()
    return [post for post in said if str(followup_id) in str(post.ids.get("followups", "")).split(",")]


def _subject(person_id: str) -> str:
    return f"reminded:{person_id}"


def _post(owed: Owed, now: datetime) -> dict[str, object]:
    week = {"week": owed.week.isoformat()} if owed.week is not None else {}
    return {
        "queue": f"person:{owed.person_id}",
        "act": Act.DIRECT,
        "about": ABOUT,
        "ids": {"on": owed.on.isoformat(), **week, "followups": ",".join(map(str, sorted(owed.about)))},
        "subject": _subject(owed.person_id),
        "person_id": owed.person_id,
        "made_at": now,
        "not_before": now,
    }


def _list_owners(
    session: Session, here: Here, due: Sequence[sa.Select[str, int]], is_owed: sa.ColumnElement[bool]
) -> dict[str, frozenset[int]]:
    """Ids of the follow-ups by owner."""
    found: dict[str, set[int]] = {}
    for owners in due:
        asked = (
            owners.join(Student, col(Student.id) == Followup.student_id)
            .join(Person, col(Person.id) == Followup.owner_id)
            .where(
                # Plus nothing: else SQLite begins with the school and walks through all its students.
                (col(Student.school_id) + 0).in_(here.school_ids),
                col(Student.archived_at).is_(None),
                col(Person.time_zone) == here.time_zone,
                col(Person.is_deactivated).is_(False),
                col(Followup.promised_at) < here.day_began,
                is_owed,
            )
        )
        for owner_id, followup_id in session.connection().execute(asked).all():
            found.setdefault(owner_id, set()).add(followup_id)
    return {owner_id: frozenset(about) for owner_id, about in found.items()}


def _was_told(kind: str, on: date) -> sa.Exists:
    """Whether the owner was told."""
    whom = sa.literal("person:") + col(Followup.owner_id)
    asked = sa.select(col(Telling.whom)).where(
        col(Telling.whom) == whom, col(Telling.kind) == kind, col(Telling.told_on) == on
    )
    return asked.exists()


def _due_in(stretch: Stretch, on: date) -> tuple[sa.Select[str, int], sa.Select[str, int]]:
    """Owners of what is due in it and its id, by the index of open days; and of what sleeps until a day in it, by its
    own.

    A sleeping one counts as due when it wakes, if that is later. One stretch at a time, and an owner as often as they
    have something due: of two stretches, or of each owner once, SQLite makes a walk through all that is open.
    """
    wakes = sa.func.coalesce(Followup.snoozed_until, Followup.due_on)
    owners = sa.select(col(Followup.owner_id), col(Followup.id)).where(
        col(Followup.done_at).is_(None),
        col(Followup.owner_id) != "",
        sa.or_(col(Followup.snoozed_until).is_(None), col(Followup.snoozed_until) <= on),
    )
    return (
        owners.where(col(Followup.due_on).between(*stretch), wakes <= col(Followup.due_on)),
        owners.where(col(Followup.snoozed_until).between(*stretch), wakes > col(Followup.due_on)),
    )
