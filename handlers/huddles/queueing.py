"""Rows of the outbox that carry a huddle: work in a queue of the team's own, words in its channel."""

from datetime import date, datetime

from handlers.conversation import Ids
from storage.huddles import Huddle
from storage.outbox import Act, Post
from storage.teams import Team

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


def work(team: Team, about: str, ids: Ids, now: datetime) -> Post:
    """Something for one team that takes its time."""
    return _post(team, Act.WORK, f"huddle:{team.id}", about, ids, now)


def say_plainly(team: Team, about: str, week: date, now: datetime) -> Post:
    """A word in the team's channel about its huddle of that week, which tells of no student."""
    ids: Ids = {"team": team.id, "week": week.isoformat()}
    return _post(team, Act.SAY, f"plain:{team.channel_id}", about, ids, now)


def say_of_student(team: Team, about: str, huddle: Huddle, ids: Ids, now: datetime, under_id: int | None) -> Post:
    """Words about the focus student: they wait while the channel is not fit for them (PRV-10, PRV-11)."""
    post = _post(team, Act.SAY, team.channel_id, about, {"huddle": huddle.id, **ids}, now)
    post.subject, post.under_id, post.tells_of_students = f"huddle:{huddle.id}", under_id, True
    return post


def _post(team: Team, act: Act, queue: str, about: str, ids: Ids, now: datetime) -> Post:
    return Post(
        queue=queue, act=act, about=about, ids=dict(ids), channel_id=team.channel_id, made_at=now, not_before=now
    )
