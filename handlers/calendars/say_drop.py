"""How the bot shows what a dropped calendar would add, and says what it added. Pure."""

from collections.abc import Sequence

from handlers.blocks import apart, button, buttons, escape, says, small
from handlers.calendars.rows import CalendarFile, Marked
from handlers.calendars.say_calendar import NOTHING, say_counts, say_left, say_marked, say_would
from handlers.conversation import Block, Ids, Reply

MOST_SHOWN = 30
MOST_LEFT = 10
MOST_OTHERS = 12
MOST_SCHOOLS = 20
PREVIEW = "I have read your calendar."


def say_preview(school: str, found: CalendarFile, new: Sequence[Marked], ids: Ids) -> Reply:
    head = says(f"*Calendar of {escape(school)}*: {say_would(found, new)}")
    made = [head, *_days(new), *_left(found), *_others(found)]
    sort = button("How files are sorted", "calendar.ask_words", ids)
    if not new:
        return Reply(PREVIEW, (*made, says(NOTHING), buttons(sort)))
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


def _days(new: Sequence[Marked]) -> list[Block]:
    if not new:
        return []
    lines = [escape(say_marked(one)) for one in new[:MOST_SHOWN]]
    more = len(new) - MOST_SHOWN
    return [says("\n".join(lines)), *([small(f"and {more} more")] if more > 0 else [])]


def _left(found: CalendarFile) -> list[Block]:
    lines = [f"{say_left(one).capitalize()}." if one.line else f"{one.what}: {one.why}." for one in found.left]
    more = [f"and {len(lines) - MOST_LEFT} more"] if len(lines) > MOST_LEFT else []
    return [says(f"*Left out*\n{escape(chr(10).join([*lines[:MOST_LEFT], *more]))}")] if lines else []


def _others(found: CalendarFile) -> list[Block]:
    names = sorted({one.what for one in found.others if one.what})
    if not names:
        return []
    more = f" and {len(names) - MOST_OTHERS} more" if len(names) > MOST_OTHERS else ""
    named = escape(", ".join(names[:MOST_OTHERS]))
    return [small(f"These say nothing about school days, so I leave them: {named}{more}.")]
