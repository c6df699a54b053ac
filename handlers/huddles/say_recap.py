"""How the bot sums a huddle up. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks import button, buttons, escape, points, says, small, whom, words
from handlers.conversation import Block, Reply
from handlers.rules.due import say_day
from handlers.say_followup import ShownFollowup

MOST_LISTED = 8
LONGEST = 280
KEPT = "The replies above are kept, and a member may keep one out; later ones are not."
UNREAD = (
    "Slack has not let me read this thread since, so no reply above is kept. "
    "What should stay on record: use *Save as check-in* or *Add follow-up* in the menu of that reply."
)


@dataclass(frozen=True, slots=True)
class Recap:
    """All that the recap tells; names by the team's policy, other students taken out of the words."""

    huddle_id: int
    people: Sequence[str]
    decided: Sequence[str]
    promised: Sequence[ShownFollowup]
    unowned: Sequence[ShownFollowup]
    next_name: str
    next_day: str
    closed_by: str = ""
    is_unread: bool = False  # Slack did not show the thread


def say_recap(shown: Recap) -> Reply:
    made = [says("*Recap*")]
    took_part = ", ".join(f"<@{one}>" for one in shown.people)
    if took_part or not shown.is_unread:
        made.append(says(f"Took part: {took_part}." if took_part else "Nobody wrote this time."))
    made += _part("Decided", [[words(_cut(text))] for text in shown.decided])
    made += _part("Promised", [_promise(one) for one in shown.promised])
    made += _part("Still needs an owner", [[words(_cut(one.text))] for one in shown.unowned])
    if shown.next_name:
        made.append(says(f"Next: *{escape(shown.next_name)}*, {escape(shown.next_day)}."))
    made.append(buttons(button("See the notes", "huddles.notes", {"huddle": shown.huddle_id})))
    closed = f"Closed by <@{shown.closed_by}>." if shown.closed_by else "Closed by itself at the end of the day."
    made.append(small(f"{closed} {UNREAD if shown.is_unread else KEPT}"))
    return Reply("The huddle is closed; here is the recap.", tuple(made))


def _part(title: str, lines: Sequence[Sequence[Block]]) -> list[Block]:
    return [says(f"*{title}*"), points(*lines[:MOST_LISTED])] if lines else []


def _promise(one: ShownFollowup) -> list[Block]:
    return [whom(one.owner_id), words(f", due {say_day(one.due_on)}: {_cut(one.text)}")]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
