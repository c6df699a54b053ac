"""What a test of huddles needs again and again: the next one's moment, and going there."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from sandbox.channels import Channel
from sandbox.visible import visible_text
from sandbox.wire import Json
from storage import huddle_plans
from storage.huddle_plans import HuddlePlan
from storage.huddles import Huddle
from tests.cast import Cast

TITLE = "Student Focus Huddle"


def plan_of(cast: Cast, channel: Channel) -> HuddlePlan:
    """The clock looks at the teams, and has a plan for each."""
    forward(cast, 0.1)
    with cast.bot.database.read() as session:
        plan = huddle_plans.find_plan(session, cast.team_of(channel).id)
    assert plan is not None, "the clock has not ticked"
    return plan


def go_to(cast: Cast, moment: datetime, *, seconds: float = 5.0) -> None:
    """Move everybody's clock to a moment, or a little after it."""
    forward(cast, (moment + timedelta(seconds=seconds) - cast.sandbox.now()).total_seconds() / 60)


def forward(cast: Cast, minutes: float) -> None:
    """Move everybody's clock on; when this returns, what is due has been claimed."""
    cast.forward(minutes=minutes)
    cast.bot.huddle_clock.tick()


def go_to_huddle(cast: Cast, channel: Channel, *, seconds: float = 5.0) -> None:
    go_to(cast, plan_of(cast, channel).next_at, seconds=seconds)


def hold_huddle(cast: Cast, channel: Channel | None = None) -> Json:
    """The team's next huddle comes by itself; returns its post."""
    place = channel or cast.juniper
    go_to_huddle(cast, place)
    cast.all_sent()
    return cast.hale.waits_for(TITLE, place)


def list_huddles(cast: Cast) -> list[Huddle]:
    with cast.bot.database.read() as session:
        return list(session.exec(select(Huddle).order_by(col(Huddle.id))).all())


def said(cast: Cast, channel: Channel, words: str) -> int:
    """How often these words stand in the channel or its threads."""
    everything = cast.sandbox.practice.workspace.timeline(channel.id).everything()
    return sum(words in visible_text(message) for message in everything)
