"""How the bot shows what a dropped calendar would add, and says what it added. Pure."""

from collections import Counter
from collections.abc import Sequence

from handlers.blocks import apart, button, buttons, escape, says, small
from handlers.calendars.drop import name_of
from handlers.calendars.rows import CalendarFile, Marked
from handlers.conversation import Block, Ids, Reply
from handlers.rules.due import say_due
from storage.calendar import DayKind

MOST_SHOWN = 30
MOST_LEFT = 10
MOST_OTHERS = 12
MOST_SCHOOLS = 20
KINDS = {
    DayKind.NO_SCHOOL: "no school",
    DayKind.STAFF_ONLY: "staff only",
    DayKind.EARLY_RELEASE: "early release",
    DayKind.BREAK: "break",
    DayKind.TERM: "term",
}
PREVIEW = "I have read your calendar."


def say_preview(school: str, found: CalendarFile, new: Sequence[Marked], ids: Ids) -> Reply:
    there = len(found.marked) - len(new)
    same = f" {there} more stand there already." if there else ""
    head = says(f"*Calendar of {escape(school)}*: this file would add {say_counts(new)}.{same}")
    made = [head, *_days(new), *_left(found), *_others(found)]
    sort = button("How files are sorted", "calendar.ask_words", ids)
    if not new:
        return Reply(PREVIEW, (*made, says("There is nothing to add."), buttons(sort)))
    take = button("Add them", "students.take_file", ids, style="primary")
    return Reply(PREVIEW, (*made, buttons(take, sort, button("Leave it", "students.leave_file", ids))))


def say_done(school: str, new: Sequence[Marked]) -> Reply:
    done = f"Done: the calendar of *{escape(school)}* has {say_counts(new)} more. Due dates and huddles keep to it."
    return Reply("Your calendar is taken in.", (says(done),))


def ask_school(schools: Sequence[tuple[int, str]], ids: Ids) -> Reply:
    """`schools` are (id, name) pairs."""
    choices = [button(name, "students.choose_team", {**ids, "school": one}) for one, name in schools[:MOST_SCHOOLS]]
    leave = button("Leave it", "students.leave_file", ids)
    return Reply("Which school is it?", (says("Which school's calendar is this?"), buttons(*apart(choices), leave)))


def say_counts(marked: Sequence[Marked]) -> str:
    """ "3 entries (2 no school, 1 break)"."""
    if not marked:
        return "nothing"
    counted = Counter(one.kind for one in marked)
    kinds = ", ".join(f"{counted[kind]} {said}" for kind, said in KINDS.items() if counted[kind])
    return f"{len(marked)} {'entry' if len(marked) == 1 else 'entries'} ({kinds})"


def _days(new: Sequence[Marked]) -> list[Block]:
    if not new:
        return []
    lines = [f"{_say_days(one)}  ·  {KINDS[one.kind]}  ·  {escape(name_of(one))}" for one in new[:MOST_SHOWN]]
    more = len(new) - MOST_SHOWN
    return [says("\n".join(lines)), *([small(f"and {more} more")] if more > 0 else [])]


def _say_days(one: Marked) -> str:
    return say_due(one.starts_on) + (f" to {say_due(one.ends_on)}" if one.ends_on != one.starts_on else "")


def _left(found: CalendarFile) -> list[Block]:
    lines = [f"Line {one.line}: {one.why}." if one.line else f"{one.what}: {one.why}." for one in found.left]
    more = [f"and {len(lines) - MOST_LEFT} more"] if len(lines) > MOST_LEFT else []
    return [says(f"*Left out*\n{escape(chr(10).join([*lines[:MOST_LEFT], *more]))}")] if lines else []


def _others(found: CalendarFile) -> list[Block]:
    if not found.others:
        return []
    more = f" and {len(found.others) - MOST_OTHERS} more" if len(found.others) > MOST_OTHERS else ""
    named = escape(", ".join(found.others[:MOST_OTHERS]))
    return [small(f"These say nothing about school days, so I leave them: {named}{more}.")]
