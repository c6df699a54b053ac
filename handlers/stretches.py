"""A first and a last day in a form: how they are asked for, read, corrected and said."""

from datetime import date

from handlers import blocks
from handlers.conversation import Block, Request
from handlers.rules.due import say_due

LONGEST_DAYS = 366


def ask_days(starts_on: date | None = None, ends_on: date | None = None) -> list[Block]:
    """A field counts as filled in only with its day: the last one stays empty for a single day."""
    last = ends_on if ends_on != starts_on else None
    return [
        blocks.day("starts_on", "First day", start=starts_on.isoformat() if starts_on else ""),
        blocks.day(
            "ends_on", "Last day", start=last.isoformat() if last else "", optional=True, hint="Empty: one day."
        ),
    ]


def read_days(request: Request) -> tuple[date | None, date | None]:
    """The first and the last day; one alone is both."""
    starts_on = _read_day(request.word("starts_on"))
    return starts_on, _read_day(request.word("ends_on")) or starts_on


def find_wrong_days(request: Request) -> dict[str, str]:
    """The sentence under the field that needs another look."""
    starts_on, ends_on = read_days(request)
    if starts_on is None or ends_on is None:
        return {"starts_on": "Please choose the first day."}
    if ends_on < starts_on:
        return {"ends_on": "The last day comes after the first. For one day, leave it empty."}
    if (ends_on - starts_on).days >= LONGEST_DAYS:
        return {"ends_on": "That is longer than a year. Enter each school year's days on their own."}
    return {}


def say_days(starts_on: date | None, ends_on: date | None, today: date | None = None) -> str:
    """ "Monday, 20 December 2027 to Friday, 31 December 2027"."""
    days = [starts_on, ends_on if ends_on != starts_on else None]
    return " to ".join(say_due(day, today) for day in days if day is not None)


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
