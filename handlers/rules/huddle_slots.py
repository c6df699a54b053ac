"""When a team meets in a given week, on the clock of the world; and whether a prompt still makes sense."""

import enum
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from handlers.rules.school_days import SchoolCalendar
from handlers.rules.zones import zone_of

WEEK = timedelta(days=7)
ON_TIME = timedelta(seconds=60)
LEAST_USE = timedelta(minutes=60)  # a prompt is of use so long after its time, however late the school closes
DAY_ENDS = time(18)  # when a huddle closes by itself
REMEMBERED = lru_cache(maxsize=2048)  # thousands of teams meet at the same few hours, by the same calendars


@dataclass(frozen=True, slots=True)
class Plan:
    """A team's weekly huddle. `day` counts from Monday, 0; `at` is local."""

    day: int
    at: time
    time_zone: str
    moves: bool = True  # on a closed day to the next school day of that week; else there is none that week
    opens: time = time(8)
    closes: time = time(16)  # the end of the school's hours


@dataclass(frozen=True, slots=True)
class Slot:
    """One week's huddle: the day it was planned for and, where the calendar leaves one, the moment it begins."""

    planned_on: date
    starts_at: datetime | None = None  # UTC; None: no school day is left for it, or the team lets it go
    useful_until: datetime | None = None
    ends_at: datetime | None = None  # when it closes by itself

    @property
    def week(self) -> date:
        return week_of(self.planned_on)


class Verdict(enum.StrEnum):
    """What is to be done about a slot now."""

    NOT_YET = "not yet"
    POST = "post"
    POST_LATE = "post late"  # with a word
    MISSED = "missed"  # skipped with a word: it would be of no use any more
    CLOSED = "closed"  # skipped with a word: no school


def week_of(day: date) -> date:
    """The Monday of its ISO week."""
    return day - timedelta(days=day.weekday())


def planned_at(plan: Plan, week: date) -> datetime:
    """The moment in UTC, whatever the calendar says of the day."""
    return moment_of(week + timedelta(days=plan.day), plan.at, plan.time_zone)


def first_week(plan: Plan, now: datetime) -> date:
    """The week of the first planned moment that is still to come."""
    week = week_of(now.astimezone(zone_of(plan.time_zone)).date())
    return week if planned_at(plan, week) > now else week + WEEK


@REMEMBERED
def slot_of(plan: Plan, week: date, calendar: SchoolCalendar) -> Slot:
    """That week's huddle, by the calendar as it stands now: a snow day may have come in at six."""
    planned_on = week + timedelta(days=plan.day)
    held_on = _held_on(plan, planned_on, calendar)
    if held_on is None:
        return Slot(planned_on)
    starts_at = moment_of(held_on, plan.at, plan.time_zone)
    useful_until = max(moment_of(held_on, plan.closes, plan.time_zone), starts_at + LEAST_USE)
    ends_at = max(moment_of(held_on, DAY_ENDS, plan.time_zone), useful_until)
    return Slot(planned_on, starts_at, useful_until, ends_at)


def decide(now: datetime, slot: Slot) -> Verdict:
    """Due, not equal: late while useful, never past its use."""
    if slot.starts_at is None or slot.useful_until is None:
        return Verdict.CLOSED
    if now < slot.starts_at:
        return Verdict.NOT_YET
    if now <= slot.starts_at + ON_TIME:
        return Verdict.POST
    return Verdict.POST_LATE if now < slot.useful_until else Verdict.MISSED


@REMEMBERED
def when_to_nudge(now: datetime, plan: Plan, slot: Slot, calendar: SchoolCalendar) -> datetime | None:
    """The moment for the words of the day before: when the school opens on the school day before, or, where that has
    passed, now in school hours or the next time the school opens; None once the huddle itself would have begun.

    A week without a huddle has one too: its team may hear of it ahead.
    """
    starts_at = slot.starts_at or moment_of(slot.planned_on, plan.at, plan.time_zone)
    first = max(calendar.school_day_before(_local_day(starts_at, plan)), _local_day(now, plan))
    for day in (first, calendar.next_school_day(first + timedelta(days=1))):
        moment = max(now, moment_of(day, plan.opens, plan.time_zone))
        if calendar.is_school_day(day) and moment < moment_of(day, plan.closes, plan.time_zone):
            return moment if moment < starts_at else None
    return None


@REMEMBERED
def moment_of(day: date, at: time, time_zone: str) -> datetime:
    """A local time in UTC. One that a time change leaves out comes as much later as the clock was put on; of one that
    there is twice, the first counts."""
    return datetime.combine(day, at.replace(fold=0), zone_of(time_zone)).astimezone(UTC)


def _local_day(moment: datetime, plan: Plan) -> date:
    return moment.astimezone(zone_of(plan.time_zone)).date()


def _held_on(plan: Plan, planned_on: date, calendar: SchoolCalendar) -> date | None:
    if _is_open(planned_on, calendar):
        return planned_on
    found = calendar.next_school_day(planned_on)
    return found if plan.moves and week_of(found) == week_of(planned_on) else None


def _is_open(day: date, calendar: SchoolCalendar) -> bool:
    """A team that meets on a weekend chose that itself: only what the calendar says closes it."""
    return not calendar.is_closed(day)
