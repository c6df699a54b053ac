"""The small language of days: each row a phrase and who reads it. Words come in the forms of day_words."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum
from functools import cache

from handlers.rules import calendar_days, near_days, written_days
from handlers.rules.day_words import MONTHS, WEEKDAYS
from handlers.rules.due_shapes import Day, Meaning, Today, Unclear


class Place(IntEnum):
    """How much the place of a phrase says that a day is meant; a place reads what the ones before it read."""

    END = 0  # at the end of a text
    ON = 1  # after "on"
    BY = 2  # after "by", "due", "before", "until", or where a day is asked for


Reader = Callable[[re.Match[str], Today], Meaning | None]


@dataclass(frozen=True, slots=True)
class Row:
    place: Place
    phrase: re.Pattern[str]
    read: Reader


LONGEST = 12  # words in a phrase
_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)}|saturday|sunday)"
_SURE_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS[:5])}|saturday|sunday)"  # "he sat", "in the sun"
_MONTH = "|".join(MONTHS)
_NUMBERS = r"(?P<first>[0-9]{1,2})[/.-](?P<second>[0-9]{1,2})(?:[/.-](?P<year>[0-9]{4}|[0-9]{2}))?"
_UNIT = "(?P<unit>school day|day|week|month|fortnight|hour|minute)s?"
_AMOUNT = rf"(?:1 )?(?P<number>[0-9]{{1,9}})(?: of)? ?{_UNIT}"  # "a couple of" is "1 2 of"
_EVENT = (
    "iep|ard|504|annual|triennial|eligibility|review|meeting|mtg|evaluation|eval|reevaluation|mdt|appointment|appt|"
    "arrival|transition|visit"
)
_PART = "(?P<part>(?:the )?(?:end of|start of|beginning of|first day of|last day of|after) (?:the )?)"
_YEAR_PART = (
    r"(?:(?!(?:end|start|after|before|until|by|the|of) )\w+ )?(?:break|recess|vacation|holidays?)|(?:q|s|t|mp)[1-4]"
    r"|school year|(?:\w+ )?(?:quarter|semester|trimester|term|marking period|grading period)(?: [1-4])?"
)
_ENTRY = re.compile(f"{_PART}?(?:the )?(?P<name>[^ ]+(?: [^ ]+){{0,5}})")
_OTHER_DAY = "(?P<day>(?!.*(?:from|after|before) ).+)"  # counted from: one only, however long the text
_TIME = r"[0-9]{1,2}(?: : ?[0-9]{2})?"
_HOURS_AFTER = re.compile(
    r"(?: (?:in the )?(?:morning|afternoon|evening|night)"
    rf"| (?:at |@ |by )?{_TIME} ?(?:am|pm|a m|p m)| (?:at|@|by) {_TIME}| (?:at )?noon| at lunch| at the latest| latest"
    r"| (?:before|after|by end of|end of) (?:the )?(?:school day|school|day)| (?:by )?eod| am| pm| first thing"
    r"| (?:first|last|1st|2nd|[1-8]th|3rd) period)+$"
)
_HOURS_END = re.compile(r"(?:morning|afternoon|evening|night|m|noon|lunch|latest|school|day|eod|thing|period|[0-9])$")
_HOURS_BEFORE = re.compile(
    r"^(?:(?:by |the )?(?:eod|end of (?:the )?(?:school )?day|close of business|first thing|morning|afternoon|noon)"
    r"(?: of| on)? |early |late (?!next))+"
)


def read_phrase(words: str, today: Today, place: Place) -> Meaning | None:
    """What the whole phrase means there; None where it is none about a day."""
    if (read := _read_rows(words, today, place)) is not None:
        return read
    bare = _HOURS_AFTER.sub("", words) if _HOURS_END.search(words) else words
    bare = _HOURS_BEFORE.sub("", bare)
    return _read_rows(bare, today, place) if bare and bare != words else None


def _read_rows(words: str, today: Today, place: Place) -> Meaning | None:
    fits = _any_row(place).fullmatch(words)
    for row in _LISTED[place][(fits.lastindex or 0) - 1 :] if fits else ():  # nothing before that one fits
        if (found := row.phrase.fullmatch(words)) and (read := row.read(found, today)) is not None:
            return read
    found = _ENTRY.fullmatch(words) if place is Place.BY else None
    return calendar_days.read_entry(found, today) if found else None


def _read_dated(found: re.Match[str], today: Today) -> Meaning | None:
    """A weekday with a date."""
    dated = next((row for row in WRITTEN if row.phrase.fullmatch(found["date"])), None)
    if dated is None:
        return None
    read = dated.read(dated.phrase.fullmatch(found["date"]), today)  # type: ignore[arg-type]
    return written_days.read_with_weekday(found["weekday"], read, today) if read else None


def _read_before(found: re.Match[str], today: Today) -> Meaning | None:
    """The school day before; on a Friday *before fri* is before next week's."""
    read = read_phrase(found["day"], today, Place.BY)
    if not isinstance(read, Day):
        return read
    back = today.calendar.school_day_before
    other = back(read.other) if read.other else None
    if read.on == today.on and other is not None:
        return Day(other)
    return Day(back(read.on), other if other != back(read.on) else None)


