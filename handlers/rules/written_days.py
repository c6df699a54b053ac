"""Days written with their number: 10/22, Feb 12, the 15th, 2027-02-12, "Friday, 12 February"; and how one is said."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from handlers.rules.day_words import MONTHS, WEEKDAYS, safe_date
from handlers.rules.due_shapes import Day, Meaning, Today, Unclear

NO_SUCH_DAY = "No calendar has that day."
# A day of this year that is over by more than this is the one to come: on 15 December, 1/8 is no day of last January.
HALF_A_YEAR = timedelta(days=182)


def say_due(day: date, today: date | None = None) -> str:
    """ "Friday, 12 February 2027"; without the year where it is this one."""
    said = f"{day:%A}, {day.day} {day:%B}"
    return said if today is not None and day.year == today.year else f"{said} {day.year}"


def read_iso(found: re.Match[str], today: Today) -> Meaning:
    on = safe_date(int(found["year"]), int(found["month"]), int(found["day"]))
    return Day(on, is_firm=True) if on else Unclear(NO_SUCH_DAY)


def read_numbers(found: re.Match[str], today: Today) -> Meaning:
    """In the order of the workspace; the other order is the other reading, and 25/3 decides itself."""
    first, second = int(found["first"]), int(found["second"])
    orders = ((first, second), (second, first)) if today.month_first else ((second, first), (first, second))
    days = [on for month, day in orders if (on := _place(month, day, found["year"], today))]
    if not days:
        return Unclear(NO_SUCH_DAY)
    other = days[-1] if days[-1] != days[0] and days[-1] >= today.on else None
    return Day(days[0], other, has_no_year=not found["year"])


def read_possible_numbers(found: re.Match[str], today: Today) -> Meaning | None:
    """The same where nothing says that a day is meant: 14/20 is a score."""
    read = read_numbers(found, today)
    return read if isinstance(read, Day) else None


def read_month_day(found: re.Match[str], today: Today) -> Meaning:
    on = _place(MONTHS.index(found["month"]) + 1, int(found["day"]), found["year"], today)
    return Day(on, has_no_year=not found["year"]) if on else Unclear(NO_SUCH_DAY)


def read_nth(found: re.Match[str], today: Today) -> Meaning:
    """ "the 15th": of this month, or where it is over of the next."""
    number, months = int(found["day"]), list(_months_from(today.on))
    if "next" in (found["which"] or ""):
        del months[0]
    days = [on for first in months[:2] if (on := safe_date(first.year, first.month, number))]
    to_come = [on for on in days if on >= today.on]
    exists_now = safe_date(months[0].year, months[0].month, number) is not None
    if to_come and (exists_now or to_come[0].month == months[0].month):
        return Day(to_come[0])
    return Unclear("That month has no such day.", tuple(to_come[:1]))


def read_with_weekday(weekday: str, meaning: Meaning, today: Today) -> Meaning:
    """A weekday with a date: both must say the same day, else neither half is picked."""
    if isinstance(meaning, Unclear):
        return meaning
    number = WEEKDAYS.index(weekday[:3])
    if meaning.on.weekday() == number:
        return Day(meaning.on, is_firm=True, has_no_year=meaning.has_no_year)
    choices = {meaning.on, _nearest(meaning.on, number)}
    if meaning.other is not None and meaning.other.weekday() == number:
        choices.add(meaning.other)
    is_not = f"{meaning.on.day} {meaning.on:%B} is a {meaning.on:%A}, not a {_nearest(meaning.on, number):%A}."
    return Unclear(is_not, tuple(sorted(on for on in choices if on >= today.on)))


def _nearest(day: date, weekday: int) -> date:
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead <= 3 else ahead - 7)


def _place(month: int, day: int, year: str | None, today: Today) -> date | None:
    """That day in the year that is written; where none is, in this year, or in the next if that is much nearer."""
    if year:
        return safe_date(int(year) + 2000 if len(year) < 3 else int(year), month, day)
    this_year, next_year = (safe_date(today.on.year + more, month, day) for more in (0, 1))
    if this_year is None:
        return next_year if next_year and next_year - today.on <= HALF_A_YEAR else None
    return next_year if next_year and today.on - this_year > HALF_A_YEAR else this_year


def _months_from(day: date) -> Iterator[date]:
    """The first days of this month and the two after it."""
    for number in range(3):
        years, month = divmod(day.month - 1 + number, 12)
        yield date(day.year + years, month + 1, 1)
