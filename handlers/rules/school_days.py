"""Which days children are at school, counted and looked up in a school's calendar."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from handlers.rules.calendar_names import is_called, read_name, words_called
from storage.calendar import DayKind

DAY = timedelta(days=1)
CLOSED = frozenset((DayKind.NO_SCHOOL, DayKind.STAFF_ONLY, DayKind.BREAK))
SATURDAY = 5
MOST_DAYS = 400  # a calendar without a school day in a year is a mistake, and no reason to look for ever


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days of a calendar, both ends in it."""

    starts_on: date
    ends_on: date
    kind: DayKind
    name: str = ""


@dataclass(frozen=True, eq=False)  # each is one of its own: to compare them day by day would take long
class SchoolCalendar:
    """A school's days. Without any stretch, Monday to Friday are school days. `opened`: (first, last) days on which a
    team meets, whatever else closes them."""

    stretches: Sequence[Stretch] = ()
    opened: Sequence[tuple[date, date]] = ()

    def is_school_day(self, day: date) -> bool:
        return self._is_opened(day) or (day.weekday() < SATURDAY and not self.is_closed(day))

    def is_closed(self, day: date) -> bool:
        """Whether the calendar closes it; a weekend is no school day either, and not closed."""
        if self._is_opened(day):
            return False
        at = bisect_right(self._closed_from, day) - 1
        return at >= 0 and day <= self._closed_until[at]

    def next_school_day(self, day: date) -> date:
        """The day itself if it is one, else the first after it."""
        return self._walk(day, DAY)

    def school_day_before(self, day: date) -> date:
        return self._walk(day - DAY, -DAY)

    def last_school_day(self, starts_on: date, ends_on: date) -> date | None:
        """The last school day of a stretch; None where it has none."""
        found = self._walk(ends_on, -DAY)
        return found if starts_on <= found else None

    def add_school_days(self, day: date, count: int) -> date:
        """So many school days after a day; before it where the count is negative. 0 is the next school day."""
        if count == 0:
            return self.next_school_day(day)
        step, left = (DAY if count > 0 else -DAY), abs(count)
        for _ in range(left * 2 + MOST_DAYS):
            day += step
            left -= self.is_school_day(day)
            if not left:
                break
        return day

    def find_named(self, words: str, after: date) -> Stretch | None:
        """The first stretch of that name that is not over on that day: "winter break", "Q1", "break", "the term"."""
        asked = read_name(words)
        if asked is None:
            return None
        fitting = [one for called, one in self._called if one.ends_on >= after and is_called(called, one.kind, asked)]
        return min(fitting, key=lambda one: (one.starts_on, one.ends_on), default=None)

    def _is_opened(self, day: date) -> bool:
        return any(starts_on <= day <= ends_on for starts_on, ends_on in self.opened)

    def _walk(self, day: date, step: timedelta) -> date:
        found = day
        for _ in range(MOST_DAYS):
            if self.is_school_day(found):
                return found
            found += step
        return day

    @cached_property
    def _called(self) -> list[tuple[frozenset[str], Stretch]]:
        return [(words_called(one.name, one.kind), one) for one in self.stretches]

    @cached_property
    def _closed(self) -> Sequence[Stretch]:
        return sorted((one for one in self.stretches if one.kind in CLOSED), key=lambda one: one.starts_on)

    @cached_property
    def _closed_from(self) -> list[date]:
        return [one.starts_on for one in self._closed]

    @cached_property
    def _closed_until(self) -> list[date]:
        """The furthest end so far: a long stretch may hold short ones."""
        found: list[date] = []
        for one in self._closed:
            found.append(max(one.ends_on, found[-1]) if found else one.ends_on)
        return found
