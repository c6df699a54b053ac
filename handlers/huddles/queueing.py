"""Rows of the outbox that carry a huddle: work in a queue of the team's own, words in its channel."""

from datetime import date, datetime
from typing import Any, Protocol

from handlers.conversation import Ids
from storage.huddles import Huddle
from storage.outbox import Act, Post
from storage.teams import Team

Row = dict[str, Any]

# Work, by its name in bot/works.py.
OPEN = "huddles.open"
NUDGE = "huddles.nudge"
CLOSE = "huddles.close"
# Words, by their name in handlers/table.py.
PROMPT = "huddles.prompt"
STEP = "huddles.step"
RECAP = "huddles.recap"
SOLVED = "huddles.solved"
SKIPPED = "huddles.skipped"
CLOSED_DAY = "huddles.closed_day"


class Told(Protocol):
    """A team, by what a row about it needs."""

    @property
    def id(self) -> int: ...

    @property
    def channel_id(self) -> str: ...


def work(team: Told, about: str, ids: Ids, now: datetime) -> Post:
    """Something for one team that takes its time."""
    return Post(**row_of_work(team, about, ids, now))


def row_of_work(team: Told, about: str, ids: Ids, now: datetime) -> Row:
    """The same, to be stored among many."""
    return _row(team, Act.WORK, f"huddle:{team.id}", about, ids, now)


def say_plainly(team: Told, about: str, week: date, now: datetime) -> Post:
    """A word in the team's channel about its huddle of that week, which tells of no student."""
    return Post(**row_of_word(team, about, week, now))


def row_of_word(team: Told, about: str, week: date, now: datetime) -> Row:
    """The same, to be stored among many."""
    ids: Ids = {"team": team.id, "week": week.isoformat()}
    return _row(team, Act.SAY, f"plain:{team.channel_id}", about, ids, now)


def say_of_student(team: Team, about: str, huddle: Huddle, ids: Ids, now: datetime, under_id: int | None) -> Post:
    """Words about the focus student: they wait while the channel is not fit for them (PRV-10, PRV-11)."""
    post = Post(**_row(team, Act.SAY, team.channel_id, about, {"huddle": huddle.id, **ids}, now))
    post.subject, post.under_id, post.tells_of_students = f"huddle:{huddle.id}", under_id, True
    return post


def _row(team: Told, act: Act, queue: str, about: str, ids: Ids, now: datetime) -> Row:
    where = {"queue": queue, "channel_id": team.channel_id}
    return {**where, "act": act, "about": about, "ids": dict(ids), "made_at": now, "not_before": now}