def _read_after(found: re.Match[str], today: Today) -> Meaning | None:
    """The school day after."""
    read = read_phrase(found["day"], today, Place.BY)
    if not isinstance(read, Day):
        return read
    return Day(today.calendar.next_school_day(read.on + timedelta(days=1)))


def _read_span(found: re.Match[str], today: Today) -> Meaning:
    return near_days.count_on(today.on, int(found["number"]), found["unit"], today)


def _read_span_from(found: re.Match[str], today: Today) -> Meaning | None:
    """ "a week from monday": the Monday to come, and where that might be today's, today's is the other reading."""
    read = read_phrase(found["day"], today, Place.BY)
    if not isinstance(read, Day):
        return read
    number = int(found["number"] or 1) * (-1 if found["way"] == "before" else 1)
    starts = [read.on, *([read.other] if read.other else [])]
    if read.on == today.on and read.other:
        starts.reverse()
    counted = [near_days.count_on(start, number, found["unit"] or found["one"], today) for start in starts]
    days = [one.on for one in counted if isinstance(one, Day)]
    return Day(days[0], days[1] if len(days) > 1 else None) if days else counted[0]


def _read_few(found: re.Match[str], today: Today) -> Meaning:
    return Unclear("How many is a few?", tuple(today.calendar.add_school_days(today.on, count) for count in (2, 3, 5)))


def _read_weekday_week(found: re.Match[str], today: Today) -> Meaning | None:
    number = WEEKDAYS.index(found["weekday"][:3])
    return Day(near_days.find_coming(today.on + timedelta(days=1), number) + near_days.WEEK)


def _row(place: Place, phrase: str, read: Reader) -> Row:
    return Row(place, re.compile(phrase), read)


