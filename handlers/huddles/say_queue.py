"""How the bot tells of the queue: who is next, who then, and why. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.blocks import button, buttons, escape, points, says, small, typed, words
from handlers.conversation import Reply
from handlers.rules.due import say_day
from handlers.rules.rotation import Why
from handlers.rules.zones import zone_of

QUEUE = "huddles.queue"
MOST_LISTED = 15
HOW = (
    "`/focus pin Maya` brings somebody forward, `/focus skip` lets this week pass, "
    "`/focus swap` gives it to the second."
)
WHYS = {
    Why.TAKES: "this week was given to them",
    Why.PINNED: "pinned",
    Why.TOLD: "announced the day before",
    Why.FLAGGED: "a follow-up is overdue or has no owner",
    Why.NEVER: "no turn yet",
    Why.LONGEST: "longest since the last turn",
    Why.HAD: "had a turn this round",
    Why.SKIPPED: "skipped this week",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody's place in the queue."""

    name: str
    why: Why
    last_turn: datetime | None = None


def say_queue(
    team_name: str,
    team_id: int,
    when: str,
    standing: Sequence[Standing],
    time_zone: str,
    *,
    focus_now: str = "",
) -> Reply:
    """To one member, privately."""
    made = [says(f"*{escape(team_name)}*  ·  next huddle {escape(when)}")]
    if focus_now:
        made.append(says(f"In today's huddle: *{escape(focus_now)}*"))
    if not standing:
        made.append(says("No student is on this team yet. A lead adds them with `/student add`."))
    else:
        made.append(points(*([words(_say_place(one, time_zone))] for one in standing[:MOST_LISTED])))
    if len(standing) > MOST_LISTED:
        made.append(small(f"And {len(standing) - MOST_LISTED} more after them."))
    made.append(buttons(button("Day and time", "huddles.set_up", {"team": team_id})))
    made.append(small(HOW))
    return Reply("The huddle's queue.", tuple(made), said=QUEUE, ids={"team": team_id})


def say_help(words_typed: str) -> Reply:
    line = f"I do not know that word. {HOW} `/focus setup` changes day and time, `/focus close` closes the open huddle."
    return Reply("That is not a word of /focus.", (says(line), *typed(words_typed)))


def _say_place(one: Standing, time_zone: str) -> str:
    last = ""
    if one.last_turn is not None:
        last = f", last on {say_day(one.last_turn.astimezone(zone_of(time_zone)).date())}"
    return f"{one.name}: {WHYS[one.why]}{last}"
