"""Check-ins, the students they are about, and every earlier wording."""

import enum
import zlib
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.access import Access
from storage.columns import one_of, words
from storage.prepared import Prepared
from storage.rows import QuickRow, lay_down, lay_down_plain

# Written out, so that SQLite sees that the index of wins answers: among years of check-ins it stays small.
IS_WIN = sa.text("topic = 'win'")


class Topic(enum.StrEnum):
    PROGRESS = "progress"
    ACCOMMODATIONS = "accommodations"
    BEHAVIOR = "behavior"
    ACADEMICS = "academics"
    UPCOMING = "upcoming lesson or assessment"
    FAMILY = "family contact"
    WIN = "win"


class Restriction(enum.StrEnum):
    """Who restricted a check-in."""

    NONE = "none"
    AUTHOR = "author"
    SAFETY = "safety"  # the bot, on words that sound like a child in danger


class Checkin(QuickRow, table=True):
    __tablename__ = "checkins"
    __table_args__ = (
        sa.Index("ix_checkins_author_id_made_at", "author_id", "made_at"),
        sa.Index("ix_checkins_author_id_mark", "author_id", "mark"),
        sa.Index("ix_checkins_won", "made_at", sqlite_where=IS_WIN, postgresql_where=IS_WIN),
    )

    id: int = Field(default=None, primary_key=True)  # given by the database
    author_id: str
    topic: Topic | None = one_of(Topic, None)
    text: str = words()
    working: str = words()  # "What is working?"
    made_at: datetime
    made_in: str = ""  # the channel it was typed in; empty elsewhere
    # The team it is posted to; for a restricted one, the team whose holders may read it. None until chosen.
    team_id: int | None = Field(default=None, foreign_key="teams.id")
    restriction: Restriction = one_of(Restriction, Restriction.NONE)
    undone_at: datetime | None = None  # gone within ten minutes: shown to nobody
    withdrawn_at: datetime | None = None  # struck through, kept
    source_link: str = ""  # the message it was made from
    revision: int = 1
    mark: int = 0  # of the words and students, for finding the same again; see `mark_of`


class CheckinStudent(SQLModel, table=True):
    __tablename__ = "checkin_students"

    student_id: int = Field(foreign_key="students.id", primary_key=True, ondelete="CASCADE")
    checkin_id: int = Field(foreign_key="checkins.id", primary_key=True, index=True, ondelete="CASCADE")


class CheckinRevision(SQLModel, table=True):
    """An earlier wording. The current one stands in the check-in itself."""

    __tablename__ = "checkin_revisions"

    checkin_id: int = Field(foreign_key="checkins.id", primary_key=True, ondelete="CASCADE")
    number: int = Field(primary_key=True)
    topic: Topic | None = one_of(Topic, None)
    text: str = words()
    working: str = words()
    replaced_at: datetime


def add_checkin(session: Session, checkin: Checkin, about: Collection[Access]) -> Checkin:
    """Keep a check-in on these students."""
    checkin.mark = mark_of(checkin.text, [access.student_id for access in about])
    lay_down(session, checkin)
    for access in about:
        lay_down_plain(session, CheckinStudent, {"checkin_id": checkin.id, "student_id": access.student_id})
    return checkin


def revise(session: Session, checkin: Checkin, *, topic: Topic | None, text: str, working: str, now: datetime) -> None:
    """Change the wording; the earlier one stays as a numbered revision."""
    earlier = CheckinRevision(
        checkin_id=checkin.id,
        number=checkin.revision,
        topic=checkin.topic,
        text=checkin.text,
        working=checkin.working,
        replaced_at=now,
    )
    session.add(earlier)
    checkin.topic, checkin.text, checkin.working = topic, text, working
    checkin.revision += 1
    session.add(checkin)
    session.flush()


def find_own(session: Session, author_id: str, checkin_id: int) -> Checkin | None:
    """The author's own check-in; None for anybody else's."""
    found = session.get(Checkin, checkin_id)
    return found if found is not None and found.author_id == author_id else None


