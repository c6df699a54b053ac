"""Days named from today: tomorrow, weekdays, this and next week, the end of the month, in two weeks."""

import re
from datetime import date, timedelta

from handlers.rules.day_words import MONTHS, WEEKDAYS
from handlers.rules.due_shapes import Day, Meaning, Today, Unclear

WEEK = timedelta(days=7)
TOO_FAR = "That is more than three years away."
MOST_COUNTED = 1000


def read_today(found: re.Match[str], today: Today) -> Meaning:
    return Day(today.on)


def read_tomorrow(found: re.Match[str], today: Today) -> Meaning:
    return Day(today.on + timedelta(days=2 if found["after"] else 1))


def read_next_school_day(found: re.Match[str], today: Today) -> Meaning:
    return Day(today.calendar.add_school_days(today.on, 1))


def read_weekday(found: re.Match[str], today: Today) -> Meaning:
    """*fri* is the first to come, today on a Friday; *next fri* is next week's, and the first to come a click away."""
    weekday, which = WEEKDAYS.index(found["weekday"][:3]), (found["which"] or "")
    of_next_week = _monday(today.on) + WEEK + timedelta(days=weekday)
    if found["week"]:
        return Day(of_next_week - (WEEK if found["week"] == "this" else timedelta()))
    coming = find_coming(today.on, weekday)
    if which in {"next", "following"}:
        soon = find_coming(today.on + timedelta(days=1), weekday)
        return Day(of_next_week, soon if soon != of_next_week else of_next_week + WEEK)
    return Day(coming, coming + WEEK if coming == today.on else None)


def read_last_weekday(found: re.Match[str], today: Today) -> Meaning:
    return Day(find_coming(today.on, WEEKDAYS.index(found["weekday"][:3])) - WEEK)


def read_weekday_of_last_week(found: re.Match[str], today: Today) -> Meaning:
    return Day(_monday(today.on) - WEEK + timedelta(days=WEEKDAYS.index(found["weekday"][:3])))


def read_yesterday(found: re.Match[str], today: Today) -> Meaning:
    return Day(today.on - timedelta(days=1))


def read_end_of_week(found: re.Match[str], today: Today) -> Meaning:
    """The last school day of the week; on a weekend, of the week that comes."""
    weeks = [_last_of_week(today, number) for number in range(5)]
    to_come = [on for on in weeks if on is not None and on >= today.on]
    if not to_come:
        return Unclear("There is no school in the weeks that come.")
    return Day(to_come[0], to_come[1] if to_come[0] == today.on and len(to_come) > 1 else None)


def read_next_week(found: re.Match[str], today: Today) -> Meaning:
    """Its first school day, and its last as the other reading. *Late next week* is the last."""
    number = 2 if found["after"] else 1
    monday, last = _monday(today.on) + number * WEEK, _last_of_week(today, number)
    if found["part"] in {"end of", "late"}:
        return Day(last or monday + timedelta(days=4))
    if found["part"] in {"mid", "middle of"}:
        return Day(monday + timedelta(days=2))
    first = today.calendar.next_school_day(monday)
    return Day(first if first < monday + WEEK else monday, last if last != first else None)


def read_month(found: re.Match[str], today: Today) -> Meaning:
    """ "end of month", "end of next month", "end of March", "mid March", "March"."""
    first = _find_month(found["month"], today.on)
    part, last = found["part"] or "", _last_of_month(first, today)
    if part in {"end of", "late"}:
        return _end_of_month(last, first, today)
    if part.startswith("mid"):
        return Day(first.replace(day=15))
    first_school = today.calendar.next_school_day(max(first, today.on))
    if part or found["month"] == "next month":
        return Day(first_school, None if part else last)
    return Unclear("Which day of that month?", (first_school, last))


def read_end_of_this_month(found: re.Match[str], today: Today) -> Meaning:
    first = today.on.replace(day=1)
    return _end_of_month(_last_of_month(first, today), first, today)


def count_on(start: date, number: int, unit: str, today: Today) -> Meaning:
    """So many days, weeks, months or school days after a day; before it where the number is negative."""
    if abs(number) > MOST_COUNTED or (unit == "month" and abs(number) > 36):
        return Unclear(TOO_FAR)
    if unit == "school day":
        return Day(today.calendar.add_school_days(start, number))
    if unit == "month":
        return Day(add_months(start, number))
    return Day(start + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}.get(unit, 0)))


def find_coming(day: date, weekday: int) -> date:
    """The first such weekday from that day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def add_months(day: date, number: int) -> date:
    """The same day so many months on; the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + number, 12)
    first = date(day.year + years, month + 1, 1)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return first.replace(day=min(day.day, (after - first).days))


def _end_of_month(last: date, first: date, today: Today) -> Meaning:
    if last >= today.on:
        return Day(last)
    return Unclear("The last school day of this month is over.", (_last_of_month(add_months(first, 1), today),))


def _last_of_month(first: date, today: Today) -> date:
    """Its last school day; its last day where it has none."""
    last = add_months(first, 1) - timedelta(days=1)
    return today.calendar.last_school_day(first, last) or last


def _find_month(which: str | None, today: date) -> date:
    """The first of this month, of the next, or of the first of that name that is not over."""
    this = today.replace(day=1)
    if which in {None, "", "month", "this month"}:
        return this
    if which == "next month":
        return add_months(this, 1)
    return add_months(this, (MONTHS.index(str(which)) + 1 - today.month) % 12)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _last_of_week(today: Today, number: int) -> date | None:
    """The last school day of this week, or of so many weeks on."""
    monday = _monday(today.on) + number * WEEK
    return today.calendar.last_school_day(monday, monday + timedelta(days=6))
