"""What the clock does for one team, and how much of it is kept at once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from sqlmodel import Session

from handlers.huddles.queueing import Row
from storage import huddle_plans, huddles, outbox
from storage.huddle_plans import Meets, Standing

Before = TypeVar("Before", bound=Standing | None)


@dataclass(frozen=True, slots=True)
class Step:
    """Decided before the transaction in which it is kept: others would wait for it there."""

    team_id: int
    before: Standing | None  # the plan it was decided by
    plan: Row = field(default_factory=dict)  # as it goes on
    huddle: Row | None = None
    posts: Sequence[Row] = ()
    error: Exception | None = None  # why nothing could be decided


def decide_each(found: Collection[tuple[Meets, Before]], decide: Callable[[Meets, Before], Step]) -> Sequence[Step]:
    """A team for which that breaks keeps none of the others waiting."""
    return [_decide(team, before, decide) for team, before in found]


def keep(session: Session, steps: Sequence[Step]) -> int:
    """Move the plans on, add the huddles and queue what comes of it; returns of how many teams.

    Those whose plan is another by now, or was claimed by another process, are left to the next look.
    """
    now_stand = huddle_plans.find_standing(session, [step.team_id for step in steps])
    kept = [step for step in steps if now_stand.get(step.team_id) == step.before]
    huddle_plans.add_plans(session, [step.plan for step in kept if step.before is None])
    huddle_plans.change_plans(session, [step.plan for step in kept if step.before is not None])
    huddles.add_huddles(session, [step.huddle for step in kept if step.huddle is not None])
    outbox.add_posts(session, [post for step in kept for post in step.posts])
    return len(kept)


def put_off(session: Session, step: Step, until: datetime) -> None:
    """Something about this team is broken: it must not be in the others' way."""
    huddle_plans.put_off(session, step.team_id, until)


def _decide(team: Meets, before: Before, decide: Callable[[Meets, Before], Step]) -> Step:
    try:
        return decide(team, before)
    except Exception as error:  # whatever it is, whoever keeps the steps says so
        return Step(team.id, before, error=error)
