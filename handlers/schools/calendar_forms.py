"""A school's calendar as a list, and the form of one of its entries. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers import blocks
from handlers.blocks import beside, button, buttons, escape, says
from handlers.conversation import Block, Form
from handlers.stretches import ask_days, say_days
from storage.calendar import DayKind

ON_A_PAGE = 40
KINDS = {
    DayKind.NO_SCHOOL: "No school",
    DayKind.STAFF_ONLY: "Staff only",
    DayKind.EARLY_RELEASE: "Early release",
    DayKind.BREAK: "Break",
    DayKind.TERM: "Term, quarter or semester",
}
_WHAT_FOR = (
    "Due dates and reminders keep to this calendar: closed days are skipped, and *before winter break* or "
    "*end of Q1* are read from it. Weekends are closed anyway."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A new one has no id yet."""

    id: int = 0
    kind: DayKind = DayKind.NO_SCHOOL
    name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None


def calendar_form(school_id: int, school: str, entries: Sequence[Entry], page: int, *, replaces: bool) -> Form:
    """A page of the entries, by day, each with its button."""
    shown = entries[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    turns = [button("Add days", "calendar.ask", {"school": school_id}, style="primary")]
    if page:
        turns.append(_turn("Earlier", school_id, page - 1))
    if len(entries) > (page + 1) * ON_A_PAGE:
        turns.append(_turn("Later", school_id, page + 1))
    empty = [] if entries else [says("Nothing is entered yet: every weekday counts as a school day.")]
    made = (
        says(f"*{escape(school)}*\n{_WHAT_FOR}"),
        *empty,
        *(_line(school_id, entry) for entry in shown),
        buttons(*blocks.apart(turns)),
    )
    return Form("calendar.show", "School calendar", made, submit="", close="Close", replaces=replaces)


def entry_form(school_id: int, entry: Entry) -> Form:
    """Takes the place of the list, which takes its place again."""
    ids = {"school": school_id, "entry": entry.id} if entry.id else {"school": school_id}
    made: list[Block] = [
        blocks.choice("kind", "What", [(kind.value, said) for kind, said in KINDS.items()], start=entry.kind.value),
        blocks.field("name", "Name", start=entry.name, most=100, example="Winter break"),
        *ask_days(entry.starts_on, entry.ends_on),
    ]
    ways = [button("Back to the calendar", "calendar.show", {"school": school_id, "turn": 1})]
    if entry.id:
        asks = ("Remove it?", "Due dates are read without it from now on. Those set already stay.")
        ways.append(button("Remove", "calendar.remove", ids, style="danger", asks=asks))
    title = "Change days" if entry.id else "Add days"
    return Form("calendar.keep", title, (*made, buttons(*ways)), submit="Save", ids=ids, replaces=True)


def _line(school_id: int, entry: Entry) -> Block:
    change = button("Change", "calendar.ask", {"school": school_id, "entry": entry.id})
    return beside(f"*{escape(entry.name)}*  ·  {KINDS[entry.kind]}\n{say_days(entry.starts_on, entry.ends_on)}", change)


def _turn(label: str, school_id: int, page: int) -> Block:
    return button(label, "calendar.show", {"school": school_id, "page": page, "turn": 1})
