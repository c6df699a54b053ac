"""Follow-ups of many students at once: what is overdue, what asks for an owner, whose turn that brings forward."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.access import AccessToMany
from storage.followups import UNDER_RESTRICTED, Followup, told_to
from storage.many import is_among


class Page(NamedTuple):
    """A few of many, and how many there are."""

    rows: Sequence[Followup]
    total: int


def list_overdue(session: Session, keys: AccessToMany, today: date) -> Sequence[Followup]:
    return _page(session, [_about(keys), col(Followup.due_on) < today]).rows


def page_overdue(
    session: Session, keys: AccessToMany, today: date, *, owners: Collection[str] = (), at: int = 0, most: int = 10
) -> Page:
    """Some of the overdue ones, where there may be thousands; of these owners, where given."""
    where = [_about(keys), col(Followup.due_on) < today]
    return _page(session, [*where, col(Followup.owner_id).in_(owners)] if owners else where, at, most)


def list_without_owner(session: Session, keys: AccessToMany) -> Sequence[Followup]:
    """Those that ask for an owner."""
    return _page(session, [_about(keys), col(Followup.asks_for_owner).is_not(None)]).rows


def page_without_owner(session: Session, keys: AccessToMany, *, at: int = 0, most: int = 10) -> Page:
    """Some of those that ask for an owner."""
    return _page(session, [_about(keys), col(Followup.asks_for_owner).is_not(None), *told_to(keys)], at, most)


def list_flagged(session: Session, keys: AccessToMany, today: date) -> set[int]:
    """Ids of the students of whom something is overdue or has no owner. What was promised under a restricted check-in
    counts for nobody: whose turn it is shows in the channel (PRV-06)."""
    asked = sa.select(col(Followup.student_id), col(Followup.due_on), col(Followup.asks_for_owner)).where(
        col(Followup.done_at).is_(None), _about(keys), ~UNDER_RESTRICTED.exists()
    )
    return {one for one, due_on, asks in session.connection().execute(asked).all() if asks or due_on < today}


def _page(session: Session, where: Sequence[sa.ColumnElement[bool]], at: int = 0, most: int | None = None) -> Page:
    """Open ones, those due first on top. Put in order here: asked for an order over thousands of students, SQLite
    reads every open one there is by its day instead (measured: 650 ms against 12)."""
    asked = sa.select(col(Followup.due_on), col(Followup.id)).where(col(Followup.done_at).is_(None), *where)
    plain = [(due_on, one) for due_on, one in session.connection().execute(asked).all()]  # rows compare slowly
    found = [one for _, one in sorted(plain)]
    ids = found[at:] if most is None else found[at : at + most]
    rows = {row.id: row for row in session.exec(select(Followup).where(col(Followup.id).in_(ids))).all()}
    return Page([rows[one] for one in ids], len(found))


def _about(keys: AccessToMany) -> sa.ColumnElement[bool]:
    return is_among(col(Followup.student_id), keys.keys)