def find_same(session: Session, author_id: str, about: Collection[int], text: str, since: datetime) -> Checkin | None:
    """A check-in by this author with the same words on the same students, made since then and still standing."""
    for checkin_id, written, made_at in _SAME_MARK.all(session, {"author": author_id, "mark": mark_of(text, about)}):
        found = session.get_one(Checkin, checkin_id) if written == text and made_at >= since else None
        if found is not None and set(list_student_ids(session, found)) == set(about):
            return found
    return None


def mark_of(text: str, about: Iterable[int]) -> int:
    """31 bits that the same words on the same students share: enough to find candidates, too few to tell the words.

    A bit more would not fit into PostgreSQL's integers.
    """
    return zlib.crc32(f"{sorted(about)} {text}".encode(errors="surrogatepass")) >> 1


def list_student_ids(session: Session, checkin: Checkin) -> Sequence[int]:
    """Ids of the students a check-in is about: ids only, each still wants a key."""
    asked = select(CheckinStudent.student_id).where(CheckinStudent.checkin_id == checkin.id)
    return session.exec(asked.order_by(col(CheckinStudent.student_id))).all()


def find_readable(session: Session, access: Access, checkin_id: int) -> Checkin | None:
    """One check-in on this student, if this key reads it."""
    return session.exec(_readable(access).where(Checkin.id == checkin_id)).first()


def list_recent(session: Session, access: Access, most: int = 10, topic: Topic | None = None) -> Sequence[Checkin]:
    """The newest check-ins on this student that this key reads; of one topic, if given."""
    asked = _readable(access).order_by(col(Checkin.made_at).desc()).limit(most)
    return session.exec(asked.where(Checkin.topic == topic) if topic is not None else asked).all()


def list_own(session: Session, author_id: str, most: int = 5) -> Sequence[Checkin]:
    """The author's newest check-ins, undone ones left out."""
    asked = select(Checkin).where(Checkin.author_id == author_id, col(Checkin.undone_at).is_(None))
    return session.exec(asked.order_by(col(Checkin.made_at).desc()).limit(most)).all()


def list_revisions(session: Session, checkin: Checkin) -> Sequence[CheckinRevision]:
    asked = select(CheckinRevision).where(CheckinRevision.checkin_id == checkin.id)
    return session.exec(asked.order_by(col(CheckinRevision.number))).all()


def find_last_on(session: Session, keys: Collection[Access]) -> dict[int, datetime]:
    """When each student last had an unrestricted check-in, by student id."""
    asked = (
        select(CheckinStudent.student_id, sa.func.max(Checkin.made_at))
        .join(Checkin, col(Checkin.id) == CheckinStudent.checkin_id)
        .where(
            col(CheckinStudent.student_id).in_([key.student_id for key in keys]),
            Checkin.restriction == Restriction.NONE,
            col(Checkin.undone_at).is_(None),
        )
        .group_by(col(CheckinStudent.student_id))
    )
    return dict(session.exec(asked).all())


def _readable(access: Access) -> SelectOfScalar[Checkin]:
    return (
        select(Checkin)
        .join(CheckinStudent, col(CheckinStudent.checkin_id) == Checkin.id)
        .where(
            CheckinStudent.student_id == access.student_id,
            col(Checkin.undone_at).is_(None),
            sa.or_(
                col(Checkin.restriction) == Restriction.NONE,
                col(Checkin.author_id) == access.person,
                col(Checkin.team_id).in_(access.restricted_teams),
            ),
        )
    )


# Asked for `made_at` too, SQLite would look through all that the author wrote since then.
_SAME_MARK = Prepared(
    select(Checkin.id, Checkin.text, Checkin.made_at)
    .where(
        Checkin.author_id == sa.bindparam("author"),
        Checkin.mark == sa.bindparam("mark"),
        col(Checkin.undone_at).is_(None),
    )
    .order_by(col(Checkin.id).desc())
)
