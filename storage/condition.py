"""The memory's condition, as whoever runs the bot needs to know it: counts and ages, no names of children."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from storage.claims import Claim
from storage.outbox import UNSENT, Post, State
from storage.teams import Team


def count_unsent(session: Session) -> int:
    asked = select(sa.func.count()).select_from(Post)
    return session.exec(asked.where(UNSENT)).one()


def count_dropped(session: Session, since: datetime) -> int:
    """Messages given up since then that had something to say."""
    asked = select(sa.func.count()).select_from(Post)
    was_given_up = sa.and_(col(Post.state) == State.DROPPED, col(Post.because) != "nothing to say")
    return session.exec(asked.where(was_given_up, col(Post.made_at) >= since)).one()


def find_last_heard_at(session: Session) -> datetime | None:
    """When something from Slack was last acted on; None where nothing was in the last days."""
    return session.exec(select(sa.func.max(Claim.at))).one()


def list_teams(session: Session) -> Sequence[Team]:
    """Every team, by name."""
    return session.exec(select(Team).order_by(col(Team.name))).all()
