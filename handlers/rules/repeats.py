"""Promises that come again: "every friday until winter break", and on which school days they fall due."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.rules.day_phrases import LONGEST, Place, read_phrase
from handlers.rules.day_words import WEEKDAYS, read_words, say_words
from handlers.rules.due_shapes import AskDue, Due, Meaning, Today
from handlers.rules.huddle_times import DAYS
from handlers.rules.school_days import SchoolCalendar
from handlers.rules.settle_day import settle
from handlers.rules.written_days import say_due

WEEK = timedelta(days=7)
SCHOOL_DAYS = tuple(range(5))
MOST_WEEKS = 60  # looked ahead for the next time: longer than any break
MOST_APART = 12  # weeks
_MOST_PLACES = 4
_DAY = rf"(?:{'|'.join(WEEKDAYS)}|saturday|sunday)"
_DAYS = rf"(?P<days>{_DAY}s?(?:(?: ?(?:and|&|/|\+))? ?{_DAY}s?)*)"
_EVERY = "(?:every|each|ev)"
_COUNT = "(?P<count>other|2nd|second|3rd|third|4th|fourth|[0-9]{1,2})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_EVERY} (?:{_COUNT} )?{_DAYS}",
        rf"(?:weekly|{_EVERY} week) (?:on )?{_DAYS}",
        rf"{_EVERY} {_COUNT} weeks? (?:on )?{_DAYS}",
        rf"{_EVERY} {_COUNT} weeks?|(?P<biweekly>biweekly|bi - weekly|fortnightly|{_EVERY} fortnight)",
        rf"weekly|1 week|{_EVERY} week",
        rf"(?P<daily>daily|{_EVERY} (?:school )?day|everyday|{_EVERY} school day|(?:on )?school days)",
    )
)
_COUNTS = {"other": 2, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_START = re.compile(r"\b(?:every|each|ev|weekly|bi-?weekly|fortnightly|daily|everyday)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Repeat:
    """On these weekdays (Monday is 0) of every so many weeks, counted from the week of `starts_on`."""

    weekdays: tuple[int, ...]
    weeks: int
    starts_on: date
    until: date | None = None

    @property
    def is_daily(self) -> bool:
        return self.weekdays == SCHOOL_DAYS and self.weeks == 1

    def next_on(self, after: date, calendar: SchoolCalendar) -> date | None:
        """The first time after that day; None where it has ended. A closed day moves to the next school day of its
        week, else to the one before it in that week; a week without school has none."""
        start = max(after, self.starts_on - timedelta(days=1))
        monday = start - timedelta(days=start.weekday())
        for number in range(MOST_WEEKS):
            for day in self._days_in(monday + number * WEEK, calendar):
                if self.until is not None and day > self.until:
                    return None
                if day > start:
                    return day
        return None

    def _days_in(self, monday: date, calendar: SchoolCalendar) -> list[date]:
        """When it falls due in one week, in order."""
        first = self.starts_on - timedelta(days=self.starts_on.weekday())
        if (monday - first).days // 7 % self.weeks:
            return []
        planned = [monday + timedelta(days=weekday) for weekday in self.weekdays]
        if self.is_daily:
            return [day for day in planned if calendar.is_school_day(day)]
        moved = (_in_week(day, monday, calendar) for day in planned)
        return sorted({day for day in moved if day is not None})


def read_repeat(words: str, today: Today) -> Repeat | AskDue | None:
    """What these words alone mean; AskDue where it comes again until a day that is unclear."""
    read = read_words(words)
    if not 0 < len(read) <= 2 * LONGEST:
        return None
    return _read(say_words(read), words.strip(), today)


def split_repeat(text: str, today: Today) -> tuple[str, Repeat | AskDue | None]:
    """How often it comes, found anywhere in a promise, and the text without it."""
    for start in list(_START.finditer(text))[:_MOST_PLACES]:
        words = read_words(text, start.start(), 2 * LONGEST)
        for end in range(len(words), 0, -1):
            typed = text[start.start() : words[end - 1].ends]
            if words[end - 1].kind != "mark" and (found := _read(say_words(words[:end]), typed, today)):
                before, after = text[: start.start()].rstrip(" ,;:-–—("), text[words[end - 1].ends :].strip(" ,;)")
                return f"{before} {after}".strip(), found
    return text.strip(), None


def say_repeat(repeat: Repeat) -> str:
    """ "every Friday until Friday, 17 December 2027"."""
    if repeat.is_daily:
        often = "every school day"
    else:
        named = [DAYS[weekday] for weekday in repeat.weekdays]
        days = " and ".join((", ".join(named[:-1]), named[-1])) if len(named) > 1 else named[0]
        often = f"every {days}" if repeat.weeks == 1 else f"every {repeat.weeks} weeks on {days}"
    return often if repeat.until is None else f"{often} until {say_due(repeat.until)}"


def to_text(repeat: Repeat) -> str:
    """ "1:4:2027-02-10:2027-12-17", for keeping."""
    until = repeat.until.isoformat() if repeat.until else ""
    weekdays = ",".join(str(weekday) for weekday in repeat.weekdays)
    return f"{repeat.weeks}:{weekdays}:{repeat.starts_on.isoformat()}:{until}"


def from_text(kept: str) -> Repeat | None:
    """None where nothing is kept, or nothing that `to_text` wrote."""
    try:
        weeks, weekdays, starts_on, until = kept.split(":")
        days = tuple(int(one) for one in weekdays.split(","))
        start, end = date.fromisoformat(starts_on), date.fromisoformat(until) if until else None
    except ValueError:
        return None
    if not all(0 <= day < 7 for day in days) or int(weeks) < 1:
        return None
    return Repeat(days, int(weeks), start, end)


def _read(words: str, typed: str, today: Today) -> Repeat | AskDue | None:
    often, until_words = _part(words)
    found = next((match for pattern in _PATTERNS if (match := pattern.fullmatch(often))), None)
    if found is None:
        return None
    until = read_phrase(until_words, today, Place.BY) if until_words else None
    if until_words and until is None:
        return None
    given = {name: value for name, value in found.groupdict().items() if value}
    made = _make(given, today)
    return made if until is None or made is None else _end(made, until, typed, today)


def _part(words: str) -> tuple[str, str]:
    """How often, and until when: "every fri" and "winter break"; "before" is part of the latter."""
    parted = re.split(r" (?=(?:until|before|by) )", words, maxsplit=1)
    if len(parted) == 1:
        return words, ""
    lead, _, until = parted[1].partition(" ")
    return parted[0], parted[1] if lead == "before" else until


def _make(given: dict[str, str], today: Today) -> Repeat | None:
    count = given.get("count", "1")
    weeks = 2 if "biweekly" in given else _COUNTS.get(count) or int(count)
    if not 1 <= weeks <= MOST_APART:
        return None
    if "daily" in given:
        return Repeat(SCHOOL_DAYS, 1, today.on)
    named = re.findall(_DAY, given.get("days", ""))
    # Without a day, the day it is promised on, or the Monday after a weekend.
    weekdays = sorted({WEEKDAYS.index(one[:3]) for one in named}) or [
        today.calendar.next_school_day(today.on).weekday()
    ]
    return Repeat(tuple(weekdays), weeks, today.on)


def _end(repeat: Repeat, until: Meaning, typed: str, today: Today) -> Repeat | AskDue:
    settled = settle(until, typed, today)
    if isinstance(settled, AskDue):
        return settled
    return Repeat(repeat.weekdays, repeat.weeks, repeat.starts_on, _last(settled))


def _last(settled: Due) -> date:
    """A closed day that moved on would let it come once more."""
    return settled.moved_from or settled.on


def _in_week(day: date, monday: date, calendar: SchoolCalendar) -> date | None:
    found = calendar.next_school_day(day)
    if found < monday + WEEK:
        return found
    before = calendar.school_day_before(day)
    return before if before >= monday else None
