"""Days that the school calendar or the team's plan knows: the next huddle, winter break, the end of Q1, the IEP."""

import re
from datetime import timedelta

from handlers.rules.due_shapes import Day, Meaning, Today, Unclear
from handlers.rules.school_days import CLOSED, Stretch
from storage.calendar import DayKind

NOT_IN_CALENDAR = "The school calendar does not have that."
NO_HUDDLE = "I do not know when the next huddle is."
NOT_PLANNED = "I do not know which day that is."


def read_huddle(found: re.Match[str], today: Today) -> Meaning:
    return Day(today.next_huddle) if today.next_huddle else Unclear(NO_HUDDLE, tells=True)


def read_event(found: re.Match[str], today: Today) -> Meaning:
    return Unclear(NOT_PLANNED, tells=True)


def read_part_of_year(found: re.Match[str], today: Today) -> Meaning:
    """A break or a term by words that can mean nothing else: not in the calendar, it is asked."""
    stretch = today.calendar.find_named(found["name"], today.on)
    return _read_stretch(stretch, found["part"] or "", today) if stretch else Unclear(NOT_IN_CALENDAR, tells=True)


def read_entry(found: re.Match[str], today: Today) -> Meaning | None:
    """Anything else the calendar has a name for: "conferences", "Founders' Day"."""
    stretch = today.calendar.find_named(found["name"], today.on)
    return _read_stretch(stretch, found["part"] or "", today) if stretch else None


def _read_stretch(stretch: Stretch, part: str, today: Today) -> Meaning:
    calendar = today.calendar
    if part.startswith("after"):
        return Day(calendar.next_school_day(stretch.ends_on + timedelta(days=1)))
    if part.startswith(("end", "last day")):
        return Day(calendar.last_school_day(stretch.starts_on, stretch.ends_on) or stretch.ends_on)
    if part.startswith(("start", "beginning", "first day")):
        return Day(stretch.starts_on, turns_back=stretch.kind in CLOSED)
    if stretch.kind is DayKind.TERM:
        return _read_term(stretch, today)
    return Day(stretch.starts_on, turns_back=True)


def _read_term(stretch: Stretch, today: Today) -> Meaning:
    """ "by Q2": its end, and where it has not begun that day too."""
    last = today.calendar.last_school_day(stretch.starts_on, stretch.ends_on) or stretch.ends_on
    return Day(last, stretch.starts_on if stretch.starts_on > today.on else None)
