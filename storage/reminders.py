"""Whom follow-ups are to be called to mind to, many at once; each is told once a day, in one message."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.followups import Followup
from storage.outbox import Act, Post
from storage.people import Person
from storage.rows import lay_down_plain
from storage.students import Student
from storage.tellings import Telling

KIND = "reminder"
ABOUT = "followups.reminder"
Stretch = tuple[date, date]


def list_zones(session: Session) -> Sequence[str]:
    """The time zones people are in."""
    return session.exec(select(Person.time_zone).where(col(Person.is_deactivated).is_(False)).distinct()).all()


def list_untold(
    session: Session,
    school_ids: Collection[int],
    time_zone: str,
    on: date,
    day_began: datetime,
    stretches: Sequence[Stretch],
) -> Sequence[str]:
    """Who owns an open follow-up of these schools due in these stretches, and was not reminded of anything that day.

    What was promised on that very day needs no reminder. Ids of people only: what they may read is asked when they
    are told.
    """
    told = sa.select(col(Telling.whom)).where(
        col(Telling.whom) == sa.literal("person:") + col(Followup.owner_id),
        col(Telling.kind) == KIND,
        col(Telling.told_on) == on,
    )
    found: set[str] = set()
    for due in (one for stretch in stretches for one in _due_in(stretch, on)):
        asked = (
            due.join(Student, col(Student.id) == Followup.student_id)
            .join(Person, col(Person.id) == Followup.owner_id)
            .where(
                # Plus nothing: else SQLite begins with the school and walks through all its students.
                (col(Student.school_id) + 0).in_(school_ids),
                col(Student.archived_at).is_(None),
                Person.time_zone == time_zone,
                col(Person.is_deactivated).is_(False),
                Followup.promised_at < day_began,
                ~told.exists(),
            )
        )
        found.update(session.exec(asked).all())
    return sorted(found)


def claim(session: Session, people: Sequence[tuple[str, date]], now: datetime) -> int:
    """Queue one message for each of these people for their day, unless they were told; returns how many were not.

    The claim and the message stand in one transaction: either both are kept or neither.
    """
    told = _told(session, people)
    fresh = [one for one in people if one not in told]
    for person_id, on in fresh:
        lay_down_plain(session, Telling, {"whom": f"person:{person_id}", "kind": KIND, "told_on": on})
        lay_down_plain(session, Post, _post(person_id, on, now))
    if fresh:
        session.info["posts"] = True
    return len(fresh)


def _told(session: Session, people: Sequence[tuple[str, date]]) -> set[tuple[str, date]]:
    whom = [f"person:{person_id}" for person_id, _ in people]
    asked = sa.select(col(Telling.whom), col(Telling.told_on)).where(
        col(Telling.kind) == KIND, col(Telling.whom).in_(whom)
    )
    return {(name.removeprefix("person:"), on) for name, on in session.execute(asked).all()}


def _post(person_id: str, on: date, now: datetime) -> dict[str, object]:
    return {
        "queue": f"person:{person_id}",
        "act": Act.DIRECT,
        "about": ABOUT,
        "ids": {"on": on.isoformat()},
        "person_id": person_id,
        "made_at": now,
        "not_before": now,
    }


def _due_in(stretch: Stretch, on: date) -> tuple[SelectOfScalar[str], SelectOfScalar[str]]:
    """Owners of what is due in it, by the index of open days; and of what sleeps until a day in it, by its own.

    A sleeping one counts as due when it wakes, if that is later. One stretch at a time, and an owner as often as they
    have something due: of two stretches, or of each owner once, SQLite makes a walk through all that is open.
    """
    wakes = sa.func.coalesce(Followup.snoozed_until, Followup.due_on)
    owners = select(Followup.owner_id).where(
        col(Followup.done_at).is_(None),
        Followup.owner_id != "",
        sa.or_(col(Followup.snoozed_until).is_(None), col(Followup.snoozed_until) <= on),
    )
    return (
        owners.where(col(Followup.due_on).between(*stretch), wakes <= Followup.due_on),
        owners.where(col(Followup.snoozed_until).between(*stretch), wakes > Followup.due_on),
    )
