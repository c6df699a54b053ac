"""What a huddle keeps: its agenda as it was posted, and what was said in its thread."""

import enum
from collections.abc import Collection, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select

from storage.access import Access
from storage.columns import one_of, words
from storage.huddles import Huddle


class LineKind(enum.StrEnum):
    """In the order of the post."""

    STRENGTH = "strength"
    FOLLOWUP = "followup"
    CHECKIN = "checkin"


class NoteKind(enum.StrEnum):
    REPLY = "reply"  # said in the thread
    WORKING = "working"  # the four questions of joint problem solving
    BARRIER = "barrier"
    MISSING = "missing"
    CHANGE = "change"


class HuddleLine(SQLModel, table=True):
    """A line of the agenda, worded as the team read it: later edits do not rewrite the past."""

    __tablename__ = "huddle_lines"

    huddle_id: int = Field(foreign_key="huddles.id", primary_key=True, ondelete="CASCADE")
    place: int = Field(primary_key=True)
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    kind: LineKind = one_of(LineKind, LineKind.STRENGTH)
    object_id: int  # of the line of the profile, the follow-up or the check-in
    person_id: str = ""  # who said, owns or wrote it
    text: str = words()


class HuddleNote(SQLModel, table=True):
    """Something said in the huddle about its student. Restricted: read as a restricted check-in is."""

    __tablename__ = "huddle_notes"
    __table_args__ = (sa.UniqueConstraint("huddle_id", "ts", "kind"),)

    id: int = Field(default=None, primary_key=True)  # given by the database
    huddle_id: int = Field(foreign_key="huddles.id", ondelete="CASCADE")
    student_id: int = Field(foreign_key="students.id", index=True, ondelete="CASCADE")
    kind: NoteKind = one_of(NoteKind, NoteKind.REPLY)
    ts: str  # of the message; of an answer in a form, when it came
    author_id: str
    text: str = words()  # empty once it was kept out
    said_at: datetime
    is_restricted: bool = False  # its words sound like a child in danger
    kept_out_at: datetime | None = None
    kept_out_by: str = ""


def add_lines(session: Session, lines: Collection[HuddleLine]) -> None:
    session.add_all(lines)
    session.flush()


def list_lines(session: Session, access: Access, huddle_id: int) -> Sequence[HuddleLine]:
    asked = select(HuddleLine).where(HuddleLine.huddle_id == huddle_id, HuddleLine.student_id == access.student_id)
    return session.exec(asked.order_by(col(HuddleLine.place))).all()


def add_note(session: Session, access: Access, note: HuddleNote) -> bool:
    """False where the same message was kept before."""
    asked = select(HuddleNote.id).where(
        HuddleNote.huddle_id == note.huddle_id,
        HuddleNote.ts == note.ts,
        HuddleNote.kind == note.kind,
        HuddleNote.student_id == access.student_id,
    )
    if session.exec(asked).first() is not None:
        return False
    session.add(note)
    session.flush()
    return True


def list_notes(session: Session, access: Access, huddle_id: int) -> Sequence[HuddleNote]:
    """What this key reads: restricted ones only one's own, and those of teams whose restricted words it reads."""
    asked = (
        select(HuddleNote)
        .join(Huddle, col(Huddle.id) == HuddleNote.huddle_id)
        .where(
            HuddleNote.huddle_id == huddle_id,
            HuddleNote.student_id == access.student_id,
            col(HuddleNote.kept_out_at).is_(None),
            sa.or_(
                col(HuddleNote.is_restricted).is_(False),
                col(HuddleNote.author_id) == access.person,
                col(Huddle.team_id).in_(access.restricted_teams),
            ),
        )
    )
    return session.exec(asked.order_by(col(HuddleNote.said_at), col(HuddleNote.id))).all()


def keep_out(session: Session, access: Access, note: HuddleNote, by: str, now: datetime) -> None:
    """Its words go; that there was a reply, and who took it out, stays."""
    note.text, note.kept_out_at, note.kept_out_by = "", now, by
    session.add(note)
    session.flush()
