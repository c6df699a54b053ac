"""How one follow-up is shown wherever it stands: its line, its words and its buttons. Pure.

Cards, answers, Home and lists make `ShownFollowup`s with `handlers.shown_followups.show_followups`, and blocks of them
with `followup_blocks`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import blocks
from handlers.blocks import apart, button, buttons, escape, says, small, typed
from handlers.conversation import Block, Ids
from handlers.rules.due import say_day
from storage.followups import Asking

LONGEST_SHOWN = 300  # characters of its words in a list
AMONG: Ids = {"among": 1}  # with a button: its message says more than this one follow-up, so nothing takes its place


@dataclass(frozen=True, slots=True)
class ShownFollowup:
    """A follow-up as one reader may see it: the name by policy, other students taken out of the words."""

    id: int
    student_id: int
    name: str
    text: str
    owner_id: str  # empty: nobody
    due_on: date
    promised_by: str
    promised_on: date
    given_by: str = ""  # who gave it to this owner
    asks: Asking | None = None
    done_by: str = ""
    done_on: date | None = None
    snoozed_until: date | None = None
    repeats: str = ""  # "every Friday"
    link: str = ""  # to the message it was made from
    made_in: str = ""  # the channel it was promised in
    under: str = ""  # link to the check-in it was promised under

    @property
    def ids(self) -> Ids:
        return {"followup": self.id, "student": self.student_id}

    @property
    def has_owner(self) -> bool:
        return bool(self.owner_id) and self.asks is None


def followup_blocks(
    shown: ShownFollowup,
    *,
    person: str = "",
    today: date | None = None,
    named: bool = True,
    is_short: bool = False,
    among: bool = False,
) -> list[Block]:
    """One follow-up with what `person` may do with it; for a channel, where nobody in particular reads, with "".

    In short, or `among` other things, it is not all that its message says.
    """
    words = shown.text if not is_short or len(shown.text) <= LONGEST_SHOWN else f"{shown.text[:LONGEST_SHOWN]} …"
    told = [blocks.struck(words)] if shown.done_on else typed(words)
    made = [says(say_line(shown, today, named=named)), *told, small(say_source(shown))]
    choices = followup_buttons(shown, person, among=among or is_short)
    return [*made, buttons(*choices)] if choices else made


def say_line(shown: ShownFollowup, today: date | None = None, *, named: bool = True) -> str:
    """ "*Maya T.*  ·  @lopez, due Friday, 12 February". Overdue is said only to whoever gives the day it is."""
    due = f"due {say_day(shown.due_on)}"
    if shown.done_on is not None:
        due = f"done by <@{shown.done_by}> on {say_day(shown.done_on)}"
    elif today is not None and shown.due_on < today:
        due += " (*overdue*)"
    owner = "" if shown.done_on is not None else f"{say_owner(shown)}, "
    return f"*{escape(shown.name)}*  ·  {owner}{due}" if named else f"{owner}{due}"


def say_own_line(shown: ShownFollowup, today: date) -> str:
    """ "*Maya T.*  ·  due Friday, 12 February", for its owner, who need not be told whose it is."""
    late = " (*overdue*)" if shown.due_on < today else ""
    return f"*{escape(shown.name)}*  ·  due {say_day(shown.due_on)}{late}"


def say_owner(shown: ShownFollowup) -> str:
    """Who has it, or that nobody has: until somebody takes it, who gave it is shown."""
    if shown.asks is Asking.NOT_ME and shown.owner_id:
        return f"<@{shown.owner_id}> until somebody takes it"
    if shown.asks is Asking.OWNER_LEFT:
        return "*nobody now* (its owner has left)"
    return f"<@{shown.owner_id}>" if shown.has_owner else "*nobody yet*"


def say_source(shown: ShownFollowup) -> str:
    """Small print: since when, from whom, where it was promised, and what else is known of it."""
    said = [f"Since {say_day(shown.promised_on)}, promised by <@{shown.promised_by}>"]
    if shown.given_by and shown.given_by != shown.promised_by:
        said.append(f"handed over by <@{shown.given_by}>")
    if shown.link:
        said.append(f"from <{shown.link}|this message>")
    elif shown.under:
        said.append(f"under <{shown.under}|this check-in>")
    elif shown.made_in and not shown.made_in.startswith("D"):
        said.append(f"in <#{shown.made_in}>")
    if shown.repeats:
        said.append(f"comes again {shown.repeats}")
    if shown.snoozed_until is not None and shown.done_on is None:
        said.append(f"asleep until {say_day(shown.snoozed_until)}")
    return "  ·  ".join(said)


def followup_buttons(shown: ShownFollowup, person: str = "", *, among: bool = False) -> Sequence[Block]:
    """What may be done with an open one. Its owner can put it off or give it back, somebody else can take it."""
    if shown.done_on is not None:
        return ()
    ids = {**shown.ids, **AMONG} if among else shown.ids
    done = button("Done", "followups.done", ids, style="primary")
    over = button("Hand over", "followups.hand_over", ids)
    take = button("I'll take it", "followups.take", ids)
    is_shown_as_owner = bool(person) and shown.owner_id == person
    if not shown.has_owner and not is_shown_as_owner:
        return (take, over, done)
    if not person:
        return (done, over)
    edit = button("Edit", "followups.edit", ids)
    if person != shown.owner_id:
        return (done, over, edit)
    keep = [take] if not shown.has_owner else [button("Snooze", "followups.snooze", ids)]
    gave = shown.given_by or shown.promised_by
    back = [button("Not me", "followups.not_me", ids)] if shown.has_owner and gave != person else []
    return (done, *keep, over, *back, edit)


def list_blocks(listed: Sequence[ShownFollowup], person: str, today: date) -> list[Block]:
    """Several, each in short with its buttons."""
    made: list[Block] = []
    for shown in listed:
        made += followup_blocks(shown, person=person, today=today, is_short=True)
    return made


def line_with_done(shown: ShownFollowup, today: date, *, is_own: bool = False) -> list[Block]:
    """Where there is little room, as on Home: the line with **Done** at its side, and the words."""
    done = apart([button("Done", "followups.done", shown.ids)])[0]
    line = say_own_line(shown, today) if is_own and shown.has_owner else say_line(shown, today)
    return [blocks.beside(line, done), *typed(shown.text[:LONGEST_SHOWN])]
