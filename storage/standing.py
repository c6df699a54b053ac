"""Where in Slack a message of ours stands, by what it tells of."""

from collections.abc import Collection
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from storage.outbox import Act, Post, State


class Place(NamedTuple):
    """`thread_ts`: of the message it stands under, where it does."""

    channel_id: str
    ts: str
    thread_ts: str | None


def find_places(session: Session, about: str, subjects: Collection[str]) -> dict[str, Place]:
    """Of the first message saying this of each subject, where it has been said in a channel and not been taken away."""
    head, end = aliased(Post), aliased(Post)
    is_gone = sa.select(col(end.id)).where(col(end.target_id) == Post.id, col(end.act) == Act.DELETE).exists()
    asked = (
        sa.select(col(Post.subject), col(Post.sent_to), col(Post.ts), col(head.ts))
        .outerjoin(head, col(head.id) == Post.under_id)
        .where(
            col(Post.subject).in_(subjects),
            col(Post.about) == about,
            col(Post.act) == Act.SAY,
            col(Post.state) == State.SENT,
            col(Post.ts) != "",
            ~is_gone,
        )
    )
    found = session.connection().execute(asked.order_by(col(Post.id).desc())).all()
    return {subject: Place(*place) for subject, *place in found}
