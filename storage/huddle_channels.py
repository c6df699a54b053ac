"""Channels in which a huddle is about to come."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col

from storage.huddle_plans import HuddlePlan
from storage.people import Channel
from storage.teams import Team


class Coming(NamedTuple):
    """A huddle's channel, and when each half of what is known of it was last asked of Slack."""

    channel_id: str
    at: datetime
    checked_at: datetime | None
    members_checked_at: datetime | None

    def was_looked_at_since(self, moment: datetime) -> bool:
        checks = (self.checked_at, self.members_checked_at)
        return all(check is not None and check >= moment for check in checks)


def list_coming(session: Session, now: datetime, ahead: timedelta) -> Iterator[Coming]:
    """Of all teams whose huddle comes within that time, the next one first."""
    asked = (
        sa.select(
            col(Team.channel_id), col(HuddlePlan.next_at), col(Channel.checked_at), col(Channel.members_checked_at)
        )
        .join(Team, col(Team.id) == HuddlePlan.team_id)
        .outerjoin(Channel, col(Channel.id) == Team.channel_id)
        .where(col(HuddlePlan.next_at) > now, col(HuddlePlan.next_at) <= now + ahead)
        .order_by(col(HuddlePlan.next_at), col(HuddlePlan.team_id))
    )
    return (Coming(*row) for row in session.execute(asked))
