"""Follow-ups: promises about a student, with one owner and one due date, and every change they went through."""

import enum
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.access import CLOCK, Access, AccessToMany
from storage.checkins import Checkin, Restriction
from storage.columns import Ids, Words, one_of, words

# Written out, so that SQLite sees that the indexes of open ones answer: among years of done ones they stay small.
OPEN = sa.text("done_at IS NULL")
ASKING = sa.text("done_at IS NULL AND asks_for_owner IS NOT NULL")
SNOOZED = sa.text("done_at IS NULL AND snoozed_until IS NOT NULL")
FROM_MESSAGE = sa.text("source_ts IS NOT NULL")


class Asking(enum.StrEnum):
    """Why a follow-up asks for an owner."""

    NOBODY_YET = "nobody yet"  # promised by nobody in particular; `owner_id` is empty
    NOT_ME = "not me"  # its owner gave it back; `owner_id` is the giver until somebody takes it
    OWNER_LEFT = "owner left"  # the team or the workspace; `owner_id` is empty


class Changed(enum.StrEnum):
    """What happened to a follow-up."""

    ADDED = "added"
    TEXT = "text"
    DUE = "due"
    REPEATS = "repeats"
    OWNER = "owner"  # handed over or taken
    NOT_ME = "not me"
    OWNER_LEFT = "owner left"
    SNOOZED = "snoozed"
    DONE = "done"
    UNDONE = "undone"  # open again
    TAKEN_BACK = "taken back"


class Followup(SQLModel, table=True):
    """Open while `done_at` is None. One taken back is closed too, and is shown nowhere."""

    __tablename__ = "followups"
    __table_args__ = (
        sa.Index("ix_followups_open_of_student", "student_id", "due_on", sqlite_where=OPEN, postgresql_where=OPEN),
        sa.Index("ix_followups_open_of_owner", "owner_id", "due_on", sqlite_where=OPEN, postgresql_where=OPEN),
        sa.Index("ix_followups_open_due", "due_on", sqlite_where=OPEN, postgresql_where=OPEN),
        sa.Index("ix_followups_asking", "student_id", sqlite_where=ASKING, postgresql_where=ASKING),
        sa.Index("ix_followups_snoozed", "snoozed_until", sqlite_where=SNOOZED, postgresql_where=SNOOZED),
        sa.Index("ix_followups_source", "source_ts", sqlite_where=FROM_MESSAGE, postgresql_where=FROM_MESSAGE),
    )

    id: int = Field(default=None, primary_key=True)  # given by the database
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    checkin_id: int | None = Field(default=None, foreign_key="checkins.id", index=True, ondelete="CASCADE")
    text: str = words()
    owner_id: str  # empty while nobody has it
    due_on: date
    promised_by: str
    promised_at: datetime
    done_at: datetime | None = None
    done_by: str | None = None
    taken_back: bool | None = None  # by who promised it, minutes later: it never was
    given_by: str | None = None  # who gave it to this owner, where that is not `promised_by`
    asks_for_owner: Asking | None = one_of(Asking, None)
    snoozed_until: date | None = None  # not reminded of before that day; the due day stays
    due_words: str | None = Field(default=None, sa_type=Words)  # the day as it was typed
    made_in: str | None = None  # the channel it was typed in
    team_id: int | None = Field(default=None, foreign_key="teams.id")  # whose channel hears of it
    source_channel: str | None = None  # the message it was made from
    source_ts: str | None = None
    source_link: str | None = None
    repeats: str | None = None  # how it comes again, as handlers/rules/repeats.py writes it
    after_id: int | None = Field(default=None, foreign_key="followups.id", index=True)  # the one done before it
    names_others: dict[str, int | str] | None = Field(default=None, sa_type=Ids)  # ids of students its words name too


class FollowupChange(SQLModel, table=True):
    """One change: of what kind, from what, to what. Owners as user ids, days in ISO form, texts as typed."""

    __tablename__ = "followup_changes"

    id: int = Field(default=None, primary_key=True)  # given by the database
    followup_id: int = Field(foreign_key="followups.id", index=True, ondelete="CASCADE")
    at: datetime
    by: str  # who did it; empty where the bot noticed it
    kind: Changed = one_of(Changed, Changed.ADDED)
    before: str = words()
    after: str = words()
    word: str = words()  # said with it: "you know the family better"


def add_followup(session: Session, followup: Followup) -> Followup:
    """Keep a new one, with the first line of its history."""
    session.add(followup)
    session.flush()
    note_change(session, followup, followup.promised_at, followup.promised_by, Changed.ADDED, after=followup.owner_id)
    return followup


def note_change(
    session: Session,
    followup: Followup,
    at: datetime,
    by: str,
    kind: Changed,
    *,
    before: str = "",
    after: str = "",
    word: str = "",
) -> None:
    """Keep the follow-up as it has become, with a line of its history."""
    session.add(followup)
    session.flush()
    row = FollowupChange(followup_id=followup.id, at=at, by=by, kind=kind, before=before, after=after, word=word)
    session.add(row)
    session.flush()


def find_followup(session: Session, access: Access, followup_id: int) -> Followup | None:
    found = session.get(Followup, followup_id)
    if found is None or found.student_id != access.student_id or found.taken_back:
        return None
    return found if access.person != CLOCK or not _is_sealed(session, found) else None


