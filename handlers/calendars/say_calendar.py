"""The words about a calendar file, the same in a direct message and at the machine. Pure; nothing is escaped yet."""

from collections import Counter
from collections.abc import Sequence

from handlers.calendars.drop import name_of
from handlers.calendars.rows import CalendarFile, Left, Marked
from handlers.stretches import say_days
from storage.calendar import DayKind

KINDS = {
    DayKind.NO_SCHOOL: "no school",
    DayKind.STAFF_ONLY: "staff only",
    DayKind.EARLY_RELEASE: "early release",
    DayKind.BREAK: "break",
    DayKind.TERM: "term",
}
NOTHING = "There is nothing to add."


def say_would(found: CalendarFile, new: Sequence[Marked]) -> str:
    there = len(found.marked) - len(new)
    same = f" {there} more stand there already." if there else ""
    return f"this file would add {say_counts(new)}.{same}"


def say_counts(marked: Sequence[Marked]) -> str:
    """ "3 entries (2 no school, 1 break)"."""
    if not marked:
        return "nothing"
    counted = Counter(one.kind for one in marked)
    kinds = ", ".join(f"{counted[kind]} {said}" for kind, said in KINDS.items() if counted[kind])
    return f"{len(marked)} {'entry' if len(marked) == 1 else 'entries'} ({kinds})"


def say_marked(one: Marked) -> str:
    return f"{say_days(one.starts_on, one.ends_on)}  ·  {KINDS[one.kind]}  ·  {name_of(one)}"


def say_left(one: Left) -> str:
    what = f" ({one.what})" if one.what else ""
    return f"line {one.line}{what}: {one.why}"
