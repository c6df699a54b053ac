"""How the bot calls follow-ups to mind: one message, what is late first, with the buttons to act on each. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.blocks import button, buttons, says, small
from handlers.conversation import Block, Note, Reply
from handlers.rules.reminder_days import Reminder
from handlers.say_followup import AMONG, ShownFollowup, followup_blocks

MOST_SHOWN = 10  # each takes four of Slack's fifty blocks
ORDER = (Reminder.LATE, Reminder.DUE, Reminder.AHEAD, Reminder.OVERDUE)
_HEADS = {
    Reminder.LATE: "*Still open*, three school days after it was due:",
    Reminder.DUE: "*Due today:*",
    Reminder.AHEAD: "*Due next school day:*",
    Reminder.OVERDUE: "*Open from before this week:*",
}
_LATE_ONES = "*Still open*, three school days after they were due:"
_HINT = (
    "I remind you the day before, the day it is due, and once more three school days later; once a week I list what is "
    "still open. Nobody else is told."
)


@dataclass(frozen=True, slots=True)
class Reminded:
    shown: ShownFollowup
    kind: Reminder


def say_reminder(
    reminded: Sequence[Reminded], total: int, person: str, *, settled: int = 0, notes: tuple[Note, ...]
) -> Reply:
    """`total`: how many there are to speak of, with those there is no room for. `settled`: how many there were."""
    made: list[Block] = []
    for kind in ORDER:
        of_kind = [one.shown for one in reminded if one.kind is kind]
        if of_kind:
            made.append(says(_LATE_ONES if kind is Reminder.LATE and len(of_kind) > 1 else _HEADS[kind]))
        for shown in of_kind:
            made += followup_blocks(shown, person=person, is_short=True)
    if left := total - len(reminded):
        made.append(buttons(button(f"{left} more", "followups.list", {"of": person, **AMONG})))
    if settled:
        made.append(small("What else stood here is done, put off or with somebody else by now."))
    count = f"{total} follow-ups" if total > 1 else "a follow-up"
    return Reply(f"A reminder of {count}.", (*made, small(_HINT)), notes=notes)


def say_settled() -> Reply:
    """Said in place of a reminder; of whom it spoke is said no more."""
    return Reply(
        "A reminder that is settled.",
        (says("*Settled:* what I reminded you of is done, put off or with somebody else."),),
    )