def find_by_source(session: Session, access: Access, channel_id: str, ts: str) -> Followup | None:
    """The one made from this message for this student, whatever became of it."""
    asked = select(Followup).where(
        Followup.source_ts == ts,
        col(Followup.source_ts).is_not(None),
        Followup.source_channel == channel_id,
        Followup.student_id == access.student_id,
        col(Followup.taken_back).is_not(True),
    )
    return session.exec(asked.order_by(col(Followup.id)).limit(1)).first()


def find_next(session: Session, access: Access, followup: Followup) -> Followup | None:
    """The one that came after it, where it repeats and was done."""
    asked = select(Followup).where(Followup.after_id == followup.id, Followup.student_id == access.student_id)
    return session.exec(asked.where(col(Followup.taken_back).is_not(True)).limit(1)).first()


def list_open(session: Session, access: Access) -> Sequence[Followup]:
    """A student's open ones, those due first on top."""
    return session.exec(_open().where(Followup.student_id == access.student_id, *told_to(access))).all()


def list_open_of(session: Session, keys: AccessToMany, owner_id: str) -> Sequence[Followup]:
    """Somebody's open ones on these students."""
    found = session.exec(_open().where(Followup.owner_id == owner_id, *told_to(keys))).all()
    return [row for row in found if row.student_id in keys.keys]


def list_students_of(session: Session, owner_id: str) -> Sequence[int]:
    """Ids of the students somebody has open follow-ups for: ids only, each still wants a key."""
    asked = select(Followup.student_id).where(Followup.owner_id == owner_id, col(Followup.done_at).is_(None))
    return session.exec(asked.distinct().order_by(col(Followup.student_id))).all()


def list_done(session: Session, access: Access, most: int = 20) -> Sequence[Followup]:
    """A student's done ones, newest first."""
    asked = select(Followup).where(
        Followup.student_id == access.student_id,
        col(Followup.done_at).is_not(None),
        col(Followup.taken_back).is_not(True),
        *told_to(access),
    )
    return session.exec(asked.order_by(col(Followup.done_at).desc()).limit(most)).all()


def list_from_checkin(session: Session, access: Access, checkin_id: int) -> Sequence[Followup]:
    asked = select(Followup).where(
        Followup.student_id == access.student_id,
        Followup.checkin_id == checkin_id,
        col(Followup.taken_back).is_not(True),
    )
    return session.exec(asked.order_by(col(Followup.id))).all()


def list_history(
    session: Session, access: Access, kinds: Collection[Changed] = (), *, followup_id: int = 0, most: int = 50
) -> Sequence[tuple[Followup, FollowupChange]]:
    """What changed on a student's follow-ups, newest first; of one of them, or of these kinds, where given."""
    asked = (
        select(Followup, FollowupChange)
        .join(FollowupChange, col(FollowupChange.followup_id) == Followup.id)
        .where(Followup.student_id == access.student_id, col(Followup.taken_back).is_not(True), *told_to(access))
    )
    if followup_id:
        asked = asked.where(Followup.id == followup_id)
    if kinds:
        asked = asked.where(col(FollowupChange.kind).in_(list(kinds)))
    return session.exec(asked.order_by(col(FollowupChange.id).desc()).limit(most)).all()


def find_last_word(session: Session, followup: Followup) -> str:
    """What was said with it when its owner got it; of a follow-up the caller holds."""
    asked = select(FollowupChange.word).where(
        FollowupChange.followup_id == followup.id, FollowupChange.kind == Changed.OWNER
    )
    return session.exec(asked.order_by(col(FollowupChange.id).desc()).limit(1)).first() or ""


def list_owners(session: Session, followup: Followup) -> set[str]:
    """Everybody who has it or had it; of a follow-up the caller holds."""
    asked = select(FollowupChange.before, FollowupChange.after).where(
        FollowupChange.followup_id == followup.id, col(FollowupChange.kind).in_(_OF_OWNERS)
    )
    return {followup.owner_id, *(one for pair in session.exec(asked) for one in pair)} - {""}


def list_owned_by(session: Session, owner_id: str, student_ids: Iterable[int] | None = None) -> Sequence[Followup]:
    """For the bot itself when somebody leaves: their open ones, on these students or on all."""
    asked = _open().where(Followup.owner_id == owner_id)
    if student_ids is not None:
        asked = asked.where(col(Followup.student_id).in_(list(student_ids)))
    return session.exec(asked).all()


_OF_OWNERS = (Changed.ADDED, Changed.OWNER, Changed.NOT_ME, Changed.OWNER_LEFT)


def _open() -> SelectOfScalar[Followup]:
    asked = select(Followup).where(col(Followup.done_at).is_(None))
    return asked.order_by(col(Followup.due_on), col(Followup.id))


def told_to(keys: Access | AccessToMany) -> list[sa.ColumnElement[bool]]:
    """For a question: a channel is not told what was promised under a restricted check-in (PRV-06)."""
    return [~UNDER_RESTRICTED.exists()] if keys.person == CLOCK else []


def _is_sealed(session: Session, followup: Followup) -> bool:
    return session.exec(UNDER_RESTRICTED.where(Followup.id == followup.id)).first() is not None


UNDER_RESTRICTED = select(Checkin.id).where(
    Checkin.id == Followup.checkin_id, col(Checkin.restriction) != Restriction.NONE
)
