"""The outbox: what others must hear, as rows of ids. The words are made, and access checked again, on sending."""

import enum
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Field, Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.columns import Ids, one_of
from storage.prepared import Prepared
from storage.rows import QuickRow, get_row, lay_down, lay_down_all, lay_down_plain, take_up_all

MOST_IN_THREAD = 20  # enough to know whom a thread is about


class Act(enum.StrEnum):
    """What is done in Slack."""

    SAY = "say"  # a message in a channel
    WHISPER = "whisper"  # a message in a channel, for one person's eyes
    DIRECT = "direct"  # a direct message
    UPDATE = "update"  # of a row sent before
    DELETE = "delete"  # of a row sent before
    REACT = "react"  # a reaction on a person's message; `about` is its name, ids["ts"] the message
    HOME = "home"  # a person's Home tab
    WORK = "work"  # something slow that ends in messages of its own, such as reading a file


class State(enum.StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    DROPPED = "dropped"


Asked = TypeVar("Asked")

# Written out, so that SQLite sees that the index of unsent rows answers the question; among years of sent ones it is
# the only quick way to them.
UNSENT = sa.text("state IN ('waiting', 'sending')")
STANDING = sa.text("ts != ''")
ANSWERING = sa.text("thread_ts IS NOT NULL")


class Post(QuickRow, table=True):
    __tablename__ = "outbox"
    __table_args__ = (
        sa.Index("ix_outbox_unsent", "queue", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
        sa.Index("ix_outbox_ts", "ts", sqlite_where=STANDING, postgresql_where=STANDING),
        sa.Index("ix_outbox_thread_ts", "thread_ts", sqlite_where=ANSWERING, postgresql_where=ANSWERING),
    )

    id: int = Field(default=None, primary_key=True)  # given by the database
    queue: str  # sent in order within it: the channel, or the person for direct messages and Home
    act: Act = one_of(Act, Act.SAY)
    about: str  # which words: a name in handlers/table.py
    ids: dict[str, int | str] = Field(default_factory=dict, sa_type=Ids)
    subject: str = Field(default="", index=True)  # what it tells of, "checkin:5", for finding it again
    person_id: str = ""  # whom it is for, where it is for one person
    channel_id: str = ""
    under_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)  # in that row's thread
    thread_ts: str | None = None  # in the thread under a person's message
    target_id: int | None = Field(default=None, foreign_key="outbox.id", index=True)  # updates or deletes that row
    tells_of_students: bool = False  # goes only where PRV-10 and PRV-11 hold
    made_at: datetime
    not_before: datetime
    state: State = one_of(State, State.WAITING)
    attempts: int = 0
    claimed_at: datetime | None = None
    sent_at: datetime | None = None
    sent_to: str = ""  # the channel Slack named
    ts: str = ""
    because: str = ""  # why it was dropped, in Slack's or our own short word


def add_post(session: Session, post: Post) -> Post:
    """Queue something for others to hear, in the transaction of what it tells about. The commit wakes the sender."""
    session.info["posts"] = True
    return lay_down(session, post)


def add_values(session: Session, **values: Any) -> int:
    """The same for a row that nothing more is done with, in half the time; returns its id."""
    session.info["posts"] = True
    return int(lay_down_plain(session, Post, values))


def add_posts(session: Session, rows: Sequence[Mapping[str, Any]]) -> None:
    """Queue so many at once, given as plain values."""
    if rows:
        session.info["posts"] = True
        lay_down_all(session, Post, rows)


class First(NamedTuple):
    """The first unsent row of its queue."""

    id: int
    queue: str
    not_before: datetime


def list_firsts(session: Session) -> list[First]:
    """The first unsent row of every queue, where it waits. Quick however many stand behind it."""
    return [First(*found) for found in _FIRSTS.all(session, {})]


def list_unsettled(session: Session) -> Sequence[Post]:
    """Rows somebody began to send and never marked: a crash came between."""
    return session.exec(select(Post).where(UNSENT, Post.state == State.SENDING).order_by(col(Post.id))).all()


def claim(session: Session, post_id: int, now: datetime) -> Post | None:
    """Take a row for sending; None when another took it first, or is sending another row of its queue."""
    if not _CLAIM.change(session, {"post": post_id, "now": now}):
        return None
    found: list[tuple[Post]] = take_up_all(session, (Post,), _POST.all(session, {"post": post_id}))
    return found[0][0]


def renew(session: Session, post_ids: Collection[int], now: datetime) -> None:
    """These are still being sent: whoever looks for the rows of a dead process leaves them alone."""
    held = sa.update(Post).where(col(Post.id).in_(post_ids), col(Post.state) == State.SENDING)
    session.execute(held.values(claimed_at=now))


def take_back(session: Session, post: Post, now: datetime) -> bool:
    """Let a row be sent anew whose sender died. False when it was renewed, settled or taken since it was read."""
    left = sa.update(Post).where(
        col(Post.id) == post.id, col(Post.state) == State.SENDING, col(Post.claimed_at) == post.claimed_at
    )
    result = session.execute(left.values(state=State.WAITING, not_before=now))
    return bool(result.rowcount)  # type: ignore[attr-defined]


def mark_sent(session: Session, post_id: int, now: datetime, channel_id: str, ts: str) -> None:
    _MARK_SENT.change(session, {"post": post_id, "now": now, "place": channel_id, "stamp": ts})


def put_back(session: Session, post_id: int, not_before: datetime) -> None:
    _PUT_BACK.change(session, {"post": post_id, "then": not_before})


def hold_alike(session: Session, about: str, not_before: datetime) -> None:
    """Slack has said of one such work that it wants no more of them until then."""
    waiting = sa.update(Post).where(UNSENT, col(Post.state) == State.WAITING, col(Post.act) == Act.WORK)
    alike = waiting.where(col(Post.about) == about, col(Post.not_before) < not_before)
    session.execute(alike.values(not_before=not_before))


def drop(session: Session, post_id: int, because: str) -> None:
    """Give a row up, and with it every row that was to stand under it or change it."""
    waiting = [post_id]
    while waiting:
        post = session.get_one(Post, waiting.pop())
        post.state, post.because = State.DROPPED, because
        session.add(post)
        hangs_on = sa.or_(col(Post.under_id) == post.id, col(Post.target_id) == post.id)
        children = session.exec(select(Post).where(hangs_on, Post.state == State.WAITING)).all()
        waiting += [child.id for child in children]


def get_post(session: Session, post_id: int) -> Post:
    return get_row(session, Post, post_id) or session.get_one(Post, post_id)


def find_posts(session: Session, about: str, subject: str) -> Sequence[Post]:
    """Messages saying this that still stand: `find_posts(session, "checkins.update", "checkin:5")`."""
    return session.execute(_SAYING, {"subject": subject, "about": about}).scalars().all()


def find_first(session: Session, about: str, subject: str) -> int | None:
    """The id of the first such message; its row is not wanted, so it is not read."""
    found = _FIRST_SAYING.first(session, {"subject": subject, "about": about})
    return None if found is None else int(found[0])


def list_in_thread(session: Session, channel_id: str, ts: str) -> Sequence[Post]:
    """The message of ours that heads this thread, or else what we have said in it so far."""
    headed = select(Post).where(STANDING, Post.ts == ts, Post.sent_to == channel_id)
    head = session.exec(headed.order_by(col(Post.id))).all()
    if head:
        return head
    said = select(Post).where(ANSWERING, Post.thread_ts == ts, Post.channel_id == channel_id)
    return session.exec(said.order_by(col(Post.id).desc()).limit(MOST_IN_THREAD)).all()


def has_children(session: Session, post_id: int, but: State) -> bool:
    """Whether any row stands in this one's thread, those in state `but` left out."""
    asked = select(Post.id).where(Post.under_id == post_id, Post.state != but).limit(1)
    return session.exec(asked).first() is not None


def _saying(asked: SelectOfScalar[Asked]) -> SelectOfScalar[Asked]:
    return asked.where(
        Post.subject == sa.bindparam("subject"),
        Post.about == sa.bindparam("about"),
        sa.or_(*(col(Post.act) == act for act in (Act.SAY, Act.WHISPER, Act.DIRECT))),
        Post.state != State.DROPPED,
    ).order_by(col(Post.id))


def _firsts() -> sa.SelectBase:
    """From queue to queue by the index, so that a long one costs no more than a short one."""
    names = sa.select(sa.func.min(col(Post.queue)).label("queue")).where(UNSENT).cte("names", recursive=True)
    behind = sa.select(sa.func.min(col(Post.queue))).where(UNSENT, col(Post.queue) > names.c.queue)
    names = names.union_all(sa.select(behind.scalar_subquery()).where(names.c.queue.is_not(None)))
    first = sa.select(sa.func.min(col(Post.id))).where(UNSENT, col(Post.queue) == names.c.queue)
    firsts = sa.select(first.scalar_subquery()).where(names.c.queue.is_not(None))
    asked = sa.select(col(Post.id), col(Post.queue), col(Post.not_before))
    return asked.where(col(Post.id).in_(firsts), col(Post.state) == State.WAITING).order_by(col(Post.id))


def _claim() -> sa.Update:
    other = aliased(Post, name="other")
    is_unsent = sa.text("other.state IN ('waiting', 'sending')")  # for the index of these, as above
    under_way = sa.exists().where(is_unsent, col(other.queue) == col(Post.queue), col(other.state) == State.SENDING)
    taken = sa.update(Post).where(_IS_IT, col(Post.state) == State.WAITING, ~under_way)
    return taken.values(state=State.SENDING, claimed_at=sa.bindparam("now"), attempts=Post.attempts + 1)


_IS_IT = col(Post.id) == sa.bindparam("post")
_FIRSTS = Prepared(_firsts())
_POST = Prepared(sa.select(Post).where(_IS_IT))
_CLAIM = Prepared(_claim())
_MARK_SENT = Prepared(
    sa.update(Post)
    .where(_IS_IT)
    .values(state=State.SENT, sent_at=sa.bindparam("now"), sent_to=sa.bindparam("place"), ts=sa.bindparam("stamp"))
)
_PUT_BACK = Prepared(sa.update(Post).where(_IS_IT).values(state=State.WAITING, not_before=sa.bindparam("then")))
_SAYING = _saying(select(Post))
_FIRST_SAYING = Prepared(_saying(select(Post.id)).limit(1))