WRITTEN = (
    _row(Place.END, "(?P<year>[0-9]{4})[-/](?P<month>[0-9]{1,2})[-/](?P<day>[0-9]{1,2})", written_days.read_iso),
    _row(Place.END, _NUMBERS, written_days.read_possible_numbers),
    _row(Place.BY, _NUMBERS, written_days.read_numbers),
    _row(
        Place.END,
        rf"(?P<month>{_MONTH}) (?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: (?P<year>[0-9]{{4}}))?",
        written_days.read_month_day,
    ),
    _row(
        Place.END,
        rf"(?:the )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTH})(?: (?P<year>[0-9]{{4}}))?",
        written_days.read_month_day,
    ),
    _row(
        Place.ON,
        "(?:the )?(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?: of (?P<which>this month|next month|the month))?",
        written_days.read_nth,
    ),
)
_WHICH = "(?P<which>this|next|(?:this |the )?(?:coming|upcoming|following))"
_OF_WEEK = "(?: (?:of )?(?P<week>this|next) week)?"
_IN_WEEK = "(?:(?P<part>end of|start of|beginning of|first of|early|late|mid|middle of) (?:the )?)"
ROWS = (
    _row(
        Place.END,
        "today|tonight|eod|(?:the )?end of (?:the )?(?:school )?day|close of business"
        "|this (?:morning|afternoon|evening)|(?:later|end of) today|(?:the )?rest of the day",
        near_days.read_today,
    ),
    _row(Place.END, "(?:the )?(?P<after>day after )?tomorrow", near_days.read_tomorrow),
    _row(Place.END, "(?:the )?next school day", near_days.read_next_school_day),
    _row(Place.END, f"(?:{_WHICH} )?{_SURE_WEEKDAY}{_OF_WEEK}", near_days.read_weekday),
    _row(Place.END, f"{_WHICH} {_WEEKDAY}{_OF_WEEK}", near_days.read_weekday),
    _row(Place.ON, f"(?:{_WHICH} )?{_WEEKDAY}{_OF_WEEK}", near_days.read_weekday),
    _row(Place.END, f"(?P<which>)(?P<week>this|next) week (?:on )?{_WEEKDAY}", near_days.read_weekday),
    _row(Place.END, f"{_WEEKDAY} week", _read_weekday_week),
    _row(Place.BY, f"last {_WEEKDAY}", near_days.read_last_weekday),
    _row(Place.BY, f"{_WEEKDAY} (?:of )?last week", near_days.read_weekday_of_last_week),
    _row(Place.BY, "yesterday", near_days.read_yesterday),
    _row(
        Place.END,
        "eow|(?:the )?end of (?:the |this )?(?:school )?week|(?:later )?this week|(?:the |this )?weekend",
        near_days.read_end_of_week,
    ),
    _row(
        Place.END,
        f"{_IN_WEEK}?(?:next week|(?:the )?following week|(?:the )?week (?P<after>after next))",
        near_days.read_next_week,
    ),
    _row(Place.END, "eom", near_days.read_end_of_this_month),
    _row(Place.END, f"(?:the )?{_IN_WEEK}(?P<month>{_MONTH}|(?:this |next )?month)", near_days.read_month),
    _row(Place.END, "(?P<part>)(?P<month>next month)", near_days.read_month),
    _row(Place.BY, f"(?:in )?(?P<part>)(?P<month>{_MONTH})", near_days.read_month),
    _row(Place.END, f"(?:with)?in (?:the next )?{_AMOUNT}(?: time)?", _read_span),
    _row(Place.END, "(?P<number>[0-9]{1,4})(?P<unit>day|week|month)", _read_span),  # 3d, but no "worked 3 days"
    _row(Place.BY, _AMOUNT, _read_span),
    _row(Place.END, f"{_AMOUNT} (?:from now|from today)", _read_span),
    _row(Place.END, rf"(?:{_AMOUNT}|(?P<one>week|month)) (?P<way>from|after|before) {_OTHER_DAY}", _read_span_from),
    _row(Place.END, f"(?:with)?in (?:1 )?(?:few|several) {_UNIT}", _read_few),
    _row(Place.END, f"{_WEEKDAY}(?: the)? (?P<date>.+)", _read_dated),
    *WRITTEN,
    _row(
        Place.END, "(?:(?:the|our|next|this|team) )*(?:student )?(?:focus )?huddle(?: time)?", calendar_days.read_huddle
    ),
    _row(Place.END, f"{_PART}(?P<name>{_YEAR_PART})", calendar_days.read_part_of_year),
    _row(Place.BY, f"(?P<part>)(?:the )?(?P<name>{_YEAR_PART})", calendar_days.read_part_of_year),
    _row(
        Place.BY, f"(?:(?:the|his|her|their|next|this|team) )*(?:{_EVENT})(?: (?:{_EVENT}))*", calendar_days.read_event
    ),
    _row(Place.END, f"before {_OTHER_DAY}", _read_before),
    _row(Place.BY, f"after {_OTHER_DAY}", _read_after),
)
_LISTED = {place: [row for row in ROWS if row.place <= place] for place in Place}


@cache
def _any_row(place: Place) -> re.Pattern[str]:
    """Most words are no day at all, and one pattern of all rows says so at once; or which row is the first to fit."""
    return re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", f"({row.phrase.pattern})") for row in _LISTED[place]))
